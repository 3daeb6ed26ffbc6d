import { isHarmful, type Topic, topicOf } from '../content.ts';
import type { Choice } from '../reply.ts';
import type { AroundAnswer } from '../speak.ts';
import type { StepInput, StepResult } from '../steps/step.ts';
import { type FlowState, flowInProgress } from './flow.ts';
import { flowSpeaker } from './flow-speaker.ts';
import { canStartFlows, kindFor, offered, offeredAsTold, startedFlow, tellsOfChild } from './start.ts';

/** As many tasks as stand beside an answer. */
const MOST = 3;

type Offered = Pick<AroundAnswer, 'offer' | 'first'> & { readonly flow?: FlowState };

const inProgress = ({ conversation, context }: StepInput): FlowState | undefined => {
  const flow = flowInProgress(conversation.flow, context.now);
  return flow?.isOffered ? undefined : flow;
};

/**
 * What Homeroom can do about a topic, to tap; and where nothing in the answer can harm and no child is known yet, in
 * words too, so that the family can go on by writing a name.
 */
export const offerFlows = (input: StepInput, topic: Topic): Offered => {
  if (topic.flows.length === 0 || !canStartFlows(input)) return {};
  const said = flowSpeaker(input);
  const kind = kindFor(topic, input);
  const likely = [...(kind ? [kind] : []), ...topic.flows.filter((one) => one !== kind)];
  const first = likely.slice(0, MOST).map((one) => said.start(one));
  const knowsChildren = (input.conversation.profile.children ?? []).length > 0;
  if (!kind || kind === 'who' || isHarmful(topic.harm) || knowsChildren || inProgress(input)) return { first };
  return { first, offer: said.words.offers[kind], flow: offered(startedFlow(input, kind)) };
};

/** Kinds of answers beside which a task that is not finished can be gone on with. */
const BESIDE: readonly string[] = ['answer', 'event', 'declined', 'smalltalk', 'choices', 'unknown', 'command'];

/** "My boy comes late tomorrow" may sound like danger: that is asked, and what was told is not lost. */
const besideDanger = (input: StepInput, result: StepResult): StepResult => {
  const { understanding } = input.reading;
  if (understanding?.kind !== 'danger_unsure' || result.taken?.kind !== 'choices' || !canStartFlows(input))
    return result;
  const [best] = understanding.candidates;
  const topic = best && topicOf(input.context.content, input.speaker.lang, best.topic);
  const kind = topic && kindFor(topic, input);
  if (!kind || kind === 'who' || !tellsOfChild(input)) return result;
  return { ...result, conversation: { ...result.conversation, flow: offeredAsTold(input, kind) } };
};

/** Rows of a list of WhatsApp; with more the choices become a text of numbers. */
const MOST_ROWS = 10;
/** What a list ends with: more, and a person. */
const ENDING = 2;

/** As many choices as leave room for one more, the last ones kept. */
const shortList = (choices: readonly Choice[]): readonly Choice[] =>
  choices.length < MOST_ROWS ? choices : [...choices.slice(0, MOST_ROWS - 1 - ENDING), ...choices.slice(-ENDING)];

/** What a turn that was not the flow's leaves of it: an offer is over, and what was begun can be gone on with. */
export const besideFlow = (input: StepInput, result: StepResult): StepResult => {
  const { flow } = input.conversation;
  if (!flow) return besideDanger(input, result);
  if (result.taken?.kind === 'flow' || (result.conversation && 'flow' in result.conversation)) return result;
  if (flow.isOffered) return { ...result, conversation: { ...result.conversation, flow: undefined } };
  const begun = inProgress(input);
  const last = result.replies.at(-1);
  if (!begun || !last || last.purpose === 'safety' || !BESIDE.includes(result.taken?.kind ?? '')) return result;
  const resumable = { ...last, choices: [flowSpeaker(input).resume(begun.kind), ...shortList(last.choices)] };
  return { ...result, replies: [...result.replies.slice(0, -1), resumable] };
};
