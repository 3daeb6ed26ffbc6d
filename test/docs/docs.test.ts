/** The documents are run: what they name exists, what they show is what comes out. */
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FUNCTION_ENVS, Secrets } from '#config.ts';
import { FACT_NAMES } from '#core/facts.ts';
import { REFUSALS } from '#core/handoff.ts';
import { LANGS, languageFacts } from '#core/language.ts';
import { demoStaff } from '../../bin/local/demo-staff.ts';
import { PARTITIONS } from '../../lib/names.ts';
import { ARTICLES } from '../../lib/runbook.ts';
import { loadStage } from '../../lib/stage-config.ts';

const ROOT = join(__dirname, '../..');
const DOCUMENTS = [
  'README.md',
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  'DECISIONS.md',
  'SECURITY.md',
  'RUNBOOK.md',
  'CHANGELOG.md',
] as const;

const textOf = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const matches = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found = '']) => found);

/** What stands in backticks, code blocks left out. */
const codeIn = (text: string) => matches(text.replace(/^ *```[\s\S]*?^ *```$/gm, ''), /`([^`\n]+)`/g);

/** Made by a run, so absent in a fresh checkout. */
const MADE = /^(?:build|cdk\.out|\.homeroom)\//;
const ENDING = /\.(?:ts|tsx|mjs|cjs|json|jsonc|md|yaml|yml|txt|html|css)$/;
/** A path from the project's root: it has a folder and an ending, or ends in a slash; no placeholder in it. */
const isPath = (code: string) =>
  /^[\w.@/-]+$/.test(code) &&
  !code.startsWith('/') &&
  !code.startsWith('../') &&
  !MADE.test(code) &&
  (code.endsWith('/') || (code.includes('/') && ENDING.test(code)));

const script = (command: string) =>
  command === 'start' || command === 'test' ? `npm ${command}` : `npm run ${command}`;

describe.each(DOCUMENTS)('%s', (file) => {
  const text = textOf(file);

  it('names scripts that package.json has', () => {
    const scripts = Object.keys((JSON.parse(textOf('package.json')) as { scripts: object }).scripts).map(script);
    const named = matches(text, /\b(npm (?:run (?:-s )?[\w:]+|start|test))\b/g).map((one) => one.replace(' -s ', ' '));

    expect(named.filter((one) => !scripts.includes(one))).toEqual([]);
  });

  it('names files and folders that exist', () => {
    const paths = codeIn(text).filter(isPath);

    expect(paths.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });

  it('links to files that exist', () => {
    const targets = matches(text, /\]\((?!https?:)([^)#]+)/g);

    expect(targets.filter((target) => !existsSync(join(ROOT, target)))).toEqual([]);
  });

  it('names no place of one machine and no registry', () => {
    const places = /(?<![\w.>])\/(?:work|root|home|Users|tmp|mnt|opt)\/|\b(?:registry|artifactory|nexus)\.[\w-]+\.\w+/g;

    expect(text.match(places) ?? []).toEqual([]);
    // Beside the project tests may find public fixtures; nothing else there is anybody's business.
    expect(matches(text, /(\.\.\/[\w-]+)/g).filter((place) => place !== '../shared')).toEqual([]);
  });
});

describe('README.md', () => {
  const readme = textOf('README.md');

  it('begins with the two commands', () => {
    const [, block = ''] = /```sh\n([\s\S]*?)```/.exec(readme) ?? [];

    expect(block.split('\n').map((line) => line.replace(/\s*#.*/, ''))).toEqual([
      'npm ci && npm start',
      'npm ci && npm test',
      '',
    ]);
  });

  it('shows what the question of its example is answered today', () => {
    const [, question = ''] = /npm run -s ask -- "([^"]+)"/.exec(readme) ?? [];
    const [, shown = ''] = /```json\n([\s\S]*?)```/.exec(readme) ?? [];
    const { stdout } = spawnSync(process.execPath, ['bin/ask.ts', question], { cwd: ROOT, encoding: 'utf8' });
    // The last digits of the confidence change with every question that is added.
    const withoutLongParts = (line: string) => {
      const { confidence, ...rest } = JSON.parse(line) as { confidence: number };
      return { ...rest, alternatives: [], reply: '', confidence: Math.round(confidence * 10) / 10 };
    };

    expect(withoutLongParts(shown)).toEqual(withoutLongParts(stdout));
    const beginning = (JSON.parse(shown) as { reply: string }).reply.replace(/…$/, '').trim();
    expect((JSON.parse(stdout) as { reply: string }).reply.startsWith(beginning)).toBe(true);
  }, 60_000);

  it('explains every field of a stage and every fact of a district', () => {
    const stage = loadStage('demo');
    const optional = ['account', 'region', 'alarmEmail', 'closedDates', 'domainPrefix', 'identity', 'terminology'];
    const facts = FACT_NAMES.filter((name) => name !== 'districtName');
    const { desk, notices, translation, graph, district } = stage;
    const groups = [stage, desk, notices, translation, graph, district.staffing, ...district.staffing.ladder];
    const names = [...groups.flatMap((group) => Object.keys(group)), ...optional, ...facts];
    const explained = codeIn(readme);

    expect(names.filter((name) => !explained.includes(name))).toEqual([]);
  });
});

describe('README.md of the demo', () => {
  const readme = textOf('README.md');

  it('names everybody who can log in, with the role', () => {
    const rows = matches(readme, /^\| ([^|]+ \| `(?:agent|lead|admin|editor)`)/gm);
    const people = demoStaff([]).map(({ name, title, role }) => `${name}, ${title} | \`${role}\``);

    expect(rows).toEqual(people);
  });

  it('counts the topics and the alarms', () => {
    const kinds = globSync('lambdas/content/en/topics/*.md', { cwd: ROOT }).map(
      (file) => /^kind: (\w+)/m.exec(textOf(file))?.[1] ?? 'answer',
    );
    const count = (kind: string) => kinds.filter((one) => one === kind).length;
    const alarms = textOf('test/infra/golden/homeroom-demo.template.json').match(/"AWS::CloudWatch::Alarm"/g) ?? [];

    expect(readme).toContain(
      `${kinds.length} topics (${count('answer')} answers, ${count('declined')} kind refusals with where to turn, ${count('talk')} of small talk)`,
    );
    expect(readme).toContain(`${alarms.length} alarms`);
    expect(textOf('CHANGELOG.md')).toContain(`${alarms.length} alarms`);
  });
});

