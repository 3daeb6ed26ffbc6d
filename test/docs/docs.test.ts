/** The documents are run: what they name exists, what they show is what comes out. */
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Secrets } from '#config.ts';
import { FACT_NAMES } from '#core/facts.ts';
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
    const optional = ['account', 'region', 'alarmEmail'];
    const facts = FACT_NAMES.filter((name) => name !== 'districtName');
    const names = [...Object.keys(loadStage('demo')), ...optional, ...facts];
    const explained = codeIn(readme);

    expect(names.filter((name) => !explained.includes(name))).toEqual([]);
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
    const written = sources.flatMap((source) => matches(source, /\.alarm\(\s*'(\w+)'/g));
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
