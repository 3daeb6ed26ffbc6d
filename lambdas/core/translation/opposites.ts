import { type Change, changed } from './change.ts';
import { negationsOf } from './negation.ts';

/** Words of a meaning, and of the opposite. What merely resembles them counts only as a sign that nothing changed. */
interface Opposites {
  readonly kind: 'negation' | 'date';
  readonly one: RegExp;
  readonly other: RegExp;
  readonly nearOne?: RegExp;
  readonly nearOther?: RegExp;
}

const OPPOSITES: readonly Opposites[] = [
  {
    kind: 'date',
    one: /\b(?:before|prior to|no later than)\b/i,
    other: /\b(?:after|no earlier than)\b/i,
    nearOne: /\b(?:by|until|till|at the latest)\b/i,
    nearOther: /\b(?:since|once|later|when|from|following)\b/i,
  },
  {
    kind: 'negation',
    one: /\b(?:at least|minimum|no (?:less|fewer|earlier) than)\b/i,
    other: /\b(?:at most|maximum|no more than|not more than|up to)\b/i,
  },
  { kind: 'negation', one: /\b(?:more|higher|larger)\b/i, other: /\b(?:less|fewer|lower|smaller)\b/i },
  { kind: 'negation', one: /\b(?:open|opens|opened)\b/i, other: /\b(?:closed|closes|shut)\b/i },
  { kind: 'negation', one: /\bexcused\b/i, other: /\bunexcused\b/i },
  { kind: 'negation', one: /\bsafe\b/i, other: /\b(?:unsafe|dangerous)\b/i },
  { kind: 'negation', one: /\balways\b/i, other: /\bnever\b/i },
  { kind: 'negation', one: /\bearl(?:y|ier)\b/i, other: /\blater?\b/i },
  { kind: 'negation', one: /\bincreased?\b/i, other: /\bdecreased?\b/i },
  { kind: 'negation', one: /\beveryone|everybody\b/i, other: /\bno one|nobody\b/i },
];

const turned = (from: string, to: string, opposites: Opposites, isTurned: boolean): Change | undefined => {
  const { kind, one, other, nearOne, nearOther } = opposites;
  const [wanted, against, near] = isTurned ? [other, one, nearOther] : [one, other, nearOne];
  const original = wanted.exec(from)?.[0];
  const found = against.exec(to)?.[0];
  const isSaid = wanted.test(to) || near?.test(to) === true || against.test(from);
  return original !== undefined && found !== undefined && !isSaid ? changed(kind, original, found) : undefined;
};

/** Words that came back as their opposite, "not" aside: "not open" is closed. Both are English texts in plain form. */
export const oppositeChanges = (original: string, back: string): Change[] =>
  negationsOf(original).count === negationsOf(back).count
    ? OPPOSITES.flatMap((opposites) => [
        turned(original, back, opposites, false) ?? [],
        turned(original, back, opposites, true) ?? [],
      ]).flat()
    : [];
