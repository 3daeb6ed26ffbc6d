import ICAL from 'ical.js';
import { eventSpeaker } from '#core/opportunities/event-speaker.ts';
import type { Opportunity } from '#core/opportunities/opportunity.ts';
import { icsOf } from '#core/outreach/ics.ts';
import { NOW } from '../support/small-world.ts';
import { HOUR, opportunity, STARTS, WORDED } from './support/plan-world.ts';

const fileOf = (parts: Partial<Opportunity> = {}): string => {
  const one = opportunity(parts);
  const [occurrence] = one.occurrences;
  if (!occurrence) throw new Error('an opportunity has an occurrence');
  return icsOf({ opportunity: one, occurrence }, eventSpeaker(WORDED, 'en'), NOW);
};

/** As a reference library reads it. */
const read = (file: string) => {
  const event = new ICAL.Component(ICAL.parse(file)).getFirstSubcomponent('vevent');
  if (!event) throw new Error('a calendar has an event');
  return new ICAL.Event(event);
};

describe('the calendar file', () => {
  it('is read by a reference library as it was meant', () => {
    const about = 'Come; bring "all", even grandma\\grandpa.\nThere is tea, 茶, چای ☕ and '.padEnd(200, 'é');
    const texts = { en: { title: 'Math, music; more', about, bring: 'a pen', by: 'person' } } as const;
    const event = read(fileOf({ texts, version: 4, link: 'https://example.org/a?b=1,2' }));
    expect(event.summary).toBe('Math, music; more');
    expect(event.description).toBe(`${about}\nBring: a pen`);
    expect(event.location).toBe('Lincoln gym, 1 Elm St');
    expect(event.startDate.toJSDate().getTime()).toBe(STARTS);
    expect(event.endDate.toJSDate().getTime()).toBe(STARTS + 2 * HOUR);
    expect(event.sequence).toBe(4);
    expect(event.startDate.zone.tzid).toBe('UTC');
  });

  it('has lines of at most 75 octets, each with its own ending', () => {
    const file = fileOf({ texts: { en: { title: '学'.repeat(90), by: 'person' } } });
    const lines = file.split('\r\n');
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    expect(file.replaceAll('\r\n', '')).not.toContain('\n');
    expect(read(file).summary).toBe('学'.repeat(90));
  });

  it('keeps its UID when it is changed, and counts the sequence up', () => {
    const uidOf = (parts: Partial<Opportunity>) => read(fileOf(parts)).uid;
    expect(uidOf({ version: 2 })).toBe(uidOf({ version: 9, texts: { en: { title: 'Another', by: 'person' } } }));
  });

  it('tells whole days as dates, the end not included', () => {
    const day = {
      key: '2026-12-03',
      startsAt: Date.parse('2026-12-03T06:00:00Z'),
      endsAt: Date.parse('2026-12-05T06:00:00Z'),
    };
    const event = read(fileOf({ isAllDay: true, occurrences: [day] }));
    expect([event.startDate.toString(), event.endDate.toString()]).toEqual(['2026-12-03', '2026-12-05']);
  });

  it('says that something is cancelled', () => {
    expect(fileOf({ status: 'cancelled' })).toContain('STATUS:CANCELLED');
  });
});
