import { loadContent } from '#adapters/content/compiled.ts';
import { LANGS, type Lang } from '#core/language.ts';
import { eventCard, eventLine, lengthOf } from '#core/opportunities/event-card.ts';
import { isEventChoice, refOfChoice } from '#core/opportunities/event-choices.ts';
import { eventSpeaker } from '#core/opportunities/event-speaker.ts';
import type { Opportunity } from '#core/opportunities/opportunity.ts';
import { compileContent } from '../../../bin/content/compile-content.ts';
import { DIRECTORY } from '../../events/support/families.ts';
import { OPPORTUNITIES } from '../../events/support/opportunities.ts';
import { NOW } from '../support/small-world.ts';

const { content } = loadContent(compileContent());
const world = { now: NOW, directory: DIRECTORY };
const said = (lang: Lang) => eventSpeaker(content, lang);

const conference = OPPORTUNITIES.find(({ id }) => id === 'conf-lincoln') as Opportunity;
const all: Opportunity = {
  ...conference,
  texts: {
    en: { title: 'Conferences', about: 'Talk with the teacher.', bring: 'the report card', by: 'person' },
    es: { title: 'Conferencias', by: 'machine' },
  },
  place: { name: 'Lincoln gym', address: '12 Oak St & 3rd, Riverbend' },
  grades: ['k', '1', '2', '3', '5'],
  cost: { cents: 250, per: 'family' },
  childcare: true,
  food: true,
  interpreters: ['so', 'es'],
  ride: true,
  contact: { name: 'Ms. Reyes', phone: '555-0123' },
  rsvpBy: Date.parse('2026-12-01T23:00:00Z'),
  link: 'https://example.org/sign-up',
};
const card = (opportunity: Opportunity, lang: Lang, options = {}) =>
  eventCard({ opportunity, occurrence: opportunity.occurrences[0] as never }, said(lang), world, options);
const of = (id: string) => {
  const opportunity = OPPORTUNITIES.find((one) => one.id === id) as Opportunity;
  return { opportunity, occurrence: opportunity.occurrences.at(-1) as never };
};

describe('a card', () => {
  it('tells all that decides whether a family can come', () => {
    expect(card(all, 'en')).toBe(
      [
        '*Conferences*',
        '',
        'Talk with the teacher.',
        '',
        'When: Thursday, December 3, 3:00 PM – 7:00 PM',
        'Where: Lincoln gym, 12 Oak St & 3rd, Riverbend',
        'https://www.google.com/maps/search/?api=1&query=Lincoln%20gym%2C%2012%20Oak%20St%20%26%203rd%2C%20Riverbend',
        'School: Lincoln Elementary School',
        'For: parents, Grades: Kindergarten – 3, 5',
        'Cost: $2.50 for the family',
        'Say that you come until: Tuesday, December 1',
        'Somebody looks after small children',
        'There is food',
        'Interpreters: Soomaali, Español',
        'There is a bus or a ride',
        'Nobody asks for an ID',
        'Bring: the report card',
        'Sign up or join: https://example.org/sign-up',
        'Questions: Ms. Reyes, 555-0123',
        'Checked Monday, November 16',
      ].join('\n'),
    );
  });

  it('says that a machine translated it, and which interpreter is there for this family first', () => {
    const spanish = card(all, 'es');

    expect(spanish).toContain(content.packs.es.events.labels.machine);
    expect(spanish).toContain('Español, Soomaali');
    expect(card(all, 'vi')).toContain('*Conferences*');
    expect(card(all, 'vi')).not.toContain(content.packs.vi.events.labels.machine);
  });

  it('tells nothing that is not known: an unknown cost is not free', () => {
    const plain = card({ ...conference, cost: undefined } as unknown as Opportunity, 'en');

    expect(plain).not.toContain('Cost');
    expect(plain).not.toContain('Where');
  });

  it('says that all places are taken where that is known', () => {
    expect(card(all, 'en', { isFull: true })).toContain(content.packs.en.events.labels.full);
  });

  it('fits into a message in every language, whatever was written', () => {
    const long: Opportunity = {
      ...all,
      texts: {
        en: {
          title: 'A very long title '.repeat(20),
          about: 'Many words. '.repeat(300),
          bring: 'a '.repeat(300),
          by: 'machine',
        },
      },
    };
    for (const lang of LANGS) {
      const body = card(long, lang);
      expect(lengthOf(body, said(lang))).toBeLessThanOrEqual(1000);
      expect(body).toContain('https://www.google.com/maps/search/?api=1');
      expect(lengthOf(card(all, lang, { room: 600 }), said(lang))).toBeLessThanOrEqual(600);
    }
  });
});

describe('when it is', () => {
  it.each([
    ['a deadline at the end of a day', 'mealform', 'Until: Friday, December 18'],
    ['a deadline at an hour', 'scholarship-rotary', 'Until: Friday, January 8, 5:00 PM'],
    ['a program that runs', 'asp-oak', 'Until: Friday, May 28'],
    ['a program to come', 'camp-city', 'Monday, June 14 – Friday, July 30'],
  ])('%s', (_, id, expected) => {
    expect(said('en').when(of(id), NOW)).toBe(expected);
  });

  it('is told in the zone in which it takes place', () => {
    const { opportunity, occurrence } = of('conf-oak');

    expect(said('en').when({ opportunity: { ...opportunity, timeZone: 'America/New_York' }, occurrence }, NOW)).toBe(
      'Tuesday, December 8, 5:00 PM – 7:00 PM',
    );
  });

  it('is said in the words of a right-to-left language', () => {
    const line = eventLine({ opportunity: all, occurrence: all.occurrences[0] as never }, said('ar'), world);

    expect(line).toContain('الخميس');
    expect(line.split('\n')).toHaveLength(4);
  });
});

describe('the ids of choices', () => {
  it.each(['ev:show:f0a.b-c:2026-12-03T18:00', 'ev:party:2:1:x:2026-12-03T18:00', 'ev:at:morning:x:2026-12-03'])(
    '%s is ours and tells which one it is about',
    (id) => {
      expect(isEventChoice(id)).toBe(true);
      expect(refOfChoice(id)?.opportunity).toMatch(/^(?:f0a\.b-c|x)$/);
      expect(refOfChoice(id)?.occurrence).toMatch(/^2026-12-03/);
    },
  );

  it('others are not', () => {
    expect(isEventChoice('ev:show:')).toBe(false);
    expect(isEventChoice('ev:nothing')).toBe(false);
    expect(refOfChoice('ev:more')).toBeUndefined();
    expect(refOfChoice('ev:survey:s1:0:1')).toBeUndefined();
  });
});
