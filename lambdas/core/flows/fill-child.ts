import { readChild } from '../dates/read-child.ts';
import type { Child, Directory, Grade } from '../directory.ts';
import { normalise, wordsOf } from '../understanding/normalise.ts';
import { correctedName, nameInSentence, tellsElse, twoNames } from './child-names.ts';
import { recipient } from './find-person.ts';
import type { Draft, FlowState } from './flow.ts';
import { childrenNamed, isDenied } from './known-children.ts';
import { foundInside, saysOnly } from './listen.ts';
import { type FillContext, type FillStep, needs, type TextReading } from './text-reading.ts';

/** A first name, or two, and a little around it. */
const MOST_NAME_WORDS = 3;

/** With more words, and without a grade, it is a sentence, in which a name must be sure. */
const MOST_ANSWER_WORDS = 6;

/** The draft without all that belonged to the child before: another child may go to another school. */
const withoutChild = ({ childId: _, child: __, school: ___, to: ____, ...rest }: Draft): Draft => ({
  ...rest,
  skipped: rest.skipped.filter((slot) => slot !== 'grade'),
});

const isSameName = (one: string, other: string): boolean => normalise(one) === normalise(other);

/** The draft with a child whom we do not know. @param grade what this text says of it */
const withNewChild = (draft: Draft, name: string, grade: Grade | undefined): Draft => {
  const before = draft.child;
  const isChanged = before !== undefined && before.name !== '' && !isSameName(before.name, name);
  const { isOther: _, ...told } = isChanged ? withoutChild(draft) : draft;
  const known = grade ?? (isChanged ? undefined : before?.grade);
  return { ...told, child: { name, ...(known ? { grade: known } : {}) } };
};

/**
 * The draft with a child that we know: with its school and teacher, and its grade where this text tells no other.
 * @param grade what this text says of it
 */
export const withKnownChild = (draft: Draft, child: Child, directory: Directory, grade?: Grade): Draft => {
  const isSame = draft.childId === child.id;
  const rest = isSame || draft.child === undefined || draft.child.name === '' ? draft : withoutChild(draft);
  const known = grade ?? (isSame ? rest.child?.grade : undefined) ?? child.grade;
  const teacher = directory.people.find(({ id, isActive }) => id === child.teacher && isActive);
  const school = rest.school ?? child.school;
  const to = rest.to ?? (teacher ? recipient(teacher) : undefined);
  return {
    ...rest,
    childId: child.id,
    child: { name: child.name, ...(known ? { grade: known } : {}) },
    ...(school ? { school } : {}),
    ...(to ? { to } : {}),
  };
};

/** The children of the family that a text means: not those of which it says that they are not meant. */
const known = (rest: string, { content, langs, children }: FillContext): readonly Child[] => {
  const words = wordsOf(normalise(rest));
  const named = childrenNamed(children, words);
  const meant = named.filter(({ name }) => !isDenied(name, words, content, langs));
  return meant.length > 0 || named.length === 0 ? meant : [];
};

const fillKnown = (
  reading: TextReading,
  named: readonly Child[],
  grade: Grade | undefined,
  context: FillContext,
): TextReading => {
  const meant = named.length > 1 && grade ? named.filter((child) => child.grade === grade) : named;
  const heard = [...reading.heard, 'child'] as const;
  const [one, ...others] = meant.length > 0 ? meant : named;
  if (!one) return reading;
  if (others.length > 0) return { ...reading, heard, open: { ...reading.open, which: [one, ...others] } };
  return { ...reading, heard, rest: '', draft: withKnownChild(reading.draft, one, context.directory, grade) };
};

const ORDERS = ['send', 'change', 'cancel', 'skip', 'resume', 'office', 'another'] as const;

/** The name in the answer to "which child?", which is taken freely. */
const answeredName = ({ rest }: TextReading, context: FillContext): string | undefined => {
  const { content, langs } = context;
  // "Send it" is no child.
  if (ORDERS.some((order) => saysOnly(rest, content, langs, order))) return undefined;
  const name = langs.flatMap((lang) => readChild(rest, content.packs[lang].calendar).name ?? [])[0];
  if (name === undefined || tellsElse(name, context)) return undefined;
  // "Theo jardim": where the first word has a capital, the second has one too if it is a name.
  const [first = name, second] = name.split(' ');
  return second && /^\p{Lu}/u.test(first) && /^\p{Ll}/u.test(second) ? first : name;
};

