import type { Topic } from '../content.ts';
import type { Child } from '../directory.ts';
import type { Lang } from '../language.ts';
import type { RequestKind } from '../request.ts';
import type { StepInput, StepResult } from '../steps/step.ts';
import { normalise, wordsOf } from '../understanding/normalise.ts';
import { clockOf } from '../when.ts';
import { advance } from './advance.ts';
import type { Start } from './choices.ts';
import { fillFrom } from './fill.ts';
import { withKnownChild } from './fill-child.ts';
import { type Draft, type FlowState, newFlow, nextSlot, SLOTS, type Slot } from './flow.ts';
import { flowSpeaker } from './flow-speaker.ts';
import { foundInside } from './listen.ts';
import type { FillContext } from './text-reading.ts';

/** Fewer words do not tell their language, whatever they look like. */
const SENTENCE = 4;

/**
 * The languages that words of this turn may be in, the family's own first: a name is easily a word of another, as Leo
 * is "today" in Swahili.
 */
export const langsOf = ({ reading, speaker }: StepInput): readonly Lang[] => {
  const words = wordsOf(normalise(reading.text)).filter((word) => !/^\p{N}+$/u.test(word));
  const isTold = reading.lang?.certainty === 'sure' && words.length >= SENTENCE;
  return [...new Set([speaker.lang, 'en' as const, ...(isTold && reading.lang ? [reading.lang.lang] : [])])];
};

/** What a text of this turn is read with. */
export const fillContext = (input: StepInput): FillContext => ({
  content: input.context.content,
  langs: langsOf(input),
  today: clockOf(input.context.now, input.context.timeZone).date,
  directory: input.context.directory,
  children: input.conversation.profile.children ?? [],
});

/** Whether there is anybody to write to behind this number. */
export const canStartFlows = ({ context }: StepInput): boolean => context.directory.schools.length > 0;

/** The one school that all children of a family go to. */
const sharedSchool = (children: readonly Child[]): Child['school'] => {
  const schools = new Set(children.map(({ school }) => school));
  return schools.size === 1 ? children[0]?.school : undefined;
};

/** A new flow, with the one child where there is only one, and an interpreter for whoever does not write English. */
export const startedFlow = (input: StepInput, kind: RequestKind): FlowState => {
  const { context, conversation, speaker } = input;
  const { children = [] } = conversation.profile;
  const flow = newFlow(kind, context.turn, context.now);
  const [only, ...others] = children;
  const wantsInterpreter = (kind === 'meeting' || kind === 'interpreter') && speaker.lang !== 'en';
  const hasChild = (SLOTS[kind] as readonly Slot[]).includes('child');
  const school = hasChild ? undefined : sharedSchool(children);
  const draft: Draft = {
    ...flow.draft,
    ...(wantsInterpreter ? { interpreter: { lang: speaker.lang } } : {}),
    ...(school ? { school } : {}),
  };
  const isOnly = only !== undefined && others.length === 0 && hasChild;
  return { ...flow, draft: isOnly ? withKnownChild(draft, only, context.directory) : draft };
};

/** A flow whose first question stands under something else: it begins only with an answer to it. */
export const offered = (flow: FlowState): FlowState => ({
  ...flow,
  isOffered: true,
  asked: nextSlot(flow) ?? flow.asked,
});

const ATTENDANCE: readonly RequestKind[] = ['absence', 'late', 'early_pickup'];

/**
 * The task of a topic that a text is about: of coming late and being fetched early the one that the words tell,
 * and where they do not, none.
 */
export const kindFor = ({ flows }: Pick<Topic, 'flows'>, input: StepInput): Start | undefined => {
  const { reading, context } = input;
  const tells = (heard: 'early' | 'late' | 'meeting') =>
    foundInside(reading.text, context.content, langsOf(input), heard) !== undefined;
  if (flows.includes('late') && flows.includes('early_pickup')) {
    const [isLate, isEarly] = [tells('late'), tells('early')];
    if (isLate === isEarly) return undefined;
    return isLate ? 'late' : 'early_pickup';
  }
  return flows.includes('meeting') && tells('meeting') ? 'meeting' : flows[0];
};

/** A flow of a kind as far as a text tells it already. */
const toldFlow = (input: StepInput, kind: RequestKind) => {
  const flow = startedFlow(input, kind);
  const { draft, heard, open } = fillFrom(input.reading.text, flow, { ...fillContext(input), isStart: true });
  return { flow: { ...flow, draft }, heard, open };
};

/** Whether a text speaks of a child of the family. */
export const tellsOfChild = (input: StepInput): boolean =>
  foundInside(input.reading.text, input.context.content, langsOf(input), 'kin') !== undefined;

/** A flow of a kind, as far as a text tells it, that begins only with an answer to what is asked now. */
export const offeredAsTold = (input: StepInput, kind: RequestKind): FlowState => offered(toldFlow(input, kind).flow);

/** An absence as far as a text tells of it that speaks of a child and a day; undefined where it does not. */
export const toldOfChild = (input: StepInput): FlowState | undefined => {
  if (!tellsOfChild(input)) return undefined;
  const { flow, heard, open } = toldFlow(input, 'absence');
  return heard.includes('days') && !open.unsure ? flow : undefined;
};

/** What a text tells a new flow of this kind; undefined where it tells nothing. */
export const begunBy = (input: StepInput, kind: RequestKind): StepResult | undefined => {
  if (!canStartFlows(input)) return undefined;
  const { flow, heard, open } = toldFlow(input, kind);
  if (heard.length === 0) return undefined;
  const opening = ATTENDANCE.includes(kind) ? flowSpeaker(input).says('begun') : undefined;
  const begun = advance(input, flow, open, opening);
  // What is complete says by itself what is going to be done.
  return begun.conversation?.flow?.asked === 'review' ? advance(input, flow, open) : begun;
};
