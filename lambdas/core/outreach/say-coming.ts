import { factInWords } from '../facts.ts';
import { EVENT_CHOICE } from '../opportunities/event-choices.ts';
import type { OccurrenceRef } from '../opportunities/opportunity.ts';
import type { Party } from '../opportunities/seats.ts';
import type { Choice } from '../reply.ts';
import type { StepInput, StepResult } from '../steps/step.ts';
import { quietOf } from './admit.ts';
import { type Asked, answered, askedAbout, consentTo, instead } from './answer-plan.ts';
import type { Plan } from './outreach.ts';
import { outreachOf, withoutPlan, withPlan } from './plans.ts';
import { DEFAULT_REMINDERS, remindersToCome } from './reminders.ts';
import { isParty, MOST_PEOPLE, noRsvp } from './rsvp.ts';
import { partyInWords } from './write-plans.ts';

const partyChoices = ({ said, ref }: Asked): readonly Choice[] => [
  said.choice(EVENT_CHOICE.party({ adults: 1, children: 0 }, ref), 'justMe'),
  said.choice(EVENT_CHOICE.party({ adults: 1, children: 1 }, ref), 'meAndOne'),
  said.choice(EVENT_CHOICE.party({ adults: 1, children: 2 }, ref), 'meAndTwo'),
];

/** Asks how many come: by a tap, or by words. */
const askParty = (asked: Asked, body: string, isAskedAgain = false): StepResult =>
  answered(asked.input, 'rsvp', body, partyChoices(asked), {
    talk: { about: asked.ref, asked: 'party', ...(isAskedAgain ? { isAskedAgain } : {}) },
  });

/** Whom to call, as well as it is known. */
const contactOf = ({ input, occasion, said }: Asked): string => {
  const { contact } = occasion.opportunity;
  const { facts } = input.context;
  const phone = contact?.phone ?? factInWords(facts, 'officePhone', said.lang);
  const name = contact?.name ?? facts.schoolName ?? facts.districtName;
  return phone ? `${name}, ${phone}` : name;
};

/** Why the family cannot be put on the list; undefined where it can. */
const refused = (asked: Asked): StepResult | undefined => {
  const { input, said, occasion, ref, title, when } = asked;
  const { says, choice } = said;
  const details = choice(EVENT_CHOICE.show(ref), 'details');
  switch (noRsvp(occasion, input.conversation, input.context.now)) {
    case 'over':
      return instead(input, occasion);
    case 'closed':
      return answered(input, 'rsvp', says('rsvpClosed', { title, contact: contactOf(asked) }), [
        details,
        choice(EVENT_CHOICE.remind(ref), 'remind'),
      ]);
    case 'not_needed':
      return answered(input, 'rsvp', says('rsvpNotNeeded', { title, when }), [
        choice(EVENT_CHOICE.remind(ref), 'remind'),
        choice(EVENT_CHOICE.calendar(ref), 'calendar'),
        details,
      ]);
    default:
      return undefined;
  }
};

/** "I am coming": how many? */
export const come = (input: StepInput, ref: OccurrenceRef): StepResult => {
  const asked = askedAbout(input, ref);
  return asked ? (refused(asked) ?? askParty(asked, asked.said.says('rsvpAsk'))) : instead(input, undefined);
};

/** The number of people was not found in the words. */
export const askAgain = (input: StepInput, ref: OccurrenceRef): StepResult => {
  const asked = askedAbout(input, ref);
  return asked ? (refused(asked) ?? askParty(asked, asked.said.says('rsvpAgain'), true)) : instead(input, undefined);
};

/** The plan of somebody who is on the list; moments that the family has chosen stay. */
const planned = ({ input, occasion, plan, ref }: Asked, seat: 'yes' | 'waiting', party: Party): Plan => {
  const { now } = input.context;
  const { startsAt, endsAt } = occasion.occurrence;
  const isSameTime = plan?.startsAt === startsAt && plan.remindAt.length > 0;
  const toCome = remindersToCome({ startsAt, setAt: now }, occasion.opportunity.timeZone, quietOf(input.context));
  const { isSeatNews: _, ...before } = plan ?? {};
  return {
    ...before,
    ...ref,
    ...{ startsAt, endsAt, seat, party },
    setAt: isSameTime ? plan.setAt : now,
    remindAt: isSameTime
      ? plan.remindAt
      : toCome.filter(({ when }) => DEFAULT_REMINDERS.includes(when)).map(({ wished }) => wished),
    consent: consentTo(seat === 'yes' ? 'rsvpYes' : 'rsvpWaiting', input),
  };
};

const people = (party: Party | undefined): number => (party ? party.adults + party.children : 0);

/** Fewer come than the family said before: the rest of its places are free. */
const isFewer = ({ plan }: Asked, { party }: Plan): boolean =>
  plan?.seat === 'yes' && people(party) < people(plan.party);

/** So many people come: what the list made of it. */
export const party = (input: StepInput, ref: OccurrenceRef, wanted: Party): StepResult => {
  const asked = askedAbout(input, ref);
  if (!asked) return instead(input, undefined);
  const no = refused(asked);
  if (no) return no;
  const { said, title, when } = asked;
  const { says, choice } = said;
  if (!isParty(wanted)) return askParty(asked, says('rsvpMost', { most: String(MOST_PEOPLE) }));
  const { seat } = input.context;
  // Without a word of the list nothing is promised.
  if (!seat || (seat.state !== 'yes' && seat.state !== 'waiting')) return askParty(asked, says('rsvpAsk'));
  const plan = planned(asked, seat.state, seat.party);
  const told = { party: partyInWords(said, plan), place: String(seat.place ?? 1), title, when };
  const notComing = choice(EVENT_CHOICE.not(asked.ref), 'notComing');
  return answered(
    input,
    'rsvp',
    seat.state === 'yes' ? `${says('rsvpYes', told)}\n\n${says('sameFamily')}` : says('rsvpWaiting', told),
    seat.state === 'yes'
      ? [
          choice(EVENT_CHOICE.remind(asked.ref), 'remind'),
          choice(EVENT_CHOICE.calendar(asked.ref), 'calendar'),
          notComing,
        ]
      : [notComing],
    {
      outreach: withPlan(outreachOf(input.conversation), plan),
      talk: { about: asked.ref },
      ...(isFewer(asked, plan) ? { effects: [{ kind: 'fill_seats', ref: asked.ref }] } : {}),
    },
  );
};

/** "I cannot come": the place is free for whoever waits. */
export const notComing = (input: StepInput, ref: OccurrenceRef): StepResult => {
  const asked = askedAbout(input, ref);
  if (!asked) return instead(input, undefined);
  const { said, title } = asked;
  return answered(input, 'rsvp', said.says('rsvpNo', { title }), [said.choice(EVENT_CHOICE.list, 'comingUp')], {
    outreach: withoutPlan(outreachOf(input.conversation), asked.ref),
    effects: [{ kind: 'fill_seats', ref: asked.ref }],
  });
};
