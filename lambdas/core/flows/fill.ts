import type { Content } from '../content.ts';
import { LANGS, type Lang } from '../language.ts';
import type { Reason } from '../request.ts';
import { fillChild } from './fill-child.ts';
import { fillDays, fillTime } from './fill-when.ts';
import { fillGrade, fillSchool, fillTeacher, readTeacher } from './fill-who.ts';
import type { FlowState } from './flow.ts';
import { foundInside } from './listen.ts';
import { type FillContext, type Filled, type FillStep, needs, type TextReading } from './text-reading.ts';

const INSIDE_REASONS = ['ill', 'appointment', 'religious', 'family', 'transport'] as const satisfies readonly Reason[];

/** More words than this are a sentence, and a sentence is read in its own language. */
const FEW_WORDS = 3;

/** The reason that stands in a text: the longest words decide, since "hospital" may hold the word for "sick". */
const reasonIn = (text: string, content: Content, langs: readonly Lang[]): Reason | undefined => {
  const found = INSIDE_REASONS.flatMap((reason) => {
    const at = foundInside(text, content, langs, reason);
    return at ? [{ reason, length: at.to - at.from }] : [];
  });
  return found.sort((one, other) => other.length - one.length)[0]?.reason;
};

const fillReason = (reading: TextReading, text: string, flow: FlowState, context: FillContext): TextReading => {
  if (!needs(flow, 'reason')) return reading;
  const isAnswer = flow.asked === 'reason' && text.trim().split(/\s+/).length <= FEW_WORDS;
  const { content, langs } = context;
  const reason = reasonIn(text, content, langs) ?? (isAnswer ? reasonIn(text, content, LANGS) : undefined);
  // What was chosen stays, unless it is looked at or asked for again.
  const isOpen = reading.draft.reason === undefined || flow.asked === 'review' || flow.asked === 'change';
  if (!reason || !isOpen) return reading;
  return { ...reading, heard: [...reading.heard, 'reason'], draft: { ...reading.draft, reason } };
};

const STEPS: readonly FillStep[] = [
  ...[readTeacher, fillGrade, fillDays, fillTime],
  ...[fillChild, fillSchool, fillTeacher],
];

/**
 * Takes from a text all that a flow can use, whatever was asked: day, time, teacher, grade, child, reason.
 * @param flow its `asked` decides how freely a name is taken
 */
export const fillFrom = (text: string, flow: FlowState, context: FillContext): Filled => {
  const start: TextReading = { whole: text, rest: text, draft: flow.draft, heard: [], open: {} };
  const read = STEPS.reduce((reading, step) => step(reading, flow, context), start);
  // Where all of it was a name nothing else is read out of it.
  const { draft, heard, open, rest } = fillReason(read, read.whole, flow, context);
  return { draft, heard, open, rest };
};
