import type { Conversation } from '../conversation.ts';
import type { AnswerKind, DecisionContext, Effect, Outcome } from '../decision.ts';
import type { Reading } from '../reading.ts';
import type { Reply } from '../reply.ts';
import type { Speaker } from '../speak.ts';

/** What every step is given. */
export interface StepInput {
  readonly conversation: Conversation;
  readonly reading: Reading;
  readonly context: DecisionContext;
  readonly speaker: Speaker;
}

/** What a step decides. `conversation` holds only what it changes. */
export interface StepResult {
  readonly replies: readonly Reply[];
  readonly outcome: Outcome;
  readonly taken?: { readonly kind: AnswerKind; readonly topic?: string };
  readonly effects?: readonly Effect[];
  readonly conversation?: Partial<Conversation>;
}

/** One thing that a turn may be. Undefined where it is not that: the next step is asked. */
export type Step = (input: StepInput) => StepResult | undefined;
