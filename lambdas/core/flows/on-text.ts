import type { StepInput, StepResult } from '../steps/step.ts';
import { normalise, wordsOf } from '../understanding/normalise.ts';
import { advance, inFlow } from './advance.ts';
import { ask } from './ask.ts';
import { FLOW_CHOICE } from './choices.ts';
import { isDetour, isQuestion } from './detour.ts';
import { fillFrom } from './fill.ts';
import { type FlowState, maySkip, SLOTS, type Slot, schoolOf, takesFreeWords } from './flow.ts';
import { flowSpeaker } from './flow-speaker.ts';
import { filled } from './flow-words.ts';
import { inOwnWords, withDialect, withMoreWords, withWords } from './free-words.ts';
import { saysInAnyLanguage, saysOnly, saysWhole } from './listen.ts';
import { onTap } from './on-tap.ts';
import { fillContext, langsOf } from './start.ts';
import type { Filled } from './text-reading.ts';

/** After so many answers in a row that were not understood a person is offered. */
const MOST_MISSES = 2;
/** More words than these are a sentence, which may be a question of its own. */
const FEW_WORDS = 3;

const countWords = (text: string): number => wordsOf(normalise(text)).length;

const openingAfter = (input: StepInput, { draft }: FlowState, slot: Slot): string => {
  const { asks } = flowSpeaker(input).words;
  const school = schoolOf(input.context.directory.schools, draft.school);
  return slot === 'to' && school ? filled(asks.toUnknown, { school: school.name }) : asks.again;
};

/** An answer that was not understood: asked once more, and the third time a person is offered. */
const missed = (input: StepInput, flow: FlowState): StepResult => {
  const said = flowSpeaker(input);
  const misses = flow.misses + 1;
  if (misses > MOST_MISSES) {
    const choices = [input.speaker.personChoice, said.resume(flow.kind), said.choice(FLOW_CHOICE.cancel, 'cancel')];
    return inFlow(input, { ...flow, misses: 0 }, said.say([said.words.asks.person], choices));
  }
  const { asked } = flow;
  if (asked === 'review' || asked === 'change') {
    const [reply] = advance(input, flow, {}, said.words.asks.again).replies;
    return inFlow(input, { ...flow, asked: 'review', misses }, reply ?? ask(input, flow, SLOTS[flow.kind][0]));
  }
  const opening = openingAfter(input, flow, asked);
  return inFlow(
    input,
    { ...flow, misses },
    ask(input, flow, asked, asked === 'to' ? { instead: opening } : { opening }),
  );
};

/** STOP itself always ends all messages; other words of stopping end only the task that a family is in. */
const isStop = ({ reading }: StepInput): boolean => normalise(reading.text) === 'stop';

const mayBeSkipped = ({ asked }: FlowState): boolean =>
  asked === 'interpreter' || (asked !== 'review' && asked !== 'change' && maySkip(asked));

type Heard = Parameters<typeof saysWhole>[3];

