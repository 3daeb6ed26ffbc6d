import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ROOT } from './support/planted-tree.ts';

const LONGEST_FILE = 400;

const sources = (pattern: string) => globSync(pattern, { cwd: ROOT }).sort();
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const linesOf = (text: string) => text.trimEnd().split('\n').length;

/** Where a text asks for the time, for chance or for the machine it runs on. */
const askedFor = (text: string): readonly string[] =>
  text.match(/\bDate\.now\b|\bnew Date\b|\bDate\(\)|\bMath\.random\b|\bperformance\.now\b|\bglobalThis\b/g) ?? [];

/** Words that say "not done yet". Put together here, so that this file does not hold them itself. */
const UNDONE = new RegExp(`\\b(?:${['TO', 'DO'].join('')}|${['FIX', 'ME'].join('')})\\b`);

describe('the core is given time and chance', () => {
  it.each(sources('lambdas/core/**/*.ts'))('%s does not ask for them', (file) => {
    expect(askedFor(read(file))).toEqual([]);
  });

  it.each(['Date.now()', 'new Date()', 'Date()', 'Math.random()', 'performance.now()', 'globalThis.process'])(
    'a file with %s would be seen',
    (expression) => {
      expect(askedFor(`export const planted = ${expression};`)).toHaveLength(1);
    },
  );

  it.each(['Date.parse(date)', 'Date.UTC(2024, 0, 1)', 'Math.max(1, 2)', 'newDate'])('%s may stand there', (words) => {
    expect(askedFor(words)).toEqual([]);
  });
});

describe('files that can be read in one sitting', () => {
  const files = sources('{bin,lib,lambdas,desk}/**/*.{ts,tsx}');

  it('there are many', () => {
    expect(files.length).toBeGreaterThan(80);
  });

  it(`none is longer than ${LONGEST_FILE} lines`, () => {
    expect(files.filter((file) => linesOf(read(file)) > LONGEST_FILE)).toEqual([]);
  });

  it('a longer one would be seen', () => {
    expect(linesOf('line\n'.repeat(LONGEST_FILE + 1))).toBe(LONGEST_FILE + 1);
  });
});

describe('nothing is left for later in the sources', () => {
  const files = sources('{bin,lib,lambdas,desk,test}/**/*.{ts,tsx,css,html,yaml}');

  it('no file says so', () => {
    expect(files.filter((file) => UNDONE.test(read(file)))).toEqual([]);
  });

  it('one that did would be seen', () => {
    expect(UNDONE.test(`// ${'TO'}DO: later`)).toBe(true);
  });
});

/** The part of a text from an opening bracket to the one that closes it. */
const balanced = (text: string, start: number): string => {
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    if (text[at] === '(') depth += 1;
    if (text[at] === ')') depth -= 1;
    if (depth === 0) return text.slice(start, at + 1);
  }
  return text.slice(start);
};

/** The names of the fields that the log calls of a text write. */
const loggedFields = (text: string): readonly string[] =>
  [...text.matchAll(/\blog\.(?:info|warn|alarm)(?=\()/g)].flatMap((match) => {
    const values = balanced(text, match.index + match[0].length);
    return [...values.matchAll(/[{,]\s*([A-Za-z_]\w*)\s*(?=:|,|\})/g)].map(([, name = '']) => name);
  });

describe('log lines', () => {
  const files = sources('lambdas/**/*.ts');
  const fields = /export interface LogFields \{([^}]*)\}/.exec(read('lambdas/app/ports.ts'))?.[1] ?? '';
  const allowed = [...fields.matchAll(/readonly (\w+)\?:/g)].map(([, name]) => name);
  const calls = files.flatMap((file) => loggedFields(read(file)));

  it('are written, with fields', () => {
    expect(calls.length).toBeGreaterThan(10);
    expect(allowed).toContain('contact');
  });

  it('hold only the fields that a log line may have', () => {
    expect(calls.filter((name) => !allowed.includes(name))).toEqual([]);
  });

  it.each([
    ["log.info('said', { contact, text: 'words' })", ['contact', 'text']],
    ["ports.log.alarm('x', { ...base, phone })", ['phone']],
    ["log.warn('x', { count: list.map((one) => one.id).length, name: person.name })", ['count', 'name']],
    ["log.info('x')", []],
  ])('of %s would be seen', (text, expected) => {
    expect(loggedFields(text)).toEqual(expected);
  });

  it('leave a function through its log alone', () => {
    const writers = files.filter((file) => /process\.(?:stdout|stderr)/.test(read(file)));

    expect(writers.map((file) => basename(file))).toEqual(['json-log.ts']);
  });
});
