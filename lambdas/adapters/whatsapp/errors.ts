import type { SendOutcome } from '#app/ports.ts';
import {
  type Alarm,
  type Consequence,
  PERMISSION_MISSING,
  type Rule,
  ruleOf,
  TOKEN_REFUSED,
  UNEXPECTED,
} from './codes.ts';
import { JITTER, MAX_WAIT_MS, WAITS } from './limits.ts';

/** An answer of WhatsApp that is not an acceptance, reduced to what is judged. */
export interface Refusal {
  readonly httpStatus: number;
  /** `error.code` of the answer; undefined where there was no readable error in it. */
  readonly code: number | undefined;
  /** 1 for the first attempt; waits grow with it. */
  readonly attempt: number;
  /** Chance in 0…1 that lengthens the wait a little. */
  readonly jitter: number;
}

export interface Judgement {
  readonly outcome: Exclude<SendOutcome, { kind: 'accepted' }>;
  readonly consequence: Consequence;
  readonly alarm?: Alarm;
}

type Scope = keyof typeof WAITS;

/** How long to wait before the next attempt, in milliseconds, at most `MAX_WAIT_MS`. */
export const waitMs = (
  scope: Scope,
  attempt: number,
  jitter: number,
  firstMs: number = WAITS[scope].firstMs,
): number => {
  const grown = firstMs * WAITS[scope].growth ** Math.max(0, attempt - 1);
  return Math.round(Math.min(MAX_WAIT_MS, grown * (1 + JITTER * jitter)));
};

const SERVICE: Rule = { kind: 'slow_down', scope: 'service', consequence: 'wait' };
const STRANGE: Rule = { ...SERVICE, alarm: 'whatsapp_answer_unexpected' };
const APP: Rule = { kind: 'slow_down', scope: 'app', consequence: 'wait' };

/** The rule for an answer, or `unknown` where the message may have gone out all the same. */
const ruleFor = ({ httpStatus, code }: Refusal): Rule | 'unknown' => {
  if (httpStatus === 429) return APP; // Whatever the code: the reference counts it against the whole app.
  if (httpStatus === 401) return TOKEN_REFUSED;
  const rule = code === undefined ? undefined : ruleOf(code);
  if (rule) return rule;
  // A gateway that gave up waiting says nothing of what happened behind it.
  if (httpStatus >= 500 || httpStatus === 408) return 'unknown';
  if (httpStatus === 403) return PERMISSION_MISSING;
  // WhatsApp does not redirect: the address is wrong or somebody stands between. Nothing was taken on.
  return httpStatus >= 300 && httpStatus < 400 ? STRANGE : UNEXPECTED;
};

/**
 * What becomes of a message that WhatsApp did not accept. Its `code` is WhatsApp's, or the HTTP status where
 * there was none. Total: a code that nobody knows is a rejection with an alarm.
 */
export const classify = (refusal: Refusal): Judgement => {
  const rule = ruleFor(refusal);
  if (rule === 'unknown') return { outcome: { kind: 'unknown' }, consequence: 'unexpected' };
  const code = refusal.code ?? refusal.httpStatus;
  const { consequence } = rule;
  const alarm = rule.alarm === undefined ? {} : { alarm: rule.alarm };
  if (rule.kind !== 'slow_down') return { outcome: { kind: rule.kind, code }, consequence, ...alarm };
  const afterMs = waitMs(rule.scope, refusal.attempt, refusal.jitter, rule.firstMs);
  return { outcome: { kind: 'slow_down', code, scope: rule.scope, afterMs }, consequence, ...alarm };
};