/** A message that as a whole is an order to the flow: cancel, skip, change, send, the office, another child, go on. */
export const onOrder = (input: StepInput, flow: FlowState): StepResult | undefined => {
  const { reading, context } = input;
  const { asked } = flow;
  // A yes is one to what was said last: after something else the whole is shown once more.
  const yes = input.conversation.offered.some(({ id }) => id === FLOW_CHOICE.send)
    ? FLOW_CHOICE.send
    : FLOW_CHOICE.resume;
  if (asked === 'review' && reading.isThumbUp) return onTap(input, flow, yes);
  if (isStop(input) || reading.text === '') return undefined;
  const langs = langsOf(input);
  const says = (heard: Heard) => saysWhole(reading.text, context.content, langs, heard);
  // Looked at in this order: a bare "no" leaves out what may be left out, and changes what is looked at.
  const orders: readonly (readonly [boolean, Heard, string])[] = [
    [mayBeSkipped(flow), 'skip', asked === 'interpreter' ? FLOW_CHOICE.noInterpreter : FLOW_CHOICE.skip],
    [asked === 'review', 'change', FLOW_CHOICE.change],
    [true, 'cancel', FLOW_CHOICE.cancel],
    [asked === 'review' && saysOnly(reading.text, context.content, langs, 'send'), 'send', yes],
    [asked === 'to', 'office', FLOW_CHOICE.office],
    [asked === 'child', 'another', FLOW_CHOICE.otherChild],
    [!takesFreeWords(asked), 'resume', FLOW_CHOICE.resume],
  ];
  const order = orders.find(([isOpen, heard]) => isOpen && (heard === 'send' || says(heard)))?.[2];
  if (order) return onTap(input, flow, order);
  // Whoever says yes or no in another language than before means it all the same.
  const anywhere = asked === 'review' ? saysInAnyLanguage(reading.text, context.content) : undefined;
  return anywhere && onTap(input, flow, anywhere === 'send' ? yes : FLOW_CHOICE.change);
};

/**
 * An offer is taken up by a known child, a day, a grade, two names, or a name alone where nothing else is meant; one
 * to say the same for another child only by a name with its grade.
 */
const isTakenUp = ({ reading }: StepInput, { isAgain }: FlowState, { heard, draft, open }: Filled): boolean => {
  const isNamed = heard.includes('child');
  if (isAgain) return isNamed && heard.includes('grade');
  if (open.unsure || open.which || open.isTwo) return true;
  const isKnown = isNamed && draft.childId !== undefined;
  const isTold = heard.includes('days') || heard.includes('grade');
  return isKnown || isTold || (isNamed && reading.understanding?.kind === 'unknown');
};

/** An answer that fills something, or leaves only open which one is meant. */
const filledBy = (input: StepInput, flow: FlowState): StepResult | undefined => {
  const found = fillFrom(input.reading.text, flow, fillContext(input));
  const { draft, heard, open } = found;
  if (heard.length === 0 || isDetour(input, flow, found)) return undefined;
  // What stands under an answer is taken up only by an answer to it.
  if (flow.isOffered && !isTakenUp(input, flow, found)) return undefined;
  const { isAgain: _, ...begun } = flow;
  return advance(input, { ...begun, draft }, open);
};

/** What is none of the answers that the question knows, and still one. */
const answeredFreely = (input: StepInput, flow: FlowState): StepResult | undefined => {
  const { reading } = input;
  const { asked } = flow;
  const isElse = reading.understanding?.kind === 'topic' || isQuestion(reading.text);
  // A subject is what topics are about, so that it reads like one.
  if (flow.isOffered || (isElse && (asked !== 'subject' || isQuestion(reading.text)))) return undefined;
  // A yes that comes too early is no reason of an absence.
  if (saysOnly(reading.text, input.context.content, langsOf(input), 'send')) return undefined;
  const own = inOwnWords(input, flow);
  if (own) return advance(input, own);
  const isMore = asked === 'review' && flow.draft.words !== undefined && countWords(reading.text) >= FEW_WORDS;
  return isMore ? advance(input, withMoreWords(input, flow)) : undefined;
};

/** What a text does in a flow; undefined where it is none of the flow's business. */
export const onText = (input: StepInput, flow: FlowState): StepResult | undefined => {
  const { group, text, understanding } = input.reading;
  if (group !== undefined || text.trim() === '') return undefined;
  if (takesFreeWords(flow.asked)) return flow.isOffered ? undefined : advance(input, withWords(input, flow));
  if (flow.asked === 'interpreter') return advance(input, withDialect(input, flow));
  const done = filledBy(input, flow) ?? answeredFreely(input, flow);
  if (done) return done;
  const isElse = understanding?.kind === 'topic' || (understanding?.kind === 'unsure' && countWords(text) > FEW_WORDS);
  return flow.isOffered || isElse ? undefined : missed(input, flow);
};
