import { flowSpeaker } from '../flows/flow-speaker.ts';
import type { Choice } from '../reply.ts';
import type { StepInput, StepResult } from '../steps/step.ts';
import { cut, eventCard, eventLine, lengthOf, MOST_CHARACTERS } from './event-card.ts';
import { EVENT_CHOICE } from './event-choices.ts';
import { type EventSpeaker, eventSpeaker } from './event-speaker.ts';
import type { EventTalk, Search } from './event-talk.ts';
import { refOf, type Upcoming } from './upcoming.ts';

/** As many as stand in one message. */
const PAGE = 4;
/** The longest title and description of a row (Meta, "Interactive list messages", November 2026). */
const LONGEST_ROW = 24;
const LONGEST_DESCRIPTION = 72;

/** What eventsStep says is remembered, so that "2" and "and on Sunday?" mean something by it. */
export const said = (
  { context, speaker }: StepInput,
  body: string,
  choices: readonly Choice[],
  talk: Omit<EventTalk, 'at'>,
): StepResult => ({
  replies: [speaker.say('choices', body, choices)],
  outcome: 'answered',
  taken: { kind: 'event', ...(talk.search?.categories[0] ? { topic: talk.search.categories[0] } : {}) },
  conversation: { eventTalk: { at: context.now, ...talk } },
});

/** What leads to the details of one, to tap. */
export const detailsChoice = (upcoming: Upcoming, speaker: EventSpeaker, now: number): Choice => ({
  id: EVENT_CHOICE.show(refOf(upcoming)),
  title: cut(speaker.textOf(upcoming.opportunity).title, LONGEST_ROW),
  description: cut(speaker.when(upcoming, now), LONGEST_DESCRIPTION),
});

/** What a family may do about one of them. @param isPlanned whether it has said that it comes */
export const cardChoices = (
  { opportunity, occurrence }: Upcoming,
  now: number,
  speaker: EventSpeaker,
  isPlanned = false,
): Choice[] => {
  const ref = refOf({ opportunity, occurrence });
  const isOpen = opportunity.takesRsvp && (opportunity.rsvpBy ?? occurrence.startsAt) > now;
  const isAhead = occurrence.startsAt > now || (opportunity.form === 'deadline' && occurrence.endsAt > now);
  return [
    ...(isPlanned ? [speaker.choice(EVENT_CHOICE.not(ref), 'notComing')] : []),
    ...(isOpen && !isPlanned ? [speaker.choice(EVENT_CHOICE.come(ref), 'coming')] : []),
    ...(isAhead ? [speaker.choice(EVENT_CHOICE.remind(ref), 'remind')] : []),
    ...(isAhead ? [speaker.choice(EVENT_CHOICE.calendar(ref), 'calendar')] : []),
  ];
};

/** Whether the family has said that it comes. */
const isPlanned = ({ conversation }: StepInput, upcoming: Upcoming): boolean => {
  const { opportunity, occurrence } = refOf(upcoming);
  return (conversation.profile.outreach?.plans ?? []).some(
    (plan) => plan.opportunity === opportunity && plan.occurrence === occurrence && plan.seat !== undefined,
  );
};

const opening = (input: StepInput, search: Search, speaker: EventSpeaker): string => {
  const child = input.conversation.profile.children?.find(({ id }) => id === search.child);
  if (search.days) return speaker.says('listDay', { days: flowSpeaker(input).days(search.days) });
  return child ? speaker.says('listFor', { child: child.name }) : speaker.says('list');
};

/** All about one of them. @param before what is said first */
export const oneEvent = (
  input: StepInput,
  upcoming: Upcoming,
  talk: Omit<EventTalk, 'at'>,
  before?: string,
): StepResult => {
  const { context } = input;
  const speaker = eventSpeaker(context.content, input.speaker.lang);
  const { now, directory } = context;
  const room = MOST_CHARACTERS - (before ? lengthOf(before, speaker) + 2 : 0);
  const card = eventCard(upcoming, speaker, { now, directory }, { room, isFull: context.isFull ?? false });
  return said(
    input,
    before ? `${before}\n\n${card}` : card,
    [
      ...cardChoices(upcoming, now, speaker, isPlanned(input, upcoming)),
      speaker.choice(EVENT_CHOICE.list, 'comingUp'),
      speaker.choice(EVENT_CHOICE.find, 'lookFor'),
      input.speaker.personChoice,
    ],
    { ...talk, about: refOf(upcoming) },
  );
};

const bodyOf = (before: string, lines: readonly string[]): string =>
  [before, ...lines.map((line, at) => `${at + 1}. ${line}`)].join('\n\n');

/** As many of them as fit into one message, at least one. */
const page = (found: readonly Upcoming[], before: string, speaker: EventSpeaker, input: StepInput) => {
  const { now, directory } = input.context;
  const all = found.slice(0, PAGE);
  const lines = all.map((one) => eventLine(one, speaker, { now, directory }));
  let count = all.length;
  while (count > 1 && lengthOf(bodyOf(before, lines.slice(0, count)), speaker) > MOST_CHARACTERS) count -= 1;
  return { shown: all.slice(0, count), body: bodyOf(before, lines.slice(0, count)) };
};

/**
 * What was found, as one message: one with all about it, several as a list to tap.
 * @param from the place in the list to go on at; `before` is said first, in place of what the search says
 */
export const listOf = (
  input: StepInput,
  search: Search,
  found: readonly Upcoming[],
  { from = 0, before }: { readonly from?: number; readonly before?: string } = {},
): StepResult | undefined => {
  const rest = found.slice(from);
  const [only, ...others] = rest;
  if (!only) return undefined;
  const speaker = eventSpeaker(input.context.content, input.speaker.lang);
  const first = before ?? opening(input, search, speaker);
  if (others.length === 0) return oneEvent(input, only, { search, shown: [refOf(only)] }, first);
  const { shown, body } = page(rest, first, speaker, input);
  const next = from + shown.length;
  const hasMore = next < found.length;
  return said(
    input,
    body,
    [
      ...shown.map((one) => detailsChoice(one, speaker, input.context.now)),
      ...(hasMore ? [speaker.choice(EVENT_CHOICE.more, 'more')] : []),
      speaker.choice(EVENT_CHOICE.find, 'lookFor'),
      input.speaker.personChoice,
    ],
    { search, shown: shown.map(refOf), ...(hasMore ? { next } : {}) },
  );
};