describe('ARCHITECTURE.md', () => {
  const architecture = textOf('ARCHITECTURE.md');

  it('says what every function does, and SECURITY.md what it may', () => {
    const functions = Object.keys(FUNCTION_ENVS);
    const table = textOf('SECURITY.md').split('| Function | May |')[1] ?? '';

    expect(matches(architecture, /^\d\. \*\*(\w+)\*\*/gm)).toEqual(functions);
    expect(matches(table, /^\| (\w+) \|/gm)).toEqual(functions);
  });

  it('has every layer of the functions, and every adapter', () => {
    const layers = globSync('lambdas/*/', { cwd: ROOT }).filter((folder) => folder !== 'lambdas/content');
    const adapters = globSync('lambdas/adapters/*/', { cwd: ROOT }).map((folder) => folder.split('/').at(-1) ?? '');
    const named = codeIn(architecture);

    expect(layers.filter((layer) => !architecture.includes(`| \`${layer}/\` |`))).toEqual([]);
    expect(adapters.filter((adapter) => !named.includes(adapter))).toEqual([]);
  });

  it('has every partition of the table and every refusal of an action', () => {
    const named = codeIn(architecture);
    const beginnings = Object.values(PARTITIONS).map((pattern) => pattern.replace('*', ''));

    expect(beginnings.filter((beginning) => !named.some((code) => code.startsWith(beginning)))).toEqual([]);
    expect(REFUSALS.filter((refusal) => !named.includes(refusal))).toEqual([]);
  });

  it('is short enough to be read', () => {
    expect(architecture.split('\n').length).toBeLessThanOrEqual(170);
  });
});

describe('DECISIONS.md', () => {
  const decisions = textOf('DECISIONS.md');

  it('dates every decision', () => {
    const headings = matches(decisions, /^## (.+)$/gm).filter((heading) => heading !== 'Bundles and start-up');

    expect(headings.filter((heading) => !/^2026-\d\d-\d\d: \S/.test(heading))).toEqual([]);
  });
});

describe('RUNBOOK.md', () => {
  const runbook = textOf('RUNBOOK.md');

  it('has the article of every alarm, first and in this order', () => {
    const headings = matches(runbook, /^## (.+)$/gm);

    expect(headings.slice(0, Object.keys(ARTICLES).length)).toEqual(Object.values(ARTICLES));
  });

  it('says what to do about every event of level alarm', () => {
    const sources = globSync('lambdas/**/*.ts', { cwd: ROOT }).map(textOf);
    const first = sources.flatMap((source) => matches(source, /\.alarm\(([^,)]+)/g));
    const written = first.flatMap((argument) => matches(argument, /'(\w+)'/g));
    const ofWhatsApp = matches(textOf('lambdas/adapters/whatsapp/codes.ts'), /'(whatsapp_\w+)'/g);
    const rows = matches(runbook, /^\| `(\w+)` \|/gm);

    expect(written.length).toBeGreaterThan(5);
    expect(ofWhatsApp.length).toBeGreaterThan(5);
    expect([...new Set([...written, ...ofWhatsApp])].filter((event) => !rows.includes(event))).toEqual([]);
  });

  it('names every article that it sends to', () => {
    const headings = matches(runbook, /^## (.+)$/gm);
    const named = DOCUMENTS.flatMap((file) => matches(textOf(file), /RUNBOOK(?:\.md\))?, "([^"]+)"/g));

    expect(named.filter((name) => !headings.includes(name))).toEqual([]);
  });

  it('names every language that the templates must be approved in', () => {
    const [, article = ''] = runbook.split('## Have the templates approved');
    const codes = [...new Set(LANGS.map((lang) => languageFacts(lang).template))];

    expect(codes.filter((code) => !article.split('\n## ')[0]?.includes(`\`${code}\``))).toEqual([]);
  });

  it('explains every field of the secret', () => {
    expect(Object.keys(Secrets.shape).filter((name) => !runbook.includes(`| \`${name}\` |`))).toEqual([]);
  });
});

describe('CONTRIBUTING.md', () => {
  const recipes = textOf('CONTRIBUTING.md')
    .split(/^### /m)
    .slice(1)
    .map((recipe) => recipe.trim().split('\n'));

  it.each(recipes.map((lines) => [lines[0] ?? '', lines] as const))(
    'recipe %s is short and ends with its tests',
    (_, lines) => {
      const steps = lines.slice(1).filter((line) => line.trim() !== '');

      expect(steps.length).toBeLessThanOrEqual(8);
      expect(steps.at(-1)).toContain('Tests:');
    },
  );
});
