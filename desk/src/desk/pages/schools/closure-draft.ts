/** A closing while somebody chooses it. Pure; dates and times are the district's. */
import type { Closure, SchoolView } from '#contract/district-api.ts';
import { clockTime, dayAfter } from './dates.ts';

export interface ClosureDraft {
  readonly kind: Closure['kind'];
  readonly when: 'today' | 'tomorrow' | 'dates';
  /** Used where `when` is `dates`. */
  readonly from: string;
  readonly to: string;
  /** Used where it starts late or ends early. */
  readonly at: string;
}

/** What is wrong, by field; a sentence that says what to do. */
export type ClosureProblems = Partial<Record<'from' | 'to' | 'at', string>>;

/** Closed today: what is needed most, and most quickly. */
export const newClosure = (today: string): ClosureDraft => ({
  kind: 'closed',
  when: 'today',
  from: today,
  to: today,
  at: '',
});

const hasTime = ({ kind }: ClosureDraft): boolean => kind === 'late_start' || kind === 'early_dismissal';

const datesOf = ({ when, from, to }: ClosureDraft, today: string) => {
  if (when === 'dates') return { from, to };
  const date = when === 'today' ? today : dayAfter(today);
  return { from: date, to: date };
};

const atProblem = (draft: ClosureDraft, hours: SchoolView['schoolHours']): string | undefined => {
  if (!hasTime(draft)) return undefined;
  if (draft.at === '') return draft.kind === 'late_start' ? 'Enter when school starts.' : 'Enter when school ends.';
  if (!hours) return undefined;
  if (draft.at <= hours.open) return `School starts at ${clockTime(hours.open)} as a rule: enter a later time.`;
  return draft.at >= hours.close
    ? `School ends at ${clockTime(hours.close)} as a rule: enter an earlier time.`
    : undefined;
};

const fromProblem = ({ when, from }: ClosureDraft, today: string): string | undefined => {
  if (when !== 'dates') return undefined;
  if (from === '') return 'Enter the first day.';
  return from < today ? 'The first day is over: enter today or a later day.' : undefined;
};

const toProblem = ({ when, from, to }: ClosureDraft): string | undefined => {
  if (when !== 'dates') return undefined;
  if (to === '') return 'Enter the last day; for one day the same as the first.';
  return to < from ? 'The last day is before the first: change one of them.' : undefined;
};

/** Everything that stands in the way of switching it on. @param hours bell times of the school */
export const closureProblems = (
  draft: ClosureDraft,
  today: string,
  hours: SchoolView['schoolHours'],
): ClosureProblems => {
  const found = { from: fromProblem(draft, today), to: toProblem(draft), at: atProblem(draft, hours) };
  return Object.fromEntries(Object.entries(found).filter(([, problem]) => problem !== undefined));
};

/** What is sent; only of a draft without problems. */
export const closureOf = (draft: ClosureDraft, today: string): Closure => ({
  kind: draft.kind,
  ...datesOf(draft, today),
  ...(hasTime(draft) ? { at: draft.at } : {}),
});

/** What families will read can be said as soon as the dates and the time are there. */
export const isComplete = (draft: ClosureDraft, today: string): boolean => {
  const { from, to } = datesOf(draft, today);
  return from !== '' && to !== '' && (!hasTime(draft) || draft.at !== '');
};
