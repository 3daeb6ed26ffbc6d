import type { Reply } from '../reply.ts';
import type { StepInput, StepResult } from '../steps/step.ts';
import { ask } from './ask.ts';
import { askWhich, openSlot } from './ask-which.ts';
import { completed, isSchoolDay, officeOf, recipientOf } from './complete.ts';
import { type Draft, type FlowState, nextSlot, schoolOf } from './flow.ts';
import { flowSpeaker } from './flow-speaker.ts';
import { filled } from './flow-words.ts';
import { review } from './review.ts';
import type { OpenQuestion } from './text-reading.ts';
import { withoutMail } from './without-mail.ts';

/** A reply of a flow, and the flow as it is then. */
export const inFlow = (input: StepInput, flow: FlowState, reply: Reply): StepResult => ({
  replies: [reply],
  outcome: 'answered',
  taken: { kind: 'flow', topic: flow.kind },
  conversation: { flow: { ...flow, lastAt: input.context.now } },
});

/** Days on which there is no school need no excuse: they are left out, and where none is left it is asked again. */
const schoolDaysOnly = (input: StepInput, draft: Draft): { draft: Draft; noSchoolOn?: readonly string[] } => {
  const school = schoolOf(input.context.directory.schools, draft.school);
  if (!school || !draft.days) return { draft };
  const days = draft.days.filter((day) => isSchoolDay(school, day));
  if (days.length > 0) return { draft: { ...draft, days } };
  const { days: noSchoolOn, ...rest } = draft;
  return { draft: rest, noSchoolOn };
};

const ATTENDANCE = ['absence', 'late', 'early_pickup'];

/**
 * The next thing to say in a flow: what is unclear, what is still missing, or the whole to be looked at.
 * @param open what only the family can say
 * @param opening what is said before it
 */
export const advance = (input: StepInput, flow: FlowState, open: OpenQuestion = {}, opening?: string): StepResult => {
  const { directory } = input.context;
  const said = flowSpeaker(input);
  const whole = completed(flow.draft, directory);
  const { draft, noSchoolOn } = ATTENDANCE.includes(flow.kind) ? schoolDaysOnly(input, whole) : { draft: whole };
  const next: FlowState = { ...flow, draft, isOffered: false, misses: 0 };
  const which = askWhich(input, next, open, opening);
  if (which) return inFlow(input, { ...next, asked: openSlot(open) }, which);
  if (noSchoolOn) {
    const again = filled(said.words.asks.daysNoSchool, { day: said.days(noSchoolOn) });
    return inFlow(input, { ...next, asked: 'days' }, ask(input, next, 'days', { opening, instead: again }));
  }
  const slot = nextSlot(next);
  if (slot) return inFlow(input, { ...next, asked: slot }, ask(input, next, slot, { opening }));
  const to = recipientOf(next.kind, draft, directory) ?? (draft.school && officeOf(directory, draft.school));
  // Without a school there is nobody to write to; it is always asked for, so this is for the types alone.
  if (!to) return inFlow(input, { ...next, asked: 'school' }, ask(input, next, 'school'));
  const school = schoolOf(directory.schools, draft.school);
  if (!to.email && school) return withoutMail(input, next, school, to);
  return inFlow(input, { ...next, asked: 'review' }, review(input, next, to, opening));
};
