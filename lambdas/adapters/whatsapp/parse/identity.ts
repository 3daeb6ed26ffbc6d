import * as z from 'zod/mini';
import { messageId } from '#core/ids.ts';
import type { Address, IdentityChanged } from '#core/inbound.ts';
import type { OwnNumber, ParseContext } from './context.ts';
import type { WebhookEvent } from './events.ts';
import { optionalScalar, timestamp } from './lenient.ts';
import type { Message } from './message-frame.ts';
import { addressOf } from './sender.ts';

/**
 * The event of a person known as `old` who is now known as `now`, or undefined where one of the two is not
 * known. A user id cannot be followed to a bare phone number: the person's next message will carry a new
 * user id, and what had been moved to the phone number would never be found again.
 */
const changed = (
  old: Address | undefined,
  now: Address | undefined,
  number: OwnNumber,
  sentAt: number,
  id: string | undefined,
  context: ParseContext,
): IdentityChanged | undefined => {
  if (!old || !now || (old.userId !== undefined && now.userId === undefined)) return undefined;
  const previous = context.contactOf(number.id, old);
  const contact = context.contactOf(number.id, now);
  if (previous === contact) return undefined;
  // An update without an id of its own is named by what it says, so that a repeat has the same name.
  const named = messageId(id ?? `identity.${previous}.${contact}`);
  return { kind: 'identity_changed', contact, number: number.id, previous, from: now, id: named, sentAt };
};

/**
 * `system.previous_user_id` is there since August 2026, on both types (Meta, changelog of 2026-08-11); before,
 * the old user id stood in `from_user_id` at best.
 */
const System = z.object({
  type: optionalScalar,
  wa_id: optionalScalar,
  user_id: optionalScalar,
  previous_user_id: optionalScalar,
});

/** A `system` message that gives the person another phone number or user id; undefined for any other. */
export const readSystem = (
  payload: unknown,
  message: Message,
  number: OwnNumber,
  context: ParseContext,
): IdentityChanged | undefined => {
  const system = z.safeParse(System, payload).data;
  if (system?.type !== 'user_changed_number' && system?.type !== 'user_changed_user_id') return undefined;
  const sender = message.from_user_id === system.user_id ? undefined : message.from_user_id;
  const old = addressOf(system.previous_user_id ?? sender, message.from);
  const now = addressOf(system.user_id, system.wa_id);
  return changed(old, now, number, message.timestamp, message.id, context);
};

/** An element of `user_id_update`. Meta withdrew the field in August 2026; partners still pass it on. */
const Update = z.object({
  user_id: z.object({ previous: optionalScalar, current: optionalScalar }),
  wa_id: optionalScalar,
  timestamp,
});

/** One element of `user_id_update` as one event. */
export const readUserIdUpdate = (raw: unknown, number: OwnNumber, context: ParseContext): WebhookEvent => {
  const update = z.safeParse(Update, raw).data;
  if (!update) return { kind: 'malformed', where: 'identity' };
  const old = addressOf(update.user_id.previous, undefined);
  const now = addressOf(update.user_id.current, update.wa_id);
  return (
    changed(old, now, number, update.timestamp, undefined, context) ?? {
      kind: 'unanswered',
      reason: 'system',
      number: number.id,
    }
  );
};
