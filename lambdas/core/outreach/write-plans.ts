import { EVENT_CHOICE } from '../opportunities/event-choices.ts';
import { detailsChoice } from '../opportunities/event-list.ts';
import type { EventSpeaker } from '../opportunities/event-speaker.ts';
import { refOf, type Upcoming } from '../opportunities/upcoming.ts';
import { clockOf } from '../when.ts';
import type { Item } from './item.ts';
import { namedChoice, titleOf, whereOf } from './occasion.ts';
import type { Plan } from './outreach.ts';
import type { Part, Writing } from './part.ts';

type Of<Kind extends Item['kind']> = Extract<Item, { kind: Kind }>;

/** Who comes, in words; nothing where only a reminder was asked for. */
export const partyInWords = ({ says }: EventSpeaker, { party }: Pick<Plan, 'party'>): string =>
  party ? says('party', { adults: String(party.adults), children: String(party.children) }) : '';

/** What a family must know on the way: when, where, how, with what. */
const onTheWay = (occasion: Upcoming, now: number, said: EventSpeaker): readonly string[] => {
  const { opportunity } = occasion;
  const where = whereOf(occasion, said);
  const { bring } = said.textOf(opportunity);
  return [
    said.when(occasion, now),
    ...(where ? [`${said.label('where')}: ${where}`] : []),
    ...(opportunity.link && opportunity.link !== where ? [`${said.label('link')}: ${opportunity.link}`] : []),
    ...(opportunity.ride ? [said.label('ride')] : []),
    ...(bring ? [`${said.label('bring')}: ${bring}`] : []),
  ];
};

const nameAndTime = (occasion: Upcoming, now: number) => (said: EventSpeaker) => ({
  title: titleOf(occasion, said),
  when: said.when(occasion, now),
});

const reminder = ({ occasion, plan }: Of<'reminder'>, { said, context }: Writing): Part => {
  const { says, choice } = said;
  const { opportunity, occurrence } = occasion;
  const ref = refOf(occasion);
  const dayOf = (at: number) => clockOf(at, opportunity.timeZone).date;
  const isToday = dayOf(occurrence.startsAt) === dayOf(context.now);
  const opening = says(isToday ? 'reminderToday' : 'reminder', { title: titleOf(occasion, said) });
  return {
    text: [opening, ...onTheWay(occasion, context.now, said)].join('\n'),
    choices: [
      choice(EVENT_CHOICE.show(ref), 'details'),
      ...(isToday && plan.seat === 'yes' ? [choice(EVENT_CHOICE.here(ref), 'here')] : []),
      choice(EVENT_CHOICE.not(ref), 'notComing'),
    ],
    short: [detailsChoice(occasion, said, context.now)],
    until: occurrence.startsAt,
    template: 'event_reminder',
    parameters: (template) => ({
      ...nameAndTime(occasion, context.now)(template),
      where: whereOf(occasion, template) ?? context.facts.districtName,
    }),
  };
};

const correction = ({ occasion, plan, change }: Of<'correction'>, { said, context }: Writing): Part => {
  const { says, choice } = said;
  const ref = refOf(occasion);
  const { opportunity } = occasion;
  const title = titleOf(occasion, said);
  const parts = { short: [detailsChoice(occasion, said, context.now)], parameters: nameAndTime(occasion, context.now) };
  const notComing = choice(EVENT_CHOICE.not(ref), 'notComing');
  if (change === 'cancelled') {
    // The time that the family knows.
    const known = { opportunity, occurrence: { ...occasion.occurrence, startsAt: plan.startsAt, endsAt: plan.endsAt } };
    return {
      ...parts,
      text: says('cancelled', { title, when: said.when(known, context.now) }),
      choices: [choice(EVENT_CHOICE.list, 'comingUp')],
      short: [choice(EVENT_CHOICE.list, 'comingUp')],
      template: 'event_cancelled',
      parameters: nameAndTime(known, context.now),
    };
  }
  const when = said.when(occasion, context.now);
  if (change === 'moved') {
    const coming = plan.party ? EVENT_CHOICE.party(plan.party, ref) : EVENT_CHOICE.come(ref);
    return {
      ...parts,
      text: says('moved', { title, when }),
      choices: [choice(coming, 'coming'), notComing],
      template: 'event_moved',
    };
  }
  return {
    ...parts,
    text: says('seatFree', { title, when, party: partyInWords(said, plan) }),
    choices: [choice(EVENT_CHOICE.show(ref), 'details'), choice(EVENT_CHOICE.calendar(ref), 'calendar'), notComing],
    template: 'seat_free',
  };
};

const afterwards = ({ occasion }: Of<'afterwards'>, { said }: Writing): Part => {
  const { says, choice } = said;
  const ref = refOf(occasion);
  const title = titleOf(occasion, said);
  return {
    text: says('afterAsk', { title }),
    choices: [choice(EVENT_CHOICE.went(ref), 'went'), choice(EVENT_CHOICE.couldNot(ref), 'couldNot')],
    short: [namedChoice(EVENT_CHOICE.went(ref), title)],
    template: 'event_after',
    parameters: (template) => ({ title: titleOf(occasion, template) }),
  };
};

/** What is to be told of something that the family plans to come to. */
export const writePlan = (item: Of<'correction' | 'reminder' | 'afterwards'>, writing: Writing): Part => {
  switch (item.kind) {
    case 'correction':
      return correction(item, writing);
    case 'reminder':
      return reminder(item, writing);
    case 'afterwards':
      return afterwards(item, writing);
    default:
      return item satisfies never;
  }
};
