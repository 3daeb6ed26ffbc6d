import * as z from 'zod/mini';
import type { StatusChanged } from '#app/ports.ts';
import { messageId, type NumberId } from '#core/ids.ts';
import type { WebhookEvent } from './events.ts';
import { codesOf, identifier, idOf, timestamp } from './lenient.ts';

const STATUSES = [
  'sent',
  'delivered',
  'read',
  'played',
  'failed',
  'deleted',
] as const satisfies readonly StatusChanged['status'][];

const Status = z.object({
  id: identifier,
  status: z.enum(STATUSES),
  timestamp,
  biz_opaque_callback_data: z.catch(z.optional(identifier), undefined),
  errors: z.optional(z.unknown()),
});

/**
 * One element of `statuses` as one event. Whom it was sent to is not read: our own tag says it, and a status
 * of a failed send names nobody.
 */
export const readStatus = (raw: unknown, number: NumberId): WebhookEvent => {
  const status = z.safeParse(Status, raw).data;
  if (!status) return { kind: 'malformed', where: 'status', ...idOf(raw) };
  return {
    kind: 'status_changed',
    number,
    id: messageId(status.id),
    status: status.status,
    at: status.timestamp,
    ...(status.biz_opaque_callback_data === undefined ? {} : { tag: status.biz_opaque_callback_data }),
    codes: codesOf(status.errors),
  };
};
