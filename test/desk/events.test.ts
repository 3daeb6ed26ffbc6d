import * as fc from 'fast-check';
import { missingBarriers } from '#contract/event-barriers.ts';
import type { EventEdit } from '#contract/events-api.ts';
import { describedBy } from '../../desk/src/desk/pages/events/described.ts';
import { changeWords, labelOf } from '../../desk/src/desk/pages/events/event-changes.ts';
import { copyOf, type EventDraft, eventDraft, newEvent } from '../../desk/src/desk/pages/events/event-draft.ts';
import { draftProblems, editOf } from '../../desk/src/desk/pages/events/event-edit.ts';
import { BARRIER_HINTS, eventTimeWords, savedWords } from '../../desk/src/desk/pages/events/event-words.ts';
import { repeatChoices, repeatsDraft, ruleOf } from '../../desk/src/desk/pages/events/repeats.ts';
import { textState } from '../../desk/src/desk/pages/events/text-draft.ts';

const ZONE = 'America/Chicago';
const FAIR: EventEdit = {
  form: 'event',
  category: 'fair',
  texts: { en: { title: 'Fair', about: 'Music.', by: 'person' }, ar: { title: 'مهرجان', by: 'machine' } },
  ...{ timeZone: ZONE, start: '2026-12-03T18:00', end: '2026-12-03T19:30', isAllDay: false },
  ...{ repeats: 'FREQ=WEEKLY;BYDAY=TU,TH', until: '2026-12-31', place: { name: 'Gym', address: '1 River Street' } },
  ...{ link: 'https://example.org/fair', isOnline: false, schools: ['high'], grades: ['9', '10'] },
  ...{ ages: { from: 6, to: 11 }, languages: ['es'], audience: 'parents', cost: { cents: 250, per: 'person' } },
  ...{ childcare: true, food: false, interpreters: ['es'], interpreterOnRequest: true, ride: false, noIdAsked: true },
  ...{ contact: { name: 'Mr. Haile', phone: '555' }, takesRsvp: true, capacity: 40, rsvpBy: '2026-12-01T12:00' },
};
const draft = (parts: Partial<EventDraft> = {}): EventDraft => ({ ...eventDraft(FAIR), ...parts });
const filled = (parts: Partial<EventDraft> = {}): EventDraft => ({
  ...newEvent('2026-12-03', ZONE, 'high'),
  texts: { en: { title: 'Fair', about: '', bring: '', by: 'person' } },
  ...parts,
});

describe('the form of an event', () => {
  it('holds all that is stored, and sends it back the same', () => {
    expect(draftProblems(draft())).toEqual({});
    expect(editOf(draft())).toEqual(FAIR);
  });

  it('sends nothing of what nobody has said', () => {
    expect(editOf(filled())).toEqual({
      ...{ form: 'event', category: 'family_night', texts: { en: { title: 'Fair', by: 'person' } }, timeZone: ZONE },
      ...{ start: '2026-12-03T18:00', end: '2026-12-03T19:30', isAllDay: false, schools: ['high'], grades: [] },
      ...{ languages: [], audience: 'families', interpreters: [], takesRsvp: false },
    });
  });

  it('of a deadline has one moment, and of a program whole days', () => {
    const deadline = editOf(filled({ form: 'deadline', endDay: '2026-12-11', endTime: '23:59', takesRsvp: true }));
    expect(deadline).toMatchObject({ start: '2026-12-11T23:59', end: '2026-12-11T23:59', takesRsvp: false });
    const program = editOf(filled({ form: 'program', endDay: '2027-03-01', repeats: 'week' }));
    expect(program).toMatchObject({ start: '2026-12-03T00:00', end: '2027-03-01T23:59', isAllDay: true });
    expect(program).not.toHaveProperty('repeats');
  });

  it.each<[string, Partial<EventDraft>, string]>([
    ['no title', { texts: {} }, 'texts.en.title'],
    [
      'a text without its title',
      { texts: { es: { title: '', about: 'Hola', bring: '', by: 'person' } } },
      'texts.es.title',
    ],
    ['an end before its beginning', { endTime: '17:00' }, 'endDay'],
    ['no day', { startDay: '' }, 'startDay'],
    ['an unknown zone', { timeZone: 'Mars/Base' }, 'timeZone'],
    ['no school', { schools: [] }, 'schools'],
    ['a cost that is none', { cost: 'person', amount: 'two' }, 'amount'],
    ['a link that is none', { link: 'example.org' }, 'link'],
    ['places that are none', { takesRsvp: true, capacity: 'many' }, 'capacity'],
    ['no place at all', { takesRsvp: true, capacity: '0' }, 'capacity'],
    ['ages the wrong way round', { agesFrom: '9', agesTo: '6' }, 'agesTo'],
    ['an answer after its end', { takesRsvp: true, rsvpByDay: '2026-12-04' }, 'rsvpByDay'],
    ['a last day before the first', { repeats: 'week', until: '2026-12-01' }, 'until'],
  ])('with %s is told of it at its field only', (_, parts, field) => {
    expect(Object.keys(draftProblems(filled(parts)))).toEqual([field]);
    expect(editOf(filled(parts))).toBeUndefined();
  });

  it('of a copy has the same but its days, which are to come', () => {
    const copy = copyOf(FAIR, '2027-01-05');
    expect(copy).toMatchObject({ startDay: '2027-01-05', endDay: '2027-01-05', startTime: '18:00', until: '' });
    expect({ ...copy, startDay: '', endDay: '', until: '', rsvpByDay: '' }).toEqual(
      draft({ startDay: '', endDay: '', until: '', rsvpByDay: '' }),
    );
  });

  it('tells of each field what a colleague changed', () => {
    const theirs = draft({ placeName: 'Library', schools: ['middle'], food: 'yes', texts: {} });
    const words = (field: keyof EventDraft) => `${labelOf(field)} ${changeWords(field, draft(), theirs, (id) => id)}`;
    expect(words('placeName')).toBe('Place was Gym, is Library now');
    expect(words('schools')).toBe('Schools was high, is middle now');
    expect(words('food')).toBe('Food was no, is yes now');
    expect(words('texts')).toBe('Texts changed in en, ar');
  });
});

