import { GRADES, type Grade } from '../directory.ts';
import { REASONS, type RequestDetails, SUBJECTS } from '../request.ts';
import type { StepInput } from '../steps/step.ts';
import { officeOf } from './complete.ts';
import { withKnownChild } from './fill-child.ts';
import { recipient } from './find-person.ts';
import { type Draft, type FlowState, isFilled, type Slot } from './flow.ts';

const PARTS: readonly string[] = ['morning', 'noon', 'afternoon', 'evening'];

type Take = (draft: Draft, value: string, input: StepInput, flow: FlowState) => Draft | undefined;

const isIn = <Value extends string>(values: readonly Value[], value: string): value is Value =>
  (values as readonly string[]).includes(value);

const without = <Key extends keyof Draft>(draft: Draft, key: Key): Omit<Draft, Key> => {
  const { [key]: _, ...rest } = draft;
  return rest;
};

/** What each kind of choice puts into the draft; undefined where it means nothing (any more). */
const TAKES: Readonly<Record<string, Take>> = {
  child: (draft, value, { conversation, context }) => {
    const child = conversation.profile.children?.find(({ id }) => id === value);
    return child && withKnownChild(without(draft, 'isOther'), child, context.directory);
  },
  named: (draft, value) => {
    const child = draft.named?.[Number(value)];
    if (!child) return undefined;
    const others = draft.named?.filter((one) => one !== child) ?? [];
    return { ...without(draft, 'named'), child, ...(others.length > 0 ? { named: others } : {}) };
  },
  grade: (draft, value) =>
    isIn<Grade>(GRADES, value) && draft.child ? { ...draft, child: { ...draft.child, grade: value } } : undefined,
  school: (draft, value, { context }) => {
    const school = context.directory.schools.find(({ id }) => id === value);
    // A teacher of the school before is none of this one.
    return school && { ...without(draft, 'to'), school: school.id };
  },
  to: (draft, value, { context }) => {
    const { directory } = context;
    if (value === 'office') return draft.school && { ...draft, to: officeOf(directory, draft.school) };
    const person = directory.people.find(({ id, isActive }) => id === value && isActive);
    if (!person) return undefined;
    // Whoever taps somebody of another school means that school.
    const [first] = person.schools;
    const isHere = draft.school !== undefined && person.schools.includes(draft.school);
    return { ...draft, to: recipient(person), ...(!isHere && first ? { school: first } : {}) };
  },
  days: (draft, value) => (/^\d{4}-\d{2}-\d{2}$/.test(value) ? { ...draft, days: [value] } : undefined),
  time: (draft, value) => (/^\d{2}:\d{2}$/.test(value) ? { ...draft, time: value } : undefined),
  times: (draft, value) =>
    PARTS.includes(value) ? { ...draft, parts: [value] as NonNullable<RequestDetails['parts']> } : undefined,
  reason: (draft, value) => (isIn(REASONS, value) ? { ...draft, reason: value } : undefined),
  subject: (draft, value) => (isIn(SUBJECTS, value) ? { ...draft, subject: value } : undefined),
  interpreter: (draft, value) => (value === 'none' ? without(draft, 'interpreter') : undefined),
};

/** The draft after a choice `slot:…` was tapped; undefined where the choice means nothing here. */
export const tapped = (flow: FlowState, id: string, input: StepInput): Draft | undefined => {
  const [, slot = '', ...rest] = id.split(':');
  return TAKES[slot]?.(flow.draft, rest.join(':'), input, flow);
};

/** The draft without what a slot held, so that it is asked again. */
export const cleared = (draft: Draft, slot: Slot): Draft => {
  const skipped = draft.skipped.filter((one) => one !== slot);
  const rest: Draft = { ...draft, skipped };
  if (!isFilled(rest, slot)) return rest;
  switch (slot) {
    case 'child': {
      // Another child may be in another grade, at another school.
      const { child: _, childId: __, school: ___, to: ____, ...others } = rest;
      return { ...others, skipped: skipped.filter((one) => one !== 'grade') };
    }
    case 'grade':
      return rest.child ? { ...rest, child: { name: rest.child.name } } : rest;
    case 'times':
      return without(without(without(rest, 'days'), 'parts'), 'time');
    case 'school':
      return without(without(rest, 'school'), 'to');
    case 'to':
    case 'days':
    case 'time':
    case 'reason':
    case 'subject':
    case 'words':
    case 'interpreter':
      return without(rest, slot);
    default: {
      const { [slot]: _, ...letter } = rest.letter ?? {};
      return { ...rest, letter };
    }
  }
};
