import { copyTree, type Run, type Tree } from './support/planted-tree.ts';

const RESTRICTED = 'lint/style/noRestrictedImports';
const GLOBALS = 'lint/style/noRestrictedGlobals';

/** A module that imports a value; only the import is to be seen. */
const importing = (from: string) => `import * as planted from '${from}';\n\nexport const kept = planted;\n`;
const exporting = (expression: string) => `export const kept = ${expression};\n`;

interface Plant {
  readonly what: string;
  readonly file: string;
  readonly text: string;
  readonly rule: string;
}

const PLANTS: readonly Plant[] = [
  {
    what: 'the contract imports app',
    file: 'lambdas/contract/p1.ts',
    text: importing('#app/tag.ts'),
    rule: RESTRICTED,
  },
  { what: 'the contract imports a vendor', file: 'lambdas/contract/p2.ts', text: importing('axios'), rule: RESTRICTED },
  { what: 'the desk imports app', file: 'desk/src/desk/p1.ts', text: importing('#app/tag.ts'), rule: RESTRICTED },
  { what: 'core imports app', file: 'lambdas/core/p1.ts', text: importing('#app/tag.ts'), rule: RESTRICTED },
  { what: 'core imports app by path', file: 'lambdas/core/p2.ts', text: importing('../app/tag.ts'), rule: RESTRICTED },
  {
    what: 'core imports app by a longer path',
    file: 'lambdas/core/p3.ts',
    text: importing('./../app/tag.ts'),
    rule: RESTRICTED,
  },
  {
    what: 'a step imports app by path',
    file: 'lambdas/core/steps/p4.ts',
    text: importing('../../app/tag.ts'),
    rule: RESTRICTED,
  },
  {
    what: 'a step imports app by a longer path',
    file: 'lambdas/core/steps/p5.ts',
    text: importing('./../../app/tag.ts'),
    rule: RESTRICTED,
  },
  {
    what: 'core imports an adapter',
    file: 'lambdas/core/p6.ts',
    text: importing('#adapters/whatsapp/fit.ts'),
    rule: RESTRICTED,
  },
  { what: 'core imports the settings', file: 'lambdas/core/p7.ts', text: importing('#config.ts'), rule: RESTRICTED },
  { what: 'core imports the file system', file: 'lambdas/core/p8.ts', text: importing('node:fs'), rule: RESTRICTED },
  { what: 'core imports a package', file: 'lambdas/core/p9.ts', text: importing('axios'), rule: RESTRICTED },
  {
    what: 'core imports a tool',
    file: 'lambdas/core/p10.ts',
    text: importing('../../bin/local/talk.ts'),
    rule: RESTRICTED,
  },
  {
    what: 'a step imports a tool',
    file: 'lambdas/core/steps/p11.ts',
    text: importing('../../../bin/local/talk.ts'),
    rule: RESTRICTED,
  },
  {
    what: 'core imports while it runs',
    file: 'lambdas/core/p12.ts',
    text: exporting("() => import('node:fs')"),
    rule: RESTRICTED,
  },
  { what: 'core reads the environment', file: 'lambdas/core/p13.ts', text: exporting('process.env'), rule: GLOBALS },
  {
    what: 'core asks the network',
    file: 'lambdas/core/p14.ts',
    text: exporting("fetch('https://example.org')"),
    rule: GLOBALS,
  },
  { what: 'core waits', file: 'lambdas/core/p15.ts', text: exporting('setTimeout(() => {}, 1)'), rule: GLOBALS },
  { what: 'core makes ids', file: 'lambdas/core/p16.ts', text: exporting('crypto.randomUUID()'), rule: GLOBALS },
  { what: 'core reads a clock', file: 'lambdas/core/p17.ts', text: exporting('performance.now()'), rule: GLOBALS },
  {
    what: 'core reaches round the rules',
    file: 'lambdas/core/p18.ts',
    text: exporting('globalThis.process'),
    rule: GLOBALS,
  },
  {
    what: 'app imports an adapter',
    file: 'lambdas/app/p19.ts',
    text: importing('#adapters/whatsapp/fit.ts'),
    rule: RESTRICTED,
  },
  {
    what: 'app imports an adapter by path',
    file: 'lambdas/app/p20.ts',
    text: importing('../adapters/whatsapp/fit.ts'),
    rule: RESTRICTED,
  },
  {
    what: 'app imports an adapter by a longer path',
    file: 'lambdas/app/p21.ts',
    text: importing('./../adapters/whatsapp/fit.ts'),
    rule: RESTRICTED,
  },
  {
    what: 'app imports a vendor',
    file: 'lambdas/app/p22.ts',
    text: importing('@aws-sdk/client-sqs'),
    rule: RESTRICTED,
  },
  { what: 'app imports a handler', file: 'lambdas/app/p23.ts', text: importing('#handlers/turn.ts'), rule: RESTRICTED },
  {
    what: 'an adapter imports another',
    file: 'lambdas/adapters/log/p24.ts',
    text: importing('#adapters/whatsapp/fit.ts'),
    rule: RESTRICTED,
  },
  {
    what: 'an adapter imports another by path',
    file: 'lambdas/adapters/log/p25.ts',
    text: importing('../whatsapp/fit.ts'),
    rule: RESTRICTED,
  },
  {
    what: 'an adapter imports another by a longer path',
    file: 'lambdas/adapters/log/p26.ts',
    text: importing('./../whatsapp/fit.ts'),
    rule: RESTRICTED,
  },
  {
    what: 'an adapter imports a handler',
    file: 'lambdas/adapters/log/p27.ts',
    text: importing('#handlers/turn.ts'),
    rule: RESTRICTED,
  },
  { what: 'the stack imports a use case', file: 'lib/p28.ts', text: importing('#app/tag.ts'), rule: RESTRICTED },
  {
    what: 'the stack imports a function by path',
    file: 'lib/p29.ts',
    text: importing('../lambdas/handlers/turn.ts'),
    rule: RESTRICTED,
  },
  { what: 'the desk imports a use case', file: 'desk/src/p30.ts', text: importing('#app/tag.ts'), rule: RESTRICTED },
  {
    what: 'the desk imports the stack',
    file: 'desk/src/p31.ts',
    text: importing('../../lib/names.ts'),
    rule: RESTRICTED,
  },
  {
    what: 'an import cycle',
    file: 'lambdas/core/p32.ts',
    text: "import { other } from './p33.ts';\n\nexport const one = (): number => other();\n",
    rule: 'lint/suspicious/noImportCycles',
  },
  {
    what: 'its other half',
    file: 'lambdas/core/p33.ts',
    text: "import { one } from './p32.ts';\n\nexport const other = (): number => one();\n",
    rule: 'lint/suspicious/noImportCycles',
  },
  {
    what: 'a focused test',
    file: 'test/core/p34.test.ts',
    text: "it.only('is alone', () => {});\n",
    rule: 'lint/suspicious/noFocusedTests',
  },
  {
    what: 'a skipped test',
    file: 'test/core/p35.test.ts',
    text: "it.skip('rests', () => {});\n",
    rule: 'lint/suspicious/noSkippedTests',
  },
  {
    what: 'a function prints',
    file: 'lambdas/adapters/log/p36.ts',
    text: exporting("() => console.log('words')"),
    rule: 'lint/suspicious/noConsole',
  },
  {
    what: 'a test prints',
    file: 'test/core/p37.test.ts',
    text: "it('talks', () => console.log('words'));\n",
    rule: 'lint/suspicious/noConsole',
  },
  { what: 'any', file: 'lib/p38.ts', text: exporting('(value: any) => value'), rule: 'lint/suspicious/noExplicitAny' },
  {
    what: 'a claim that something is there',
    file: 'lib/p39.ts',
    text: exporting('(list: string[]) => list[0]!'),
    rule: 'lint/style/noNonNullAssertion',
  },
  {
    what: 'a package that is not listed',
    file: 'lib/p40.ts',
    text: importing('semver'),
    rule: 'lint/correctness/noUndeclaredDependencies',
  },
  {
    what: 'a barrel',
    file: 'lib/p41.ts',
    text: "export * from './names.ts';\n",
    rule: 'lint/performance/noReExportAll',
  },
  {
    what: 'lines that are not formatted',
    file: 'lib/p42.ts',
    text: 'export const kept = {a:1,\n\n\n b : "2"}\n',
    rule: 'format',
  },
];

