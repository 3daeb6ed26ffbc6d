import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isLang, type Lang } from '#core/language.ts';
import { changesBetween } from '#core/translation/compare.ts';

/**
 * School messages in each language with a translation back: `ok` ones are right, though the way back is worded
 * otherwise, as a service words it; in the others one thing was corrupted, and its kind stands first.
 */
const FOLDER = join(__dirname, 'pairs');

interface Pair {
  readonly lang: Lang;
  readonly expected: string;
  readonly original: string;
  readonly text: string;
  readonly back: string;
}

const pairsOf = (file: string): readonly Pair[] => {
  const lang = file.replace('.tsv', '');
  if (!isLang(lang)) throw new Error(`${file} is named after no language of ours.`);
  return readFileSync(join(FOLDER, file), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [expected = '', original = '', text = '', back = ''] = line.split('\t');
      return { lang, expected, original, text, back };
    });
};

const pairs = readdirSync(FOLDER).flatMap(pairsOf);
const good = pairs.filter(({ expected }) => expected === 'ok');
const corrupted = pairs.filter(({ expected }) => expected !== 'ok');

const changesOf = ({ lang, original, text, back }: Pair) =>
  changesBetween({ original, lang: 'en', text, textLang: lang, back });
const shown = ({ lang, expected, text, back }: Pair) => `${lang} ${expected}: ${text} | ${back}`;

describe('translations of school messages', () => {
  it('are enough to tell something', () => {
    expect(corrupted.length).toBeGreaterThanOrEqual(60);
    expect(good.length).toBeGreaterThanOrEqual(100);
    expect(new Set(corrupted.map(({ lang }) => lang)).size).toBeGreaterThanOrEqual(12);
  });

  it('are warned of in at least 95 % where a fact or a "not" was corrupted', () => {
    const missed = corrupted.filter((pair) => changesOf(pair).length === 0);

    expect({ rate: 1 - missed.length / corrupted.length >= 0.95, missed: missed.map(shown) }).toMatchObject({
      rate: true,
    });
  });

  it('are warned of by the kind of what was corrupted', () => {
    const mistaken = corrupted.filter((pair) => !changesOf(pair).some(({ kind }) => kind === pair.expected));

    expect({ rate: 1 - mistaken.length / corrupted.length >= 0.9, mistaken: mistaken.map(shown) }).toMatchObject({
      rate: true,
    });
  });

  it('are warned of in at most 5 % where they are right', () => {
    const warned = good.filter((pair) => changesOf(pair).length > 0);

    expect({ rate: warned.length / good.length <= 0.05, warned: warned.map(shown) }).toMatchObject({ rate: true });
  });
});
