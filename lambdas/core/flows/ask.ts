import type { InterpreterWish } from '../directory.ts';
import { LANGUAGES } from '../language.ts';
import type { Choice, Reply } from '../reply.ts';
import { REASONS, SUBJECTS } from '../request.ts';
import type { StepInput } from '../steps/step.ts';
import { clockOf } from '../when.ts';
import { personChoice } from './ask-which.ts';
import { FLOW_CHOICE } from './choices.ts';
import { isSchoolDay } from './complete.ts';
import { teachersFor } from './find-person.ts';
import { type FlowState, isFilled, maySkip, SLOTS, type Slot, schoolOf } from './flow.ts';
import { type FlowSpeaker, flowSpeaker } from './flow-speaker.ts';
import { filled, gradeInWords } from './flow-words.ts';

const DAY_MS = 86_400_000;
const PARTS = ['morning', 'noon', 'afternoon', 'evening'] as const;

interface Question {
  readonly text: string;
  readonly example?: string;
  readonly choices?: readonly Choice[];
}

interface Asking {
  readonly input: StepInput;
  readonly flow: FlowState;
  readonly said: FlowSpeaker;
}

const childName = ({ flow }: Asking) => flow.draft.child?.name ?? '';

/** An example of all that is still open, so that one message can tell it. */
const childExample = ({ flow, said }: Asking): string => {
  const { examples } = said.words;
  const isOpen = (slot: Slot) => (SLOTS[flow.kind] as readonly string[]).includes(slot) && !isFilled(flow.draft, slot);
  if (isOpen('time')) return examples.childTime;
  if (isOpen('days')) return examples.childDay;
  return isOpen('to') ? examples.childTeacher : examples.child;
};

/** Nothing of it is told yet. */
const isUntold = ({ draft }: FlowState): boolean =>
  draft.days === undefined && draft.time === undefined && draft.to === undefined && draft.child === undefined;

/** The first question says what is going to be done; the others only ask. */
const offerOr = ({ input, flow, said }: Asking, text: string): string =>
  flow.fromTurn === input.context.turn && isUntold(flow) ? said.words.offers[flow.kind] : text;

const askChild = (asking: Asking): Question => {
  const { input, said } = asking;
  const children = input.conversation.profile.children ?? [];
  if (children.length === 0) {
    return {
      text: offerOr(asking, said.words.asks.child),
      example: childExample(asking),
    };
  }
  // The child spoken of last is likely meant again; it is offered first, and never taken for granted.
  const byLast = [...children].sort(
    (one, other) => Number(other.id === input.conversation.lastChild) - Number(one.id === input.conversation.lastChild),
  );
  return {
    text: said.words.asks.whichChild,
    choices: [
      ...byLast.map(({ id, name }) => ({ id: FLOW_CHOICE.child(id), title: name })),
      said.choice(FLOW_CHOICE.otherChild, 'otherChild'),
    ],
  };
};

const askTo = ({ input, flow, said }: Asking): Question => {
  const { school, child } = flow.draft;
  const teachers = teachersFor(input.context.directory, school, child?.grade);
  return {
    text: said.words.asks.to,
    choices: [...teachers.map((teacher) => personChoice(teacher)), said.choice(FLOW_CHOICE.office, 'office')],
  };
};

const askDays = (asking: Asking): Question => {
  const { input, flow, said } = asking;
  const { context } = input;
  const school = schoolOf(context.directory.schools, flow.draft.school);
  const dateIn = (days: number) => clockOf(context.now + days * DAY_MS, context.timeZone).date;
  const near = (['today', 'tomorrow'] as const).flatMap((name, days) =>
    school && !isSchoolDay(school, dateIn(days)) ? [] : [said.choice(FLOW_CHOICE.day(dateIn(days)), name)],
  );
  return { text: offerOr(asking, said.words.asks.days), example: said.words.examples.day, choices: near };
};