const CAPITAL = /^\p{Lu}/u;
const CASED = /\p{Lu}|\p{Ll}/u;

/**
 * "Mai, grade 3", "Dolores grado 2": a word of the calendar, or of reasons, that stands alone beside a grade where a
 * child was asked for is the child.
 */
const nameThatIsAWord = (reading: TextReading, flow: FlowState, context: FillContext): string | undefined => {
  const { named } = reading;
  if (named === undefined || flow.asked !== 'child' || wordsOf(normalise(named)).length > 2) return undefined;
  const { content, langs } = context;
  const name = langs.flatMap((lang) => readChild(named, content.packs[lang].calendar).name ?? [])[0];
  if (name === undefined) return undefined;
  const isIll = foundInside(name, content, langs, 'ill') !== undefined;
  return CASED.test(name) ? (CAPITAL.test(name) ? name : undefined) : isIll ? undefined : name;
};

/** The draft and all that was read before, without what the name was taken for. */
const withWordAsName = (reading: TextReading, flow: FlowState, name: string, grade: Grade | undefined): TextReading => {
  const { days: _, time: __, parts: ___, ...draft } = reading.draft;
  const { days, time, parts } = flow.draft;
  const told = { ...draft, ...(days ? { days } : {}), ...(time ? { time } : {}), ...(parts ? { parts } : {}) };
  const { unsure: ____, ...open } = reading.open;
  return { ...reading, heard: ['grade', 'child'], open, rest: '', whole: '', draft: withNewChild(told, name, grade) };
};

const newName = (reading: TextReading, flow: FlowState, context: FillContext): string | undefined => {
  const before = flow.draft.child?.name;
  if (context.isStart) return nameInSentence(reading.rest, reading.heard.includes('grade'), context);
  if (flow.asked === 'child') {
    const isSentence = wordsOf(normalise(reading.rest)).length > MOST_ANSWER_WORDS && !reading.heard.includes('grade');
    return isSentence ? nameInSentence(reading.rest, true, context) : answeredName(reading, context);
  }
  // A name with its grade is an answer whatever was asked last.
  const isShort = wordsOf(normalise(reading.rest)).length <= MOST_NAME_WORDS;
  if (!before) return reading.heard.includes('grade') && isShort ? answeredName(reading, context) : undefined;
  const corrected = correctedName(reading.rest, before, context);
  if (corrected) return corrected;
  // "What should I change?" may be answered by the right name alone.
  const isAlone = wordsOf(normalise(reading.rest)).length === 1 && reading.heard.length === 0;
  return flow.asked === 'change' && isAlone ? answeredName(reading, context) : undefined;
};

/** The child: one that we know by its name, or the name that was written where one was asked for or is sure. */
export const fillChild: FillStep = (reading, flow, context) => {
  if (!needs(flow, 'child')) return reading;
  const grade = reading.heard.includes('grade') ? reading.draft.child?.grade : undefined;
  // "Another child" may have the name of the first.
  const named = reading.draft.isOther ? [] : known(reading.rest, context);
  if (named.length > 0) return fillKnown(reading, named, grade, context);
  const heard = [...reading.heard, 'child'] as const;
  const two = flow.asked === 'child' || context.isStart ? twoNames(reading.rest, context) : undefined;
  if (two && !reading.draft.child?.name) {
    const children = two.map((name) => ({ name, ...(grade ? { grade } : {}) }));
    return { ...reading, heard, draft: { ...reading.draft, named: children }, open: { ...reading.open, isTwo: true } };
  }
  const word = reading.draft.child?.name ? undefined : nameThatIsAWord(reading, flow, context);
  const isTaken = word !== undefined && answeredName(reading, context) === undefined;
  if (isTaken) return withWordAsName(reading, flow, word, grade);
  const name = newName(reading, flow, context);
  return name === undefined
    ? reading
    : { ...reading, heard, rest: '', draft: withNewChild(reading.draft, name, grade) };
};
