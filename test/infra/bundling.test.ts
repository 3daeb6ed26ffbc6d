import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BUNDLE_FILE, writeBundle } from '../../lib/bundling.ts';

let folder: string;
let entry: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'homeroom-bundle-'));
  entry = join(folder, 'turn.ts');
  writeFileSync(entry, 'const words: string = "served";\nexport const handler = async () => words;\n');
});
afterEach(() => rmSync(folder, { recursive: true }));

const bundleInto = (name: string) => {
  const outputFolder = join(folder, name);
  mkdirSync(outputFolder, { recursive: true });
  writeBundle({ entry, outputFolder, beside: { 'content.json': '{}' } });
  return outputFolder;
};

describe('a bundle', () => {
  it('is one file that loads, its map, and what lies beside them', async () => {
    const output = bundleInto('out');

    const { handler } = createRequire(join(output, 'any.js'))(join(output, BUNDLE_FILE));
    expect(await handler()).toBe('served');
    expect(readdirSync(output).sort()).toEqual(['content.json', 'index.cjs', 'index.cjs.map']);
  });

  it('is the same wherever it is written, and its map holds neither sources nor places', () => {
    const [near, deep] = [bundleInto('out'), bundleInto('far/away/out')].map((output) =>
      readdirSync(output).map((file) => readFileSync(join(output, file), 'utf8')),
    );

    expect(near).toEqual(deep);
    expect(near?.join()).not.toContain(folder);
    expect(near?.join()).not.toContain('sourcesContent":["');
  });
});
