import fc from 'fast-check';
import { schoolId } from '#core/directory.ts';
import type { Search } from '#core/opportunities/event-talk.ts';
import { findEvents } from '#core/opportunities/find-events.ts';
import { CATEGORIES, type Opportunity } from '#core/opportunities/opportunity.ts';
import { isUpcoming } from '#core/opportunities/upcoming.ts';
import { childrenOf } from '../../events/support/families.ts';
import { OPPORTUNITIES } from '../../events/support/opportunities.ts';
import { NOW } from '../support/small-world.ts';

const HOUR_MS = 3_600_000;
const [base] = OPPORTUNITIES;
if (!base) throw new Error('the fixture is empty');

const found = (search: Partial<Search>, as = 'unknown', more: readonly Opportunity[] = []) =>
  findEvents({ categories: [], ...search }, [...OPPORTUNITIES, ...more], {
    now: NOW,
    children: childrenOf(as, 'en'),
    lang: 'en',
  }).map(({ opportunity }) => opportunity.id as string);

describe('what fits a search', () => {
  it.each<readonly [string, Partial<Search>, string, readonly string[]]>([
    [
      'a kind, the soonest first',
      { categories: ['conference'] },
      'unknown',
      ['conf-lincoln', 'conf-oak', 'conf-river'],
    ],
    ['a kind at the school of the child', { categories: ['conference'] }, 'oak7', ['conf-oak']],
    [
      'a kind at the school that is named',
      { categories: ['conference'], school: schoolId('river') },
      'oak7',
      ['conf-river'],
    ],
    ['one of two children', { categories: ['conference'], child: 'c2' }, 'two', ['conf-oak']],
    ['what is free', { categories: ['performance'], isFree: true }, 'unknown', ['concert-lincoln']],
    ['an age', { categories: ['summer_program'], age: 9 }, 'unknown', ['camp-city', 'camp-arts']],
    ['a grade', { categories: ['summer_program'], grade: '10' }, 'unknown', ['bridge-river']],
    ['a day', { categories: ['english_class'], days: ['2026-11-28'] }, 'unknown', ['esl-saturday']],
    ['the evening', { categories: ['adult_class'], isEvening: true }, 'unknown', []],
    ['a day on which something runs', { categories: ['after_school'], days: ['2026-12-09'] }, 'oak7', ['asp-oak']],
    ['grown-ups', { categories: ['volunteering'], audience: 'children' }, 'unknown', []],
  ])('%s', (_, search, as, expected) => {
    expect(found(search, as)).toEqual(expected);
  });

  it('a day names nothing that only runs on it, where no kind was asked for', () => {
    expect(found({ days: ['2026-12-09'] }, 'oak7')).not.toContain('asp-oak');
  });

  it('what runs already stands behind what has a day of its own, where no kind was asked for', () => {
    const all = found({}, 'lincoln3');

    expect(all[0]).toBe('esl-evening');
    expect(all.at(-1)).toBe('asp-lincoln');
  });

  it('the very word in a title comes before what is sooner', () => {
    expect(found({ categories: ['adult_class'], words: ['ged'] })[0]).toBe('ged');
    expect(found({ categories: ['adult_class'], words: ['class'] })[0]).toBe('computer-class');
  });

  const at = (startsAt: string, endsAt: string): Opportunity => ({
    ...base,
    id: 'late' as Opportunity['id'],
    schools: [],
    timeZone: 'America/New_York',
    occurrences: [{ key: 'k', startsAt: Date.parse(startsAt), endsAt: Date.parse(endsAt) }],
  });
  const on = (day: string, opportunity: Opportunity) =>
    found({ categories: ['conference'], days: [day] }, 'unknown', [opportunity]);

  it('an event is found on the day on which it begins in its own zone', () => {
    const late = at('2026-11-25T04:30:00Z', '2026-11-25T05:30:00Z');

    expect(on('2026-11-24', late)).toEqual(['late']);
    expect(on('2026-11-25', late)).toEqual([]);
  });

  it('what lasts some days is found on each of them', () => {
    const fair = at('2026-11-27T15:00:00Z', '2026-11-29T22:00:00Z');

    expect(
      ['2026-11-26', '2026-11-27', '2026-11-28', '2026-11-29', '2026-11-30'].map((day) => on(day, fair).length),
    ).toEqual([0, 1, 1, 1, 0]);
  });

  it('a deadline that has no cost is not left out where it must be free', () => {
    expect(found({ categories: ['meal_form'], isFree: true })).toEqual(['mealform']);
  });
});

