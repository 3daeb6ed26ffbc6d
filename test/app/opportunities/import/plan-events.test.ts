import { createCsv } from '#adapters/csv/csv.ts';
import { knownDistrict, NOTHING_CHANGED } from '#app/district/known-district.ts';
import { type EventRights, planEvents } from '#app/opportunities/import/plan-events.ts';
import { listWith } from '#app/opportunities/lists.ts';
import type { Opportunity } from '#core/opportunities/opportunity.ts';

const now = Date.parse('2026-11-24T15:00:00Z');
const BASE = {
  timeZone: 'America/Chicago',
  facts: { districtName: 'Riverbend' },
  schools: {
    high: { edit: { name: 'Lincoln High', grades: [], days: [] }, facts: {} },
    middle: { edit: { name: 'East Middle', grades: [], days: [] }, facts: {} },
  },
};
const ALL: EventRights = { mayChange: () => true };
const HIGH: EventRights = { mayChange: (schools) => schools.length > 0 && schools.every((one) => one === 'high') };

const knownWith = (opportunities: readonly Opportunity[]) =>
  knownDistrict(BASE, {
    ...NOTHING_CHANGED,
    opportunities: [listWith({ nr: 0, version: 0, opportunities: [] }, opportunities)],
  });

const plan = (
  text: string,
  {
    known = [],
    rights = ALL,
    checkedBy,
  }: { known?: readonly Opportunity[]; rights?: EventRights; checkedBy?: string } = {},
) =>
  planEvents(createCsv(), { name: 'events.csv', text }, knownWith(known), {
    rights,
    world: { now, today: '2026-11-24', from: now - 31 * 86_400_000, timeZone: 'America/Chicago', checkedBy },
  });
const eventsOf = (text: string, options: Parameters<typeof plan>[1] = {}) => {
  const { changes, problems } = plan(text, options);
  expect(problems).toEqual([]);
  return changes.map(({ after }) => after);
};

const FULL = `id,title,about,bring,form,category,start,end,time_zone,repeats,until,place,address,link,online,schools,grades,ages,languages,audience,cost,cost_per,childcare,food,interpreters,interpreter_on_request,ride,no_id_asked,contact,contact_phone,rsvp,capacity,rsvp_by
math-1,Family Math Night,"Games, dinner",A pencil,event,family_night,12/3/2026 6:00 PM,19:30,,FREQ=MONTHLY;BYDAY=1TH,2027-05-31,Lincoln gym,200 Main St,https://lincoln.example.org,no,Lincoln High;middle,k;3,5-12,es;so,families,$2.50,person,yes,yes,es;ar,yes,no,yes,Ms. Rivera,312-555-0100,yes,80,2026-12-01`;

