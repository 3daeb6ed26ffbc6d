import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FunctionName } from '../../lambdas/config.ts';
import { BUNDLE_FILE, writeBundle } from '../../lib/bundling.ts';
import { ROOT } from '../content/compile-content.ts';
import type { Figure, Measure } from './figure.ts';

/** The bundles that the stack would deploy, in a folder that is removed at the end. */
export const withBundles = async <Result>(
  work: (fileOf: (name: FunctionName) => string, folder: string) => Promise<Result>,
): Promise<Result> => {
  const folder = mkdtempSync(join(tmpdir(), 'homeroom-bench-'));
  try {
    for (const name of ['webhook', 'turn', 'track', 'desk', 'sweep', 'mail', 'calendar'] as const) {
      mkdirSync(join(folder, name));
      const entry = join(ROOT, 'lambdas', 'handlers', 'main', `${name}.ts`);
      writeBundle({ entry, outputFolder: join(folder, name), beside: {} });
    }
    return await work((name) => join(folder, name, BUNDLE_FILE), folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const AIMS: Record<FunctionName, Figure['aim']> = {
  webhook: { atMost: 400 },
  turn: { atMost: 700 },
  track: 'reported',
  desk: 'reported',
  sweep: 'reported',
  calendar: 'reported',
  mail: 'reported',
};

export const bundleFigures: Measure = () =>
  withBundles(async (fileOf) =>
    (Object.keys(AIMS) as FunctionName[]).map((name) => ({
      name: `bundle of the ${name} function`,
      value: statSync(fileOf(name)).size / 1000,
      unit: 'kB',
      aim: AIMS[name],
      method: 'the minified file that is deployed, without map and without what lies beside it (content, district)',
    })),
  );