const anyOccurrence = fc
  .record({
    from: fc.integer({ min: -400, max: 400 }),
    hours: fc.integer({ min: 0, max: 900 }),
    isCancelled: fc.boolean(),
  })
  .map(({ from, hours, isCancelled }) => ({
    startsAt: NOW + from * HOUR_MS,
    endsAt: NOW + (from + hours) * HOUR_MS,
    isCancelled,
  }));

const anyOpportunity = fc
  .record({
    category: fc.constantFrom(...CATEGORIES.slice(0, 4)),
    form: fc.constantFrom('event', 'deadline', 'program'),
    status: fc.constantFrom('published', 'cancelled', 'draft'),
    on: fc.constantFrom('2026-11-20', '2026-05-28', '2026-05-26', undefined),
    school: fc.constantFrom('lincoln', 'oak', undefined),
    lang: fc.constantFrom('en', 'so', undefined),
    times: fc.array(anyOccurrence, { minLength: 1, maxLength: 6 }),
  })
  .map(({ on, school, lang, times, ...rest }) => {
    const { checked: _, ...without } = base;
    const occurrences = times
      .toSorted((one, other) => one.startsAt - other.startsAt)
      .map((one, at) => ({ ...one, endsAt: rest.form === 'program' ? one.endsAt : one.startsAt, key: `k${at}` }));
    return {
      ...without,
      ...rest,
      ...(on ? { checked: { by: 'x', on } } : {}),
      schools: school ? [schoolId(school)] : [],
      languages: lang ? [lang] : [],
      occurrences: rest.form === 'program' ? occurrences.slice(0, 1) : occurrences,
    } as Opportunity;
  });

const withIds = (all: readonly Opportunity[]) => all.map((one, at) => ({ ...one, id: `o${at}` as Opportunity['id'] }));

describe('whatever is stored', () => {
  const world = { now: NOW, children: childrenOf('lincoln3', 'en'), lang: 'en' as const };

  it('only what is to come, checked, and for this family is shown, each once, in order', () => {
    fc.assert(
      fc.property(fc.array(anyOpportunity, { maxLength: 30 }), (all) => {
        const shown = findEvents({ categories: [] }, withIds(all), world);
        for (const one of shown) {
          expect(isUpcoming(one, NOW)).toBe(true);
          expect([...one.opportunity.schools, 'lincoln'][0]).toBe('lincoln');
          expect([...one.opportunity.languages, 'en'][0]).toBe('en');
        }
        expect(new Set(shown.map(({ opportunity }) => opportunity.id)).size).toBe(shown.length);
      }),
    );
  });

  it('nothing that may be shown is left out, and asking again at any later time forgets nothing', () => {
    fc.assert(
      fc.property(
        fc.array(anyOpportunity, { maxLength: 30 }),
        fc.array(fc.integer({ min: -500, max: 500 })),
        (all, hours) => {
          const opportunities = withIds(all);
          for (const later of [0, ...hours]) {
            const now = NOW + later * HOUR_MS;
            const expected = opportunities.filter(
              (opportunity) =>
                (opportunity.schools[0] ?? 'lincoln') === 'lincoln' &&
                (opportunity.languages[0] ?? 'en') === 'en' &&
                opportunity.occurrences.some((occurrence) => isUpcoming({ opportunity, occurrence }, now)),
            );
            const shown = findEvents({ categories: [] }, opportunities, { ...world, now });
            expect(shown.map(({ opportunity }) => opportunity.id).sort()).toEqual(expected.map(({ id }) => id).sort());
          }
        },
      ),
    );
  });

  it('the first sixty of many are the soonest', () => {
    const many = Array.from({ length: 400 }, (_, at) => ({
      ...base,
      id: `o${at}` as Opportunity['id'],
      schools: [],
      occurrences: [{ key: 'k', startsAt: NOW + (((at * 7919) % 400) + 1) * HOUR_MS, endsAt: NOW + 500 * HOUR_MS }],
    }));
    const shown = findEvents({ categories: [] }, many, world);

    expect(shown).toHaveLength(60);
    expect(shown.map(({ occurrence }) => occurrence.startsAt)).toEqual(
      Array.from({ length: 60 }, (_, at) => NOW + (at + 1) * HOUR_MS),
    );
  });
});