const askWords = (asking: Asking): string => {
  const { flow, said } = asking;
  if (flow.kind === 'interpreter') return said.words.asks.interpreterFor;
  if (flow.kind === 'language_problem') return offerOr(asking, said.words.asks.problem);
  return filled(said.words.asks.words, { to: flow.draft.to?.name ?? '' });
};

const QUESTIONS: Readonly<Partial<Record<Slot, (asking: Asking) => Question>>> = {
  child: askChild,
  grade: (asking) => ({ text: filled(asking.said.words.asks.grade, { child: childName(asking) }) }),
  school: (asking) => ({
    text: childName(asking)
      ? filled(asking.said.words.asks.school, { child: childName(asking) })
      : asking.said.words.asks.schoolOnly,
    choices: asking.input.context.directory.schools.map(({ id, name }) => ({
      id: FLOW_CHOICE.school(id),
      title: name,
    })),
  }),
  to: askTo,
  days: askDays,
  time: ({ said }) => ({ text: said.words.asks.time, example: said.words.examples.time }),
  reason: ({ said }) => ({
    text: said.words.asks.reason,
    choices: REASONS.map((reason) => ({ id: FLOW_CHOICE.reason(reason), title: said.words.reasons[reason] })),
  }),
  subject: ({ said }) => ({
    text: said.words.asks.subject,
    choices: SUBJECTS.map((subject) => ({ id: FLOW_CHOICE.subject(subject), title: said.words.subjects[subject] })),
  }),
  times: ({ said }) => ({
    text: said.words.asks.times,
    example: said.words.examples.times,
    choices: PARTS.map((part) => said.choice(FLOW_CHOICE.part(part), part)),
  }),
  words: (asking) => ({ text: askWords(asking) }),
  interpreter: ({ said }) => ({
    text: said.words.asks.interpreterLang,
    choices: [said.choice(FLOW_CHOICE.noInterpreter, 'noInterpreter')],
  }),
};

/** The parts of a letter ask for themselves. */
const letterQuestion = (slot: Slot, asking: Asking): Question => {
  const asks: Readonly<Record<string, string>> = asking.said.words.asks;
  return { text: filled(asks[slot] ?? '', { child: childName(asking) }) };
};

/** The one child that we know is taken for granted only where the family can see it, and say that it is another. */
const assumedChild = ({ input, flow, said }: Asking) => {
  const { childId, child } = flow.draft;
  if (flow.fromTurn !== input.context.turn || childId === undefined || !child) return undefined;
  const grade = child.grade ? `${said.comma}${gradeInWords(said.words, child.grade)}` : '';
  return {
    line: `${said.words.labels.child}: ${child.name}${grade}`,
    choices: [said.choice(FLOW_CHOICE.otherChild, 'otherChild')],
  };
};

/** What is said before a question, and in its place. */
interface Around {
  readonly opening?: string | undefined;
  readonly instead?: string;
}

/** The question for a slot. */
export const ask = (input: StepInput, flow: FlowState, slot: Slot, { opening, instead }: Around = {}): Reply => {
  const said = flowSpeaker(input);
  const asking = { input, flow, said };
  const { text, example, choices = [] } = (QUESTIONS[slot] ?? ((one: Asking) => letterQuestion(slot, one)))(asking);
  const assumed = assumedChild(asking);
  return said.say(
    [opening, assumed?.line, instead ?? text, example],
    [
      ...choices,
      ...(assumed?.choices ?? []),
      ...(maySkip(slot) ? [said.choice(FLOW_CHOICE.skip, 'skip')] : []),
      ...(choices.length <= 1 && !maySkip(slot) ? [said.choice(FLOW_CHOICE.cancel, 'cancel')] : []),
    ],
  );
};

/** How the language of an interpreter is shown: its own name, and the dialect as it was written. */
export const interpreterInWords = ({ lang, dialect }: InterpreterWish, comma: string): string => {
  const name = Object.hasOwn(LANGUAGES, lang) ? LANGUAGES[lang as keyof typeof LANGUAGES].autonym : undefined;
  return [name, dialect].filter((part) => part !== undefined).join(comma);
};
