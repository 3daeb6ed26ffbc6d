import { advance } from '../flows/advance.ts';
import { onceMore } from '../flows/again.ts';
import { FLOW_CHOICE, isFlowChoice } from '../flows/choices.ts';
import { type FlowState, flowInProgress, SLOTS, takesFreeWords } from '../flows/flow.ts';
import { flowSpeaker } from '../flows/flow-speaker.ts';
import { finished, onTap } from '../flows/on-tap.ts';
import { onOrder, onText } from '../flows/on-text.ts';
import { canStartFlows, startedFlow } from '../flows/start.ts';
import { REQUEST_KINDS, type RequestKind } from '../request.ts';
import { normalise } from '../understanding/normalise.ts';
import type { Step, StepInput, StepResult } from './step.ts';

const isKind = (value: string): value is RequestKind => (REQUEST_KINDS as readonly string[]).includes(value);

/** What was told before it was clear which task it is for. */
const withTold = (flow: FlowState, { conversation, context }: StepInput): FlowState => {
  const before = flowInProgress(conversation.flow, context.now);
  if (before?.fromTurn !== context.turn - 1 || flow.draft.child) return flow;
  const { days, time, child, reason } = before.draft;
  const told = {
    ...(days && takes(flow, 'days') ? { days } : {}),
    ...(time && takes(flow, 'time') ? { time } : {}),
    ...(child && takes(flow, 'child') ? { child } : {}),
    ...(reason && takes(flow, 'reason') ? { reason } : {}),
  };
  return { ...flow, draft: { ...flow.draft, ...told } };
};

const takes = ({ kind }: FlowState, slot: string): boolean => (SLOTS[kind] as readonly string[]).includes(slot);

const start = (input: StepInput, id: string): StepResult | undefined => {
  const kind = id.slice('flow:'.length);
  if (!isKind(kind) || !canStartFlows(input)) return undefined;
  return advance(input, withTold(startedFlow(input, kind), input));
};

/** Where a number is asked for, a number is the answer and not the place of a choice. */
const isNumberAsked = ({ asked }: FlowState): boolean => asked === 'grade' || asked === 'time' || takesFreeWords(asked);

/** A turn as a task reads it: a number that was typed, or words beside a tap on "send", are no tap. */
const asAnswer = (input: StepInput, flow: FlowState): StepInput => {
  const { tapped, text, ...reading } = input.reading;
  if (tapped === undefined || text === '' || !isFlowChoice(tapped) || tapped === FLOW_CHOICE.resume) return input;
  const isNumber = /^\p{N}+$/u.test(normalise(text)) && isNumberAsked(flow);
  const title = input.conversation.offered.find(({ id }) => id === tapped)?.title ?? '';
  const isMore =
    tapped === FLOW_CHOICE.send && !/^\p{N}+$/u.test(normalise(text)) && normalise(title) !== normalise(text);
  return isNumber || isMore ? { ...input, reading: { ...reading, text } } : input;
};

/**
 * A word that is an order to the task that a family is in: it comes before the words that mean the same elsewhere, so
 * that whoever cancels a message to the teacher is not struck off all messages. It is the whole message, so that
 * there is no danger in it, whatever else it may sound like.
 */
export const flowOrderStep: Step = (input) => {
  const { conversation, context, reading } = input;
  const flow = flowInProgress(conversation.flow, context.now);
  const isSilent = conversation.profile.consent.status === 'stopped' || conversation.handoff.status === 'claimed';
  return !flow || flow.isOffered || isSilent || reading.tapped !== undefined ? undefined : onOrder(input, flow);
};

/** Fewer words are an answer: a name, a day. What is sure to be danger comes before all of this. */
const SENTENCE = 4;

/** Words in a task that may tell of danger: that is asked first of all, and the task goes on. */
const withCare = ({ reading, speaker }: StepInput, result: StepResult | undefined): StepResult | undefined => {
  const { understanding } = reading;
  const [reply] = result?.replies ?? [];
  const isShort = reading.text.trim().split(/\s+/).length < SENTENCE;
  if (!result || !reply || isShort || understanding?.kind !== 'danger_unsure') return result;
  const body = `${speaker.words('dangerAsk')}\n\n${reply.body}`;
  const choices = [...reply.choices, speaker.dangerChoice(understanding.danger)];
  return { ...result, replies: [{ ...reply, body, choices }] };
};

/** A task of several turns: begun by a tap, gone on with, corrected, cancelled. */
export const flowStep: Step = (whole) => {
  const { conversation, context } = whole;
  const flow = flowInProgress(conversation.flow, context.now);
  const input = flow ? asAnswer(whole, flow) : whole;
  const id = input.reading.tapped;
  if (id?.startsWith('flow:')) return start(input, id);
  if (id === undefined) return flow && withCare(input, onText(input, flow));
  if (!isFlowChoice(id) || id.startsWith('who:')) return undefined;
  const done = id === FLOW_CHOICE.again ? onceMore(input) : flow && onTap(input, flow, id);
  return done ?? finished(input, 'over', flowSpeaker(input).says('nothingToSend'));
};
