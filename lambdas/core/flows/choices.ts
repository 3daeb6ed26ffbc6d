import type { Grade, PersonId, SchoolId } from '../directory.ts';
import type { Reason, RequestKind, Subject } from '../request.ts';
import type { AskedRole } from './flow-words.ts';

/** What can be begun by a tap: a request, or the question who can help. */
export type Start = RequestKind | 'who';

/** Choices of the flows. Ids are permanent: a button tapped next year still means the same, or is politely refused. */
export const FLOW_CHOICE = {
  start: (start: Start) => `flow:${start}`,
  send: 'do:send',
  change: 'do:change',
  cancel: 'do:cancel',
  resume: 'do:resume',
  skip: 'slot:skip',
  child: (id: string) => `slot:child:${id}`,
  otherChild: 'slot:child:other',
  /** One of the children whom the family has named together. */
  named: (index: number) => `slot:named:${index}`,
  /** The same once more, for another child. */
  again: 'do:again',
  grade: (grade: Grade) => `slot:grade:${grade}`,
  school: (id: SchoolId) => `slot:school:${id}`,
  person: (id: PersonId) => `slot:to:${id}`,
  office: 'slot:to:office',
  day: (date: string) => `slot:days:${date}`,
  otherDay: 'slot:days:other',
  time: (time: string) => `slot:time:${time}`,
  part: (part: string) => `slot:times:${part}`,
  reason: (reason: Reason) => `slot:reason:${reason}`,
  subject: (subject: Subject) => `slot:subject:${subject}`,
  noInterpreter: 'slot:interpreter:none',
  changeSlot: (slot: string) => `change:${slot}`,
  who: (role: AskedRole) => `who:${role}`,
} as const;

/** Whether a choice belongs to the flows. */
export const isFlowChoice = (id: string): boolean =>
  /^(?:flow:\w+|do:(?:send|change|cancel|resume|again)|slot:skip|slot:\w+:.+|change:\w+|who:\w+)$/.test(id);
