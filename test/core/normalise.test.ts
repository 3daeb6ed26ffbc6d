import * as fc from 'fast-check';
import { normalise, wordsOf } from '#core/understanding/normalise.ts';
import { text as anyText, SEED, WORDS } from '../support/arbitrary.ts';

const check = { seed: SEED, numRuns: 1000 };

describe('text as it is compared', () => {
  it.each([
    ['Hello, TEACHER!!', 'hello teacher'],
    ['¿Mañana hay clases?', 'manana hay clases'],
    ["I don't know", 'i dont know'],
    ['I don’t know', 'i dont know'],
    ['don`t', 'dont'],
    ['e-mail', 'e mail'],
    ['a\n\tb', 'a b'],
    ['ﬁne', 'fine'],
    ['Ｓｃｈｏｏｌ ２', 'school 2'],
    ['İstanbul', 'istanbul'],
    ['8:05 a.m.', '8 05 a m'],
    ['👍🏽', ''],
    ['…', ''],
    ['', ''],
    ['学校几点开始？', '学 校 几 点 开 始'],
    ['學校幾點開始', '学 校 几 点 开 始'],
    ['孩子bus迟到', '孩 子 bus 迟 到'],
    ['О котрій', 'о котріи'],
    ['إِلى المدرسةِ غداً ١٥', 'الي المدرسه غدا 15'],
    ['می‌خواهم ۱۲ کتاب', 'مي خواهم 12 كتاب'],
    ['زوی مې', 'زوي مي'],
    ['مـــدرســة', 'مدرسه'],
    ['Tôi không đến được', 'toi khong den duoc'],
    ['lekòl l’ap', 'lekol lap'],
    ['हिन्दी बच्चा', 'हिन्दी बच्चा'],
    ['nooooo', 'noo'],
    ['f\u200bev\u2060er', 'fever'],
    ['fеvеr', 'fever'],
  ])('%j becomes %j', (text, expected) => {
    expect(normalise(text)).toBe(expected);
  });
});

describe('any text', () => {
  it('normalised twice is as normalised once', () => {
    fc.assert(
      fc.property(anyText, (text) => expect(normalise(normalise(text))).toBe(normalise(text))),
      check,
    );
  });

  it('reads the same in capitals and in small letters, where those are each other', () => {
    const letters = fc.string({ unit: fc.constantFrom(..."abcdefghijklmnñopqrstuvwxyzáéíóúü ¿?¡!'.,0123456789") });
    fc.assert(
      fc.property(letters, (text) => expect(normalise(text.toUpperCase())).toBe(normalise(text))),
      check,
    );
  });

  it('reads the same whether its accents are letters or marks of their own', () => {
    fc.assert(
      fc.property(anyText, (text) => expect(normalise(text.normalize('NFD'))).toBe(normalise(text.normalize('NFC')))),
      check,
    );
  });

  it('ends up in words of letters and digits alone, parted by one space', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const normalised = normalise(text);

        expect(normalised).toMatch(/^(?:[\p{L}\p{N}\p{M}]+(?: [\p{L}\p{N}\p{M}]+)*)?$/u);
        expect(wordsOf(normalised).join(' ')).toBe(normalised);
      }),
      check,
    );
  });

  it('has the same words, however it stands beside other text', () => {
    const ascii = fc.string({ unit: 'grapheme-ascii' });
    fc.assert(
      fc.property(ascii, (text) => expect(normalise(`${text} ñ`)).toBe(`${normalise(text)} n`.trim())),
      check,
    );
  });

  it.each(Object.entries(WORDS).filter(([name]) => !/emoji|half|controls|none|nothing/.test(name)))(
    'keeps the letters of %s',
    (_, text) => expect(normalise(text)).not.toBe(''),
  );
});
