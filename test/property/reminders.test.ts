/**
 * A year of events, plans, changes and silence in six time zones, over both changes of the clock, with a clock that
 * jumps to the next moment at which something is due. What is sent is judged by rules that are written here anew.
 */
import fc from 'fast-check';
import { type Conversation, newConversation } from '#core/conversation.ts';
import { decide } from '#core/decide.ts';
import { contactId, messageId, numberId } from '#core/ids.ts';
import type { TurnEvent } from '#core/inbound.ts';
import { NOTHING_COMING_UP } from '#core/opportunities/coming-up.ts';
import { type Opportunity, opportunityId } from '#core/opportunities/opportunity.ts';
import { clockOf, momentOf } from '#core/when.ts';
import { DAY, HOUR, opportunity, WORDED } from '../core/outreach/support/plan-world.ts';
import { contextWith } from '../core/support/small-world.ts';

const ZONES = [
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Phoenix',
  'America/Los_Angeles',
  'Pacific/Honolulu',
] as const;
/** From here a year on clocks go forward on 14 March and back on 7 November. */
const FROM = Date.parse('2027-01-04T12:00:00Z');
const YEAR = 365 * DAY;
const MINUTE = 60_000;
const OBSERVED = { name: 'a holy day', from: '2027-05-10', to: '2027-05-11' };

interface Planned {
  /** Minutes from the beginning of the year until it begins; days before that the family says that it comes. */
  readonly startsIn: number;
  readonly saidDaysBefore: number;
  readonly how: 'party' | 'remind';
  readonly change: 'none' | 'cancelled' | 'moved' | 'dropped';
}

interface Year {
  readonly zone: (typeof ZONES)[number];
  readonly events: readonly Planned[];
  readonly follows: readonly ('digest' | 'tip')[];
  readonly stop?: { readonly day: number; readonly days: number };
  /** How many seconds late the sweep comes. */
  readonly lag: number;
}

const planned: fc.Arbitrary<Planned> = fc.record({
  startsIn: fc.integer({ min: 2 * 96, max: 364 * 96 }).map((quarters) => quarters * 15),
  saidDaysBefore: fc.integer({ min: 0, max: 20 }),
  how: fc.constantFrom('party', 'remind'),
  change: fc.constantFrom('none', 'none', 'none', 'cancelled', 'moved', 'dropped'),
});

const years: fc.Arbitrary<Year> = fc.record(
  {
    zone: fc.constantFrom(...ZONES),
    events: fc.array(planned, { minLength: 1, maxLength: 12 }),
    follows: fc.subarray(['digest', 'tip'] as const),
    stop: fc.record({ day: fc.integer({ min: 1, max: 300 }), days: fc.integer({ min: 1, max: 60 }) }),
    lag: fc.integer({ min: 0, max: 90 }),
  },
  { requiredKeys: ['zone', 'events', 'follows', 'lag'] },
);

interface Sent {
  readonly at: number;
  readonly body: string;
}

const CONTACT = { contact: contactId('0'.repeat(32)), number: numberId('100000000000001') };
const FAMILY = { userId: 'US.1' };

const idOf = (index: number) => opportunityId(`e${index}`);
const keyOf = (startsAt: number, zone: string): string => {
  const { date, time } = clockOf(startsAt, zone);
  return `${date}T${time}`;
};

/** The same event as staff have changed it. */
const changed = (one: Opportunity, change: Planned['change']): Opportunity => {
  if (change === 'cancelled') return { ...one, status: 'cancelled' };
  const occurrences = one.occurrences.map((occurrence) => ({
    ...occurrence,
    startsAt: occurrence.startsAt + DAY + HOUR,
    endsAt: occurrence.endsAt + DAY + HOUR,
  }));
  return change === 'moved' ? { ...one, occurrences } : one;
};

