import * as fc from 'fast-check';
import { splitQuestions } from '#core/understanding/split-questions.ts';
import { text as anyText, SEED } from '../support/arbitrary.ts';

describe('the sentences of a message', () => {
  it.each([
    ['where is the bus', ['where is the bus']],
    ['Where is the bus? Is lunch free?', ['Where is the bus', 'Is lunch free']],
    ['where is the bus\nis lunch free', ['where is the bus', 'is lunch free']],
    ['متى تبدأ المدرسة؟ هل الغداء مجاني؟', ['متى تبدأ المدرسة', 'هل الغداء مجاني']],
    ['几点放学？午饭免费吗？', ['几点放学', '午饭免费吗']],
    ['Hi. Is lunch free?', ['Hi. Is lunch free?']],
    ['...', ['...']],
  ])('of %j', (text, expected) => {
    expect(splitQuestions(text)).toEqual(expected);
  });

  it('are at least one and at most six', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const parts = splitQuestions(text);

        expect(parts.length).toBeGreaterThanOrEqual(1);
        expect(parts.length).toBeLessThanOrEqual(6);
      }),
      { seed: SEED, numRuns: 300 },
    );
  });
});