describe('a table of events', () => {
  it('gives every field of an event', () => {
    const [event] = eventsOf(FULL, { checkedBy: 'Ms. Lead' });

    expect(event).toMatchObject({
      ...{ id: 'c.math-1', version: 1, form: 'event', category: 'family_night', status: 'published' },
      texts: { en: { title: 'Family Math Night', about: 'Games, dinner', bring: 'A pencil', by: 'person' } },
      ...{ timeZone: 'America/Chicago', repeats: 'FREQ=MONTHLY;BYDAY=1TH' },
      place: { name: 'Lincoln gym', address: '200 Main St' },
      ...{ link: 'https://lincoln.example.org', isOnline: false, schools: ['high', 'middle'], grades: ['k', '3'] },
      ...{ ages: { from: 5, to: 12 }, languages: ['es', 'so'], audience: 'families' },
      ...{ cost: { cents: 250, per: 'person' }, childcare: true, food: true, interpreters: ['es', 'ar'] },
      ...{ interpreterOnRequest: true, ride: false, noIdAsked: true },
      contact: { name: 'Ms. Rivera', phone: '312-555-0100' },
      ...{ takesRsvp: true, capacity: 80, rsvpBy: Date.parse('2026-12-02T05:59:00Z') },
      checked: { by: 'Ms. Lead', on: '2026-11-24' },
      source: { kind: 'csv' },
    });
    expect(event?.occurrences.map(({ key }) => key)).toEqual([
      ...['2026-12-03T18:00', '2027-01-07T18:00', '2027-02-04T18:00'],
      ...['2027-03-04T18:00', '2027-04-01T18:00', '2027-05-06T18:00'],
    ]);
  });

  it('needs a title and a start alone; without a time it is a whole day, and nobody has checked it', () => {
    const [event] = eventsOf('title,start\nScience Fair,2026-12-10');

    expect(event).toMatchObject({ isAllDay: true, category: 'fair', schools: [], takesRsvp: false });
    expect(event?.checked).toBeUndefined();
    expect(event?.cost).toBeUndefined();
  });

  it('of deadlines gives their last moment', () => {
    const [event] = eventsOf('title,start,form\nMeal form,2026-12-10,deadline');

    expect(event?.occurrences).toEqual([
      {
        key: '2026-12-10T00:00',
        startsAt: Date.parse('2026-12-11T05:59:00Z'),
        endsAt: Date.parse('2026-12-11T05:59:00Z'),
      },
    ]);
  });

  it.each([FULL, 'title,start\nScience Fair,2026-12-10'])('changes nothing the second time', (text) => {
    const known = eventsOf(text, { checkedBy: 'Ms. Lead' });

    expect(plan(text, { known, checkedBy: 'Mr. Other' })).toEqual({ changes: [], same: 1, problems: [] });
  });

  it('keeps what it does not name, takes away what is empty, and the names of times that are moved', () => {
    const [before] = eventsOf(FULL, { checkedBy: 'Ms. Lead' }) as [Opportunity];
    const known = [{ ...before, texts: { ...before.texts, es: { title: 'Noche', by: 'person' as const } } }];
    const [after] = eventsOf(
      'id,title,start,end,repeats,until,place\nmath-1,Family Math Night,2026-12-03 17:30,19:00,FREQ=MONTHLY;BYDAY=1TH,2027-05-31,',
      { known },
    );

    expect(after).toMatchObject({
      version: 2,
      texts: { es: { title: 'Noche' } },
      childcare: true,
      schools: ['high', 'middle'],
    });
    expect(after?.place).toBeUndefined();
    expect(after?.occurrences[0]).toMatchObject({
      key: '2026-12-03T18:00',
      startsAt: Date.parse('2026-12-03T23:30:00Z'),
    });
    // Nobody has said that the change was looked at.
    expect(after?.checked).toBeUndefined();
  });

  it.each([
    ['title,start\n,2026-12-10', 2, 'title', 'Write a title'],
    ['title,start\nFair,', 2, 'start', 'Write when it begins'],
    ['title,start\nFair,soon', 2, 'start', 'is not a date'],
    ['title,start,end\nFair,2026-12-10 18:00,17:00', 2, 'end', 'ends before it begins'],
    ['title,start,time_zone\nFair,2026-12-10 18:00,Mars/Base', 2, 'time_zone', 'no time zone'],
    ['title,start,repeats\nFair,2026-12-10 18:00,every week', 2, 'repeats', 'repeats'],
    ['title,start,schools\nFair,2026-12-10,West', 2, 'schools', 'no school "West"'],
    ['title,start,cost\nFair,2026-12-10,cheap', 2, 'cost', 'is not a cost'],
    ['title,start,cost\nFair,2026-12-10,5', 2, 'cost', 'cost_per'],
    ['title,start,ages\nFair,2026-12-10,12-5', 2, 'ages', 'span of ages'],
    ['title,start,languages\nFair,2026-12-10,Spanish', 2, 'languages', 'code'],
    ['title,start,capacity\nFair,2026-12-10,many', 2, 'capacity', 'number of people'],
    ['title,start,category\nFair,2026-12-10,party', 2, 'category', 'Write one of'],
    ['title,start\nFair,2026-12-10\nFAIR,2026-12-10', 3, 'title', 'twice'],
    ['id,title,start\na b,Fair,2026-12-10', 2, 'id', 'cannot be an id'],
    ['title,when\nFair,2026-12-10', 1, 'start', 'is missing'],
  ])('tells by row and column what is wrong: %j', (text, row, column, words) => {
    expect(plan(text).problems).toEqual([{ file: 'events.csv', row, column, message: expect.stringContaining(words) }]);
  });

  it('takes the other rows where one is wrong', () => {
    const { changes, problems } = plan('title,start\nFair,2026-12-10\nTalk,soon\nConcert,2026-12-11 19:00');

    expect(changes.map(({ after }) => after.texts.en?.title)).toEqual(['Fair', 'Concert']);
    expect(problems).toHaveLength(1);
  });

  it('changes events of the importer’s own schools only', () => {
    const { changes, problems } = plan(
      'title,start,schools\nFair,2026-12-10,high\nTalk,2026-12-10,middle\nConcert,2026-12-11,',
      { rights: HIGH },
    );

    expect(changes.map(({ after }) => after.texts.en?.title)).toEqual(['Fair']);
    expect(problems.map(({ row, column }) => [row, column])).toEqual([
      [3, 'schools'],
      [4, 'schools'],
    ]);
  });

  it('does not bring back what was cancelled', () => {
    const [before] = eventsOf('title,start\nFair,2026-12-10') as [Opportunity];

    expect(plan('title,start\nFair,2026-12-10', { known: [{ ...before, status: 'cancelled' }] }).problems).toHaveLength(
      1,
    );
  });
});