/** A family, the district, and a clock. */
const world = ({ zone, lag }: Pick<Year, 'zone' | 'lag'>, opportunities: Opportunity[]) => {
  let conversation: Conversation = {
    ...newConversation(FAMILY),
    profile: { address: FAMILY, language: { lang: 'en', source: 'chosen' }, consent: { status: 'unasked', at: 0 } },
  };
  let dueAt: number | undefined;
  let turn = 0;
  const sent: Sent[] = [];
  const take = (event: TurnEvent, now: number) => {
    turn += 1;
    const decision = decide(
      conversation,
      [event],
      contextWith({
        ...{ now, turn, timeZone: zone, content: WORDED },
        comingUp: { ...NOTHING_COMING_UP, opportunities: [...opportunities], observances: [OBSERVED] },
        seat: { state: 'yes', party: { adults: 1, children: 1 } },
      }),
    );
    conversation = decision.conversation;
    const saved = decision.effects.findLast((effect) => effect.kind === 'save_outreach');
    if (saved?.kind === 'save_outreach') dueAt = saved.dueAt;
    return decision;
  };
  return {
    sent,
    say: (id: string, now: number, text?: string) =>
      take(
        {
          ...CONTACT,
          kind: 'message_received',
          id: messageId(`wamid.${turn}`),
          from: FAMILY,
          sentAt: now,
          content: text === undefined ? { kind: 'choice', id, title: id } : { kind: 'text', text },
        },
        now,
      ),
    change: (index: number, change: 'cancelled' | 'moved', now: number) => {
      const one = opportunities[index];
      if (!one) return;
      opportunities[index] = changed(one, change);
      const { replies } = take(
        {
          ...CONTACT,
          ...{ kind: 'plan_changed', id: messageId(`change.${turn}`), sentAt: now, change },
          opportunity: one.id,
          occurrence: one.occurrences[0]?.key ?? '',
        },
        now,
      );
      for (const { body } of replies) sent.push({ at: now, body });
    },
    /** Lets all fall due until a moment. @returns how many moments came */
    runUntil: (until: number): number => {
      let moments = 0;
      while (dueAt !== undefined && dueAt + lag * 1000 < until) {
        const now = dueAt + lag * 1000;
        const id = messageId(`outreach.${dueAt}`);
        dueAt = undefined;
        const { replies } = take({ ...CONTACT, kind: 'outreach_due', id, sentAt: now }, now);
        for (const { body } of replies) sent.push({ at: now, body });
        moments += 1;
        if (moments > 3000) throw new Error('the clock does not get on');
      }
      return moments;
    },
  };
};

interface Told {
  readonly index: number;
  readonly at: number;
}

/** Plays a year. */
const play = (year: Year) => {
  const { zone, events, follows, stop } = year;
  const opportunities = events.map(({ startsIn }, index) => {
    const startsAt = FROM + startsIn * MINUTE;
    return opportunity({
      id: idOf(index),
      timeZone: zone,
      texts: { en: { title: `Event ${index}.`, by: 'person' } },
      occurrences: [{ key: keyOf(startsAt, zone), startsAt, endsAt: startsAt + 2 * HOUR }],
      checked: { by: 'x', on: '2027-12-31' },
    });
  });
  const lives = world(year, opportunities);
  const said: Told[] = [];
  const actions = [
    ...follows.map((follow, index) => ({
      at: FROM + index * 1000,
      act: (now: number) => lives.say(`ev:follow:${follow}`, now),
    })),
    ...events.map(({ startsIn, saidDaysBefore, how }, index) => {
      const at = Math.max(FROM + HOUR, FROM + startsIn * MINUTE - saidDaysBefore * DAY - 5 * HOUR);
      const ref = `${idOf(index)}:${opportunities[index]?.occurrences[0]?.key}`;
      return {
        at,
        act: (now: number) => {
          said.push({ index, at: now });
          return lives.say(how === 'party' ? `ev:party:1:1:${ref}` : `ev:remind:${ref}`, now);
        },
      };
    }),
    ...events.flatMap(({ startsIn, change }, index) => {
      const at = FROM + startsIn * MINUTE - 30 * HOUR;
      if (change === 'none' || at < FROM) return [];
      const ref = `${idOf(index)}:${opportunities[index]?.occurrences[0]?.key}`;
      return [
        {
          at,
          act: (now: number) =>
            change === 'dropped' ? lives.say(`ev:not:${ref}`, now) : lives.change(index, change, now),
        },
      ];
    }),
    ...(stop
      ? [
          { at: FROM + stop.day * DAY, act: (now: number) => lives.say('', now, 'STOP') },
          { at: FROM + (stop.day + stop.days) * DAY, act: (now: number) => lives.say('', now, 'START') },
        ]
      : []),
  ].toSorted((one, other) => one.at - other.at);
  let moments = 0;
  for (const { at, act } of actions) {
    moments += lives.runUntil(at);
    act(at);
  }
  moments += lives.runUntil(FROM + YEAR + 30 * DAY);
  return { sent: lives.sent, opportunities, moments };
};

const REMINDER = /^(?:A reminder|Today): Event (\d+)\.$/gm;
const CORRECTION = /Event \d+\. (?:on .* is cancelled|is now at another time)/;
const OTHER = /A reminder:|Today:|How was it\?|This week at school|A tip for this week/;

const isInNight = (at: number, zone: string): boolean => {
  const { date, time } = clockOf(at, zone);
  return time < '08:00' || time >= '20:00' || (date >= OBSERVED.from && date <= OBSERVED.to);
};

