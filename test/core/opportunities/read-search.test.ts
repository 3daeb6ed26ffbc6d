import { loadContent } from '#adapters/content/compiled.ts';
import type { Lang } from '#core/language.ts';
import type { Search } from '#core/opportunities/event-talk.ts';
import { readSearch } from '#core/opportunities/read-search.ts';
import { compileContent } from '../../../bin/content/compile-content.ts';
import { childrenOf, DIRECTORY } from '../../events/support/families.ts';
import { NOW } from '../support/small-world.ts';

const { packs } = loadContent(compileContent()).content;

/** Read on Monday, 23 November 2026. */
const read = (lang: Lang, text: string, as = 'two') =>
  readSearch(text, {
    pack: packs[lang],
    english: packs.en,
    now: NOW,
    timeZone: 'America/Chicago',
    children: childrenOf(as, lang),
    directory: DIRECTORY,
  });

const SATURDAY = ['2026-11-28'];
const WEEKEND = ['2026-11-28', '2026-11-29'];

describe('a search in words', () => {
  it.each<readonly [Lang, string, Partial<Search>]>([
    ['en', 'free summer programs for my 9 year old', { categories: ['summer_program'], isFree: true, age: 9 }],
    ['en', 'any tutoring for Omar', { categories: ['tutoring'], child: 'c2' }],
    ['en', 'anything this Saturday', { categories: [], days: SATURDAY }],
    ['en', 'events this weekend', { categories: [], days: WEEKEND }],
    ['en', 'after school clubs for 3rd grade', { categories: ['after_school'], grade: '3' }],
    ['en', 'football game at Riverside', { categories: ['game'], school: 'river' as never }],
    [
      'en',
      'english class in the evening for parents',
      { categories: ['english_class'], isEvening: true, audience: 'parents' },
    ],
    ['en', 'concerts in december', { categories: ['performance'] }],
    ['en', 'when is the lunch form due', { categories: ['meal_form'] }],
    ['en', 'when is registration for summer camp', { categories: ['summer_program'] }],
    ['en', 'a concert tonight?', { categories: ['performance'], isEvening: true, days: ['2026-11-23'] }],
    ['es', 'hay algo el sábado gratis', { categories: [], days: SATURDAY, isFree: true }],
    ['es', 'cuando es el open house', { categories: ['open_house'] }],
    ['zh', '这周六有什么活动', { categories: [], days: SATURDAY }],
    ['ar', 'مخيم صيفي لعمر', { categories: ['summer_program'], child: 'c2' }],
    ['ar', 'برامج المخيمات الصيفية عمره ٩ سنوات', { categories: ['summer_program'], age: 9 }],
    ['uk', 'репетитор для Омара', { categories: ['tutoring'], child: 'c2' }],
    ['so', 'shaqada guriga sabtida', { categories: ['tutoring'], days: SATURDAY }],
  ])('%s: %s', (lang, text, expected) => {
    expect(read(lang, text)?.search).toEqual(expect.objectContaining(expected));
  });

  it('this week is what is left of it, and next week all of it', () => {
    expect(read('en', 'what is coming up this week')?.search.days).toHaveLength(7);
    expect(read('en', 'events next week')?.search.days?.[0]).toBe('2026-11-30');
    expect(read('en', 'events this month')?.search.days?.at(-1)).toBe('2026-11-30');
    expect(read('en', 'events in december')?.search.days).toHaveLength(31);
  });

  it('a longer phrase leaves nothing of a shorter one', () => {
    const said = read('en', 'free lunch form');

    expect(said?.search).toEqual({ categories: ['meal_form'], words: ['free', 'lunch', 'form'] });
    expect(said?.heard.has('free')).toBe(false);
  });

  it('a number without years is no age, and nobody is a hundred', () => {
    expect(read('en', 'is there a game at 9')?.search.age).toBeUndefined();
    expect(read('en', 'any game, my son is 99 years old')?.search.age).toBeUndefined();
  });

  it('words that were not understood are counted', () => {
    expect(read('en', 'summer camp')?.unread).toBe(0);
    expect(read('en', 'the weather ruined our summer camp')?.unread).toBeGreaterThan(2);
  });

  it('what says nothing of it is no search', () => {
    expect(read('en', 'thank you very much')).toBeUndefined();
    expect(read('en', '')).toBeUndefined();
  });
});
