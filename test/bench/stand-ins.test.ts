import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { BUNDLING } from '../../lib/bundling.ts';

/** The messenger's own tests, bundled as a function is: they then run with what stands in for left-out packages. */
const MESSENGER_TESTS = join(__dirname, '..', 'adapters', 'whatsapp', 'messenger.test.ts');

const folder = mkdtempSync(join(tmpdir(), 'homeroom-stand-ins-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('bundled without form-data, follow-redirects and proxies', () => {
  const outfile = join(folder, 'messenger.cjs');
  buildSync({ ...BUNDLING, sourcemap: false, entryPoints: [MESSENGER_TESTS], outfile });
  require(outfile);
});
