import type { Conversation } from '../conversation.ts';
import type { DecisionContext, Effect } from '../decision.ts';
import type { TurnEvent } from '../inbound.ts';
import { nextDueAt } from './due.ts';

const isOutreach = ({ kind }: TurnEvent): boolean =>
  kind === 'outreach_due' || kind === 'plan_changed' || kind === 'survey_asked';

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/**
 * When Homeroom next writes of its own accord, for senders to look up: after each turn that may have moved it. What a
 * family was kept under before WhatsApp gave it a new id goes.
 */
export const outreachEffects = (
  before: Conversation,
  after: Conversation,
  events: readonly TurnEvent[],
  context: DecisionContext,
): readonly Effect[] => {
  const isPlanned = before.profile.outreach !== undefined || after.profile.outreach !== undefined;
  const isMoved = !isSame(before.profile, after.profile) || events.some(isOutreach);
  if (!isPlanned || !isMoved) return [];
  const dueAt = nextDueAt(after, context);
  const moved = events.findLast((event) => event.kind === 'identity_changed');
  return [
    {
      kind: 'save_outreach',
      ...(dueAt === undefined ? {} : { dueAt }),
      ...(moved?.kind === 'identity_changed' ? { formerly: moved.previous } : {}),
    },
  ];
};