describe('how an event repeats', () => {
  it('is shown by the form and written by it the same, whatever it is', () => {
    const rules = [
      'FREQ=WEEKLY;BYDAY=MO',
      'FREQ=WEEKLY;INTERVAL=2;BYDAY=SA',
      'FREQ=MONTHLY;BYDAY=1TH',
      'FREQ=DAILY;COUNT=3',
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(undefined, ...rules),
        fc.date({ noInvalidDate: true, min: new Date(0), max: new Date(4e12) }),
        (rule, at) => {
          const start = at.toISOString().slice(0, 10);
          expect(ruleOf(repeatsDraft(rule, start), start)).toBe(rule);
        },
      ),
    );
  });

  it('is told in words: the fifth of a month is its last', () => {
    const monthly = (date: string) => repeatChoices(date).find(({ id }) => id === 'month')?.words;
    expect(monthly('2026-12-03')).toBe('Every month, the first Thursday');
    expect(monthly('2026-12-31')).toBe('Every month, the last Thursday');
    expect(ruleOf({ repeats: 'month', weekdays: [], rule: '' }, '2026-12-31')).toBe('FREQ=MONTHLY;BYDAY=-1TH');
  });
});

describe('what families would not know', () => {
  it('is hinted at until it is said, in words for each', () => {
    const missing = missingBarriers(describedBy(newEvent('2026-12-03', ZONE)));
    expect(missing).toEqual(['where', 'cost', 'childcare', 'food', 'interpreters', 'ride', 'contact']);
    for (const barrier of missing) expect(BARRIER_HINTS[barrier]).toMatch(/^You have not said/);
    expect(missingBarriers(describedBy(draft()))).toEqual([]);
  });

  it('is asked only where families have the question', () => {
    const online = missingBarriers(describedBy(filled({ isOnline: 'yes', category: 'food' })));
    expect(online).toEqual(['cost', 'interpreters', 'noId', 'contact']);
    expect(missingBarriers(describedBy(filled({ form: 'deadline', audience: 'children' })))).toEqual([
      'cost',
      'contact',
    ]);
  });
});

describe('words about events', () => {
  const at = (text: string) => Date.parse(text);
  it.each([
    ['event', '2026-12-04T00:00:00Z', '2026-12-04T01:30:00Z', false, 'Thu, Dec 3, 2026, 6:00 PM – 7:30 PM'],
    ['event', '2026-12-03T06:00:00Z', '2026-12-04T05:59:00Z', true, 'Thu, Dec 3, 2026'],
    ['deadline', '2026-12-04T05:59:00Z', '2026-12-04T05:59:00Z', false, 'Until Thu, Dec 3, 2026, 11:59 PM'],
    ['program', '2026-12-03T06:00:00Z', '2027-01-05T05:59:00Z', true, 'Thu, Dec 3, 2026 to Mon, Jan 4, 2027'],
  ] as const)('tell when the %s from %s is', (form, startsAt, endsAt, isAllDay, words) => {
    const told = eventTimeWords({ form, startsAt: at(startsAt), endsAt: at(endsAt), timeZone: ZONE, isAllDay });
    expect(told.replaceAll('\u202f', ' ')).toBe(words);
  });

  it('say what became of it, and how many families hear of it', () => {
    expect(savedWords('cancelled', 'Fair', 1)).toBe('Fair is cancelled. 1 family is told now.');
    expect(savedWords('draft', 'Fair', 0)).toBe('Fair is saved as a draft. No family sees it.');
    expect(savedWords('published', 'Fair', 2)).toBe('Fair is saved. What changed for them, 2 families are told now.');
  });

  it('mark a text as written, by machine, or missing', () => {
    const text = { title: 'a', about: '', bring: '', by: 'machine' } as const;
    expect([undefined, text, { ...text, by: 'person' as const }].map(textState)).toEqual([
      'missing',
      'machine',
      'written',
    ]);
  });
});
