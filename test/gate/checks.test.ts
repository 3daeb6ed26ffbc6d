import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyTree, ROOT, type Run, type Tree } from './support/planted-tree.ts';

let tree: Tree;

beforeAll(() => {
  tree = copyTree();
});
afterAll(() => tree.remove());

describe('the type checker', () => {
  let types: Run;

  beforeAll(() => {
    tree.write('lib/p1.ts', "export const count: number = 'one';\n");
    tree.write('test/core/p2.test.ts', "it('counts', () => expect(Math.max('one')).toBe(1));\n");
    tree.write('desk/src/p3.tsx', 'export const kept = <p title={1}>words</p>;\n');
    tree.write('lib/p4.ts', 'export enum Kept {\n  One,\n}\n');
    tree.write('lib/p5.ts', 'export const first = (list: readonly string[]): string => list[0];\n');
    tree.write(
      'lambdas/app/p6.ts',
      "import type { Log } from './ports.ts';\n\nexport const tell = (log: Log) => log.info('said', { text: 'words' });\n",
    );
    types = tree.run('tsc', '-p', '.');
  }, 60_000);

  it('fails', () => {
    expect(types.status).not.toBe(0);
  });

  it.each([
    ['a wrong type', 'lib/p1.ts', 'TS2322'],
    ['a wrong type in a test', 'test/core/p2.test.ts', 'TS2345'],
    ['a wrong type in the desk', 'desk/src/p3.tsx', 'TS2322'],
    ['syntax that is more than types', 'lib/p4.ts', 'TS1294'],
    ['an element that may be missing', 'lib/p5.ts', 'TS2322'],
    ["a person's words in a log line", 'lambdas/app/p6.ts', 'TS2353'],
  ])('sees %s', (_, file, code) => {
    expect(types.output).toMatch(new RegExp(`${file}.*${code}`));
  });
});

describe('the search for what nobody uses', () => {
  let unused: Run;

  beforeAll(() => {
    const settings = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { dependencies: object };
    tree.write(
      'package.json',
      JSON.stringify({ ...settings, dependencies: { ...settings.dependencies, nanoid: '3.0.0' } }, null, 2),
    );
    tree.write('lambdas/core/p10.ts', 'export const kept = 1;\n');
    const ids = readFileSync(join(ROOT, 'lambdas/core/ids.ts'), 'utf8');
    tree.write('lambdas/core/ids.ts', `${ids}\nexport const plantedExport = 1;\n`);
    unused = tree.run('knip', '--no-config-hints');
  }, 60_000);

  it('fails', () => {
    expect(unused.status).not.toBe(0);
  });

  it.each([
    ['a file', 'lambdas/core/p10.ts'],
    ['an export', 'plantedExport'],
    ['a dependency', 'nanoid'],
  ])('finds %s', (_, name) => {
    expect(unused.output).toContain(name);
  });

  it('says nothing of what is used', () => {
    expect(unused.output).not.toMatch(/^(?:decide|takeTurn|messageId)\b/m);
    expect(unused.output).not.toMatch(/^lambdas\/core\/decide\.ts\s*$/m);
  });
});

describe('the content compiler', () => {
  const topic = 'lambdas/content/en/topics/school-bus.md';
  let content: Run;

  beforeAll(() => {
    const text = readFileSync(join(ROOT, topic), 'utf8');
    tree.write(topic, text.replace('area: transport', 'area: space'));
    content = tree.run('node', 'bin/content.ts', '--quiet');
  }, 60_000);

  it('fails on an error, and says where and what', () => {
    expect(content.output).toMatch(new RegExp(`^${topic}:4: error: area must be one of`, 'm'));
    expect(content.status).toBe(1);
  });

  it('stays quiet about warnings when told to', () => {
    expect(content.output).not.toContain(': warning:');
  });
});
