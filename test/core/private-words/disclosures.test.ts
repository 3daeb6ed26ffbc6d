import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { privateIn, removePrivate } from '#core/private-words/private-words.ts';

/** A message with what must not be kept of it, in braces. */
interface Disclosure {
  readonly file: string;
  readonly text: string;
  readonly marked: readonly string[];
}

const BRACED = /\{([^}]*)\}/g;

const disclosuresIn = (folder: string): readonly Disclosure[] =>
  readdirSync(join(__dirname, folder))
    .sort()
    .flatMap((file) =>
      readFileSync(join(__dirname, folder, file), 'utf8')
        .split('\n')
        .filter((line) => line.trim() !== '' && !line.startsWith('#'))
        .map((line) => ({
          file,
          text: line.replace(BRACED, '$1'),
          marked: [...line.matchAll(BRACED)].map(([, words = '']) => words),
        })),
    );

const isLeft = ({ text, marked }: Disclosure): boolean => {
  const kept = removePrivate(text);
  return marked.some((words) => kept.includes(words)) || kept === text;
};

/** Of a hundred disclosures one may be missed. */
const MOST_MISSED = 0.01;

describe.each(['disclosures', 'held-out'])('what families tell of papers, numbers and addresses (%s)', (folder) => {
  const all = disclosuresIn(folder);

  it('is there in fourteen languages', () => {
    expect(new Set(all.map(({ file }) => file)).size).toBe(14);
    expect(all.every(({ marked }) => marked.length > 0)).toBe(true);
    if (folder === 'disclosures') expect(all.length).toBeGreaterThanOrEqual(200);
  });

  it('is removed before it is stored', () => {
    const missed = all.filter(isLeft).map(({ file, text }) => `${file}: ${text}`);

    if (missed.length > all.length * MOST_MISSED) expect(missed).toEqual([]);
  });

  it('is removed once: what is kept tells nothing any more', () => {
    for (const { text } of all) expect([...privateIn(removePrivate(text))]).toEqual([]);
  });

  it('leaves the words around it to the letter', () => {
    for (const { text } of all) {
      const parts = removePrivate(text).split('[removed]');
      let from = 0;
      for (const part of parts) {
        const at = text.indexOf(part, from);
        expect(at).toBeGreaterThanOrEqual(from);
        from = at + part.length;
      }
      expect(text.endsWith(parts.at(-1) ?? '')).toBe(true);
    }
  });
});

describe('what a message tells, by its kind', () => {
  it.each([
    ['we have no papers', ['status']],
    ['ssn 123456789', ['number']],
    ['we live at 1425 Maple Ave apt 2B', ['address']],
    ['no tengo papeles, vivo en 88 Oak Street y mi social es 123-45-6789', ['address', 'number', 'status']],
    ['رقم الضمان مالي ١٢٣-٤٥-٦٧٨٩', ['number']],
    ['what time does school start?', []],
  ])('%s', (text, kinds) => {
    expect([...privateIn(text)].sort()).toEqual(kinds);
  });
});