/** Imports that are allowed: a gate that refuses everything is blind as well. */
const INNOCENT: readonly (readonly [file: string, text: string])[] = [
  ['lambdas/core/q1.ts', importing('./ids.ts')],
  ['lambdas/core/q2.ts', importing('#core/ids.ts')],
  ['lambdas/core/steps/q3.ts', importing('../ids.ts')],
  ['lambdas/app/q4.ts', importing('#core/ids.ts')],
  ['lambdas/app/q5.ts', importing('./tag.ts')],
  ['lambdas/adapters/log/q6.ts', importing('#app/ports.ts')],
  ['lambdas/adapters/log/q7.ts', importing('axios')],
  ['lambdas/handlers/q8.ts', importing('#adapters/whatsapp/fit.ts')],
  ['lib/q9.ts', importing('#config.ts')],
  ['desk/src/q10.ts', importing('#core/ids.ts')],
  ['bin/q11.ts', "console.log('a tool may print');\n"],
];

interface Found {
  readonly category: string;
  readonly location: { readonly path: string };
}

let tree: Tree;
let run: Run;
let found: readonly Found[] = [];

beforeAll(() => {
  tree = copyTree();
  for (const { file, text } of PLANTS) tree.write(file, text);
  for (const [file, text] of INNOCENT) tree.write(file, text);
  run = tree.run('biome', 'check', '--error-on-warnings', '--max-diagnostics=none', '--reporter=json', '.');
  const json = run.output.slice(run.output.indexOf('{"summary"'), run.output.lastIndexOf('}') + 1);
  found = (JSON.parse(json) as { diagnostics: Found[] }).diagnostics;
}, 60_000);

afterAll(() => tree.remove());

const seenIn = (file: string) => found.filter(({ location }) => location.path === file).map(({ category }) => category);

describe('the linter', () => {
  it('fails', () => {
    expect(run.status).not.toBe(0);
  });

  it.each(PLANTS)('sees that $what', ({ file, rule }) => {
    expect(seenIn(file)).toContainEqual(rule);
  });

  it.each(INNOCENT)('has nothing against %s', (file) => {
    expect(seenIn(file)).toEqual([]);
  });

  it.each(['lambdas/core/decide.ts', 'lambdas/app/take-turn.ts', 'lib/homeroom-stack.ts', 'desk/src/main.tsx'])(
    'has read %s',
    (file) => {
      tree.write(file, 'export const kept: any = 1;\n');

      expect(tree.run('biome', 'lint', file).output).toContain('noExplicitAny');
    },
  );
});