/** The evening before, as often as that is a day on which nobody is written to. */
const eveningBefore = (at: number, zone: string): number => {
  let evening = momentOf(clockOf(at, zone).date, '19:30', zone);
  while (evening >= at || isInNight(evening, zone))
    evening = momentOf(clockOf(evening - DAY, zone).date, '19:30', zone);
  return evening;
};

/** The earliest good moment of a reminder that was wished for at a time. */
const earliest = (wished: number, zone: string): number =>
  isInNight(wished, zone) ? eveningBefore(wished, zone) : wished;

const wishedOf = (startsAt: number, zone: string): readonly number[] => {
  const { time } = clockOf(startsAt, zone);
  const date = clockOf(startsAt, zone).date;
  const before = new Date(Date.parse(date) - 2 * DAY).toISOString().slice(0, 10);
  return [momentOf(before, time, zone), startsAt - 3 * HOUR, momentOf(date, '08:00', zone)];
};

/** What is wrong with what was sent in a year, in words. */
const wrongs = (year: Year): readonly string[] => {
  const { zone, stop, events } = year;
  const { sent, opportunities } = play(year);
  const reminders = sent.flatMap(({ at, body }) =>
    [...body.matchAll(REMINDER)].map(([, index]) => ({ at, index: Number(index) })),
  );
  const counted = sent.filter(({ body }) => !CORRECTION.test(body) || OTHER.test(body)).map(({ at }) => at);
  return [
    ...sent.filter(({ at }) => isInNight(at, zone)).map(({ at }) => `in quiet hours: ${new Date(at).toISOString()}`),
    ...reminders.flatMap(({ at, index }) => {
      const planned = events[index];
      const times = [
        planned ? FROM + planned.startsIn * MINUTE : 0,
        opportunities[index]?.occurrences[0]?.startsAt ?? 0,
      ];
      const isGood = times.some(
        (startsAt) => at < startsAt && wishedOf(startsAt, zone).some((wished) => at >= earliest(wished, zone)),
      );
      return isGood ? [] : [`early or late: event ${index} at ${new Date(at).toISOString()}`];
    }),
    ...events.flatMap(({ change }, index) => {
      const own = reminders.filter((one) => one.index === index);
      const most = change === 'moved' ? 4 : 2;
      const isTwice = own.some(({ at }, place) => own.slice(place + 1).some((other) => other.at - at < HOUR));
      return own.length > most || isTwice ? [`event ${index} was told ${own.length} times`] : [];
    }),
    ...(new Set(sent.map(({ at }) => at)).size < sent.length ? ['two messages at once'] : []),
    ...counted.flatMap((at, place) =>
      (counted[place + 3] ?? Number.POSITIVE_INFINITY) - at < 7 * DAY ? ['four in a week'] : [],
    ),
    ...(stop
      ? sent
          .filter(({ at }) => at > FROM + stop.day * DAY && at < FROM + (stop.day + stop.days) * DAY)
          .map(({ at }) => `after STOP: ${new Date(at).toISOString()}`)
      : []),
  ];
};

describe('a year of reminders', () => {
  it('has none early, none in quiet hours, none twice, no fourth in a week and none after STOP', () => {
    fc.assert(
      fc.property(years, (year) => {
        expect(wrongs(year)).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it('brings each of them at its moment where nothing stands in the way', () => {
    const spaced = fc.record({
      zone: fc.constantFrom(...ZONES),
      minutes: fc.array(fc.integer({ min: 0, max: 95 }), { minLength: 20, maxLength: 20 }),
      lag: fc.integer({ min: 0, max: 90 }),
    });
    fc.assert(
      fc.property(spaced, ({ zone, minutes, lag }) => {
        const events = minutes.map((quarter, index) => ({
          ...{ startsIn: (14 + index * 17) * 1440 + quarter * 15, saidDaysBefore: 6 },
          ...({ how: 'party', change: 'none' } as const),
        }));
        const { sent } = play({ zone, events, follows: [], lag });
        const told = sent.flatMap(({ at, body }) =>
          [...body.matchAll(REMINDER)].map(([, index]) => `${index} ${new Date(at).toISOString()}`),
        );
        const wanted = events.flatMap(({ startsIn }, index) => {
          const [first = 0, second = 0] = wishedOf(FROM + startsIn * MINUTE, zone).map((wished) =>
            earliest(wished, zone),
          );
          return [first, second].map((moment) => `${index} ${new Date(moment + lag * 1000).toISOString()}`);
        });
        expect(told).toEqual(wanted);
      }),
      { numRuns: 8 },
    );
  });
});
