import { topicOf } from '../content.ts';
import type { StepInput } from '../steps/step.ts';
import type { FlowState, Slot } from './flow.ts';
import type { Filled } from './text-reading.ts';

/** What is easily read into a sentence that tells something else. */
const GUESSED: readonly Slot[] = ['child', 'reason'];

/** Whether a text is written as a question. */
export const isQuestion = (text: string): boolean => /[?？؟]/.test(text);

/** Tasks that are told in the same words: who is ill may be absent or late. */
const isAttendance = (kind: string): boolean => ['absence', 'late', 'early_pickup'].includes(kind);

/** So many words that say nothing for the task are a sentence, which is about something else. */
const FEW_WORDS = 3;

const countOf = (text: string): number => text.trim().split(/\s+/).length;

/** Whether a text is about a topic that has nothing to do with the task. */
const isElsewhere = ({ reading, context, speaker }: StepInput, { kind }: FlowState): boolean => {
  const { understanding } = reading;
  const best = understanding?.candidates[0];
  if (understanding?.kind !== 'topic' || !best) return false;
  const topic = topicOf(context.content, speaker.lang, best.topic);
  const isOwn = (one: string) => one === kind || (isAttendance(one) && isAttendance(kind));
  return topic !== undefined && !topic.flows.some(isOwn);
};

/**
 * Whether a text that holds something for the task is more likely a question of its own: "is there school tomorrow?"
 * changes no day. What answers the question that was asked counts, unless it is a question itself.
 */
export const isDetour = (input: StepInput, flow: FlowState, { heard, draft, rest }: Filled): boolean => {
  const { text, understanding } = input.reading;
  const isAnswer = heard.some((slot) => slot === flow.asked);
  const isSure = understanding?.kind === 'topic';
  if (isQuestion(text) && (isSure || understanding?.kind === 'unsure')) return !isAnswer || isSure;
  // A name is easily read into a sentence: whoever is asked for one and writes a whole sentence that we know asks it.
  const isOnlyName =
    flow.asked === 'child' && draft.childId === undefined && heard.every((slot) => GUESSED.includes(slot));
  if (isSure && isOnlyName) return countOf(text) > 2;
  // "The bus?" where a child was asked for is about the bus.
  const isOnlyReason = flow.asked === 'child' && heard.every((slot) => slot === 'reason');
  return isElsewhere(input, flow) && !isAnswer && (isOnlyReason || countOf(rest) >= FEW_WORDS);
};
