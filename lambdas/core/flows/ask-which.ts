import type { SchoolPerson } from '../directory.ts';
import { dateInWords, timeInWords } from '../facts.ts';
import type { Choice, Reply } from '../reply.ts';
import type { StepInput } from '../steps/step.ts';
import { normalise } from '../understanding/normalise.ts';
import { FLOW_CHOICE } from './choices.ts';
import type { FlowState, Slot } from './flow.ts';
import { flowSpeaker } from './flow-speaker.ts';
import { filled, gradeInWords } from './flow-words.ts';
import type { OpenQuestion } from './text-reading.ts';

/** A person to tap, with what tells them from others of that name. */
export const personChoice = (
  { id, name, title, room, schools }: SchoolPerson,
  nameOf?: (school: string) => string | undefined,
): Choice => {
  const school = nameOf && schools.length === 1 ? nameOf(schools[0] ?? '') : undefined;
  const description = [title, room, school].filter((part) => part !== undefined).join(', ');
  return { id: FLOW_CHOICE.person(id), title: name, ...(description ? { description } : {}) };
};

type Asked = (
  input: StepInput,
  flow: FlowState,
  open: OpenQuestion,
) => readonly [string, readonly Choice[]] | undefined;

/** Which of the family's children: those of one name by their grades. */
const whichChild: Asked = (input, _, { which }) => {
  if (!which) return undefined;
  const { words } = flowSpeaker(input);
  const [first] = which;
  const isOneName = which.every(({ name }) => normalise(name) === normalise(first?.name ?? ''));
  const choices = which.map(({ id, name, grade }) => ({
    id: FLOW_CHOICE.child(id),
    title: isOneName && grade ? `${name}, ${gradeInWords(words, grade)}` : name,
  }));
  return [isOneName ? filled(words.asks.whichOfTwo, { child: first?.name ?? '' }) : words.asks.oneChild, choices];
};

const whichNamed: Asked = (input, { draft }, { isTwo }) =>
  isTwo && draft.named
    ? [
        flowSpeaker(input).words.asks.oneChild,
        draft.named.map(({ name }, index) => ({ id: FLOW_CHOICE.named(index), title: name })),
      ]
    : undefined;

const whichPerson: Asked = (input, _, { sameName }) => {
  if (!sameName) return undefined;
  const said = flowSpeaker(input);
  const { schools } = input.context.directory;
  const nameOf = (id: string) => (schools.length > 1 ? schools.find((one) => one.id === id)?.name : undefined);
  const choices = sameName.map((person) => personChoice(person, nameOf));
  return [said.words.asks.to, [...choices, said.choice(FLOW_CHOICE.office, 'office')]];
};

const whichDay: Asked = (input, _, { unsure }) => {
  if (unsure?.slot !== 'days') return undefined;
  const said = flowSpeaker(input);
  const choices = unsure.options.map((day) => ({ id: FLOW_CHOICE.day(day), title: dateInWords(day, said.lang) }));
  return [said.words.asks.daysUnsure, [...choices, said.choice(FLOW_CHOICE.otherDay, 'otherDay')]];
};

const whichTime: Asked = (input, _, { unsure }) => {
  if (unsure?.slot !== 'time') return undefined;
  const said = flowSpeaker(input);
  const choices = unsure.options.map((time) => ({ id: FLOW_CHOICE.time(time), title: timeInWords(time, said.lang) }));
  return [said.words.asks.timeUnsure, choices];
};

const QUESTIONS: readonly Asked[] = [whichChild, whichNamed, whichPerson, whichDay, whichTime];

/** What only the family can say: which of these children, people, days or times it means. */
export const askWhich = (
  input: StepInput,
  flow: FlowState,
  open: OpenQuestion,
  opening?: string,
): Reply | undefined => {
  for (const question of QUESTIONS) {
    const asked = question(input, flow, open);
    if (asked) return flowSpeaker(input).say([opening, asked[0]], asked[1]);
  }
  return undefined;
};

/** The slot that an open question is about. */
export const openSlot = ({ which, isTwo, sameName, unsure }: OpenQuestion): Slot => {
  if (which || isTwo) return 'child';
  return sameName ? 'to' : (unsure?.slot ?? 'child');
};
