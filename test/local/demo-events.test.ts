import { createMemoryDistrictStore } from '#adapters/memory/memory-district-store.ts';
import { createMemorySeatStore } from '#adapters/memory/memory-seat-store.ts';
import { knownDistrict } from '#app/district/known-district.ts';
import { CATEGORIES, opportunityId } from '#core/opportunities/opportunity.ts';
import { isUpcoming } from '#core/opportunities/upcoming.ts';
import { demoDistrict } from '../../bin/local/demo-district.ts';
import { addDemoEvents, demoEvents } from '../../bin/local/demo-events.ts';
import { districtBase } from '../../lambdas/adapters/content/district-base.ts';

const NOW = Date.parse('2026-11-23T15:00:00Z');
const ZONE = 'America/Chicago';
const LANGS_OF_ALL = ['en', 'es', 'ar', 'zh', 'ht', 'prs'] as const;

describe('what is coming up in the demo district', () => {
  const events = demoEvents(NOW, ZONE).map(({ opportunity }) => opportunity);
  const named = (id: string) => events.find((event) => event.id === id);

  it.each([
    ['in November', NOW],
    ['on a day when the clocks change', Date.parse('2027-03-14T12:00:00Z')],
    ['in a leap year’s February', Date.parse('2028-02-29T23:30:00Z')],
  ])('is near today %s, and most of it is shown to families', (_, now) => {
    const shown = demoEvents(now, ZONE).flatMap(({ opportunity }) =>
      opportunity.occurrences.filter((occurrence) => isUpcoming({ opportunity, occurrence }, now)).slice(0, 1),
    );
    expect(shown.length).toBeGreaterThanOrEqual(20);
    expect(shown.every(({ endsAt }) => endsAt < now + 130 * 86_400_000)).toBe(true);
  });

  it('is written in the languages that most families read, and all but a draft in six', () => {
    const published = events.filter(({ status }) => status !== 'draft');
    for (const { id, texts } of published) {
      expect([id, LANGS_OF_ALL.filter((lang) => !texts[lang])]).toEqual([id, []]);
    }
    expect(events.filter(({ texts }) => Object.keys(texts).length === 14).length).toBeGreaterThanOrEqual(5);
  });

  it('is of many kinds and known schools, with one cancelled, past, unchecked, a draft, and full', () => {
    const schools = Object.keys(demoDistrict(NOW).schools);
    expect(events.flatMap((event) => event.schools).every((school) => schools.includes(school))).toBe(true);
    expect(CATEGORIES.filter((category) => events.some((event) => event.category === category)).length).toBeGreaterThan(
      18,
    );
    expect(named('demo-field-day-cancelled')?.status).toBe('cancelled');
    expect(named('demo-math-night-past')?.occurrences[0]?.endsAt).toBeLessThan(NOW);
    expect(named('demo-coat-drive-unchecked')?.checked).toBeUndefined();
    expect(named('demo-spring-draft')?.status).toBe('draft');
    expect(named('demo-swim-full')?.capacity).toBe(6);
  });

  it('is put into the table once, with who comes; what was changed at the desk stays', async () => {
    const store = createMemoryDistrictStore();
    const seats = createMemorySeatStore();
    await addDemoEvents(store, seats, { now: NOW, timeZone: ZONE });
    const version = await store.version(true);
    await addDemoEvents(store, seats, { now: NOW, timeZone: ZONE });
    expect(await store.version(true)).toBe(version);
    const known = knownDistrict(districtBase(demoDistrict(NOW)), await store.read());
    expect(known.opportunities).toHaveLength(events.length);
    const [list] = await seats.seatsOf(opportunityId('demo-swim-full'));
    const yes = list?.list.seats.filter(({ state }) => state === 'yes') ?? [];
    expect(yes.reduce((sum, { party }) => sum + party.adults + party.children, 0)).toBe(6);
  });
});
