import { EVENT_CHOICE, refOfChoice } from '../opportunities/event-choices.ts';
import { listOf, oneEvent } from '../opportunities/event-list.ts';
import { eventSpeaker } from '../opportunities/event-speaker.ts';
import type { Search } from '../opportunities/event-talk.ts';
import { findEvents } from '../opportunities/find-events.ts';
import { askWhatFor, nothingFound } from '../opportunities/nothing-found.ts';
import { CATEGORIES, type Category } from '../opportunities/opportunity.ts';
import { asksForMore, searchAsked, talkNow } from '../opportunities/search-talk.ts';
import { isUpcoming, occurrenceOf, type Upcoming } from '../opportunities/upcoming.ts';
import type { Step, StepInput, StepResult } from './step.ts';

const ANYTHING: Search = { categories: [] };

const isCategory = (value: string): value is Category => (CATEGORIES as readonly string[]).includes(value);

const find = ({ context, conversation, speaker }: StepInput, search: Search): readonly Upcoming[] =>
  findEvents(search, context.comingUp.opportunities, {
    now: context.now,
    children: conversation.profile.children ?? [],
    lang: speaker.lang,
  });

/** What fits a search, or that nothing does. */
const show = (input: StepInput, search: Search): StepResult => {
  const { understanding } = input.reading;
  const best = understanding?.kind === 'topic' ? understanding.candidates[0]?.topic : undefined;
  return (
    listOf(input, search, find(input, search)) ??
    nothingFound(input, search, { isAnyComing: find(input, ANYTHING).length > 0, ...(best ? { topic: best } : {}) })
  );
};

/** All about one of them; one that is over, or is not planned any more, is told so with what is coming up. */
const showOne = (input: StepInput, id: string): StepResult => {
  const { context, speaker } = input;
  const ref = refOfChoice(id);
  const upcoming = ref && occurrenceOf(context.comingUp, ref);
  if (upcoming && isUpcoming(upcoming, context.now)) {
    const { search, shown, next } = talkNow(input) ?? {};
    return oneEvent(input, upcoming, { ...(search && { search }), ...(shown && { shown }), ...(next && { next }) });
  }
  const before = eventSpeaker(context.content, speaker.lang).says('over');
  return (
    listOf(input, ANYTHING, find(input, ANYTHING), { before }) ?? nothingFound(input, ANYTHING, { isAnyComing: false })
  );
};

/** The next ones of the list that was shown last. */
const showMore = (input: StepInput): StepResult => {
  const { search = ANYTHING, next = 0 } = talkNow(input) ?? {};
  return listOf(input, search, find(input, search), { from: next }) ?? show(input, search);
};

const onTap = (input: StepInput, id: string): StepResult | undefined => {
  if (id === EVENT_CHOICE.list) return show(input, ANYTHING);
  if (id === EVENT_CHOICE.more) return showMore(input);
  if (id === EVENT_CHOICE.find) return askWhatFor(input);
  if (id.startsWith('ev:show:')) return showOne(input, id);
  const category = id.startsWith('ev:find:') ? id.slice('ev:find:'.length) : '';
  return isCategory(category) ? show(input, { categories: [category] }) : undefined;
};

/** Words that sounded like danger and were none: should they be, it is one tap away. */
const withCare = ({ reading, speaker }: StepInput, result: StepResult): StepResult => {
  const { understanding } = reading;
  if (understanding?.kind !== 'danger_unsure') return result;
  const danger = speaker.dangerChoice(understanding.danger);
  return { ...result, replies: result.replies.map((reply) => ({ ...reply, choices: [...reply.choices, danger] })) };
};

/** A district that has told nothing of what is coming up answers by its topics, where it has one. */
const hasOnlyTopics = ({ context, reading }: StepInput): boolean =>
  context.comingUp.opportunities.length === 0 &&
  (reading.understanding?.kind === 'topic' || reading.understanding?.kind === 'unsure');

/** What is coming up: asked for in words, by a tap, or going on from what was shown. */
export const eventsStep: Step = (input) => {
  const { tapped } = input.reading;
  if (tapped !== undefined) return onTap(input, tapped);
  if (asksForMore(input)) return showMore(input);
  const search = hasOnlyTopics(input) ? undefined : searchAsked(input);
  return search && withCare(input, show(input, search));
};
