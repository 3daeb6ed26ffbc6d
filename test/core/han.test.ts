import { Converter } from 'opencc-js';
import { simplified } from '#core/understanding/han.ts';

const toSimplified = Converter({ from: 't', to: 'cn' });
/** The main block of Chinese characters. */
const ALL = Array.from({ length: 0x9fff - 0x4e00 + 1 }, (_, index) => String.fromCharCode(0x4e00 + index));

describe('characters as they are compared', () => {
  it('are those that OpenCC gives for each of them', () => {
    // Some rare ones have their other form outside the first plane of Unicode; nobody types those.
    const common = ALL.filter((character) => toSimplified(character).length === 1);

    expect(common.length).toBeGreaterThan(20_000);
    expect(common.filter((character) => simplified(character) !== toSimplified(character))).toEqual([]);
  });

  it('leave all other scripts alone', () => {
    expect(['a', 'ñ', 'あ', '한', 'م', '1', '🙂', ''].map(simplified)).toEqual([
      'a',
      'ñ',
      'あ',
      '한',
      'م',
      '1',
      '🙂',
      '',
    ]);
  });
});
