import { contactOf } from './contact.ts';
import { readBody } from './parse/body.ts';
import type { WebhookEvents } from './parse/events.ts';

/**
 * Everything that a webhook tells, in its order: one event for each message and status; one for each change,
 * entry or body that holds none. Total: whatever the body, it never throws, and an element that cannot be
 * read becomes an event of its own beside its neighbours.
 *
 * @param body the parsed JSON, after the signature was verified
 * @param options.identityKey keys the contact ids
 * @param options.numbers our phone number ids; what is meant for another number is set aside, because Meta's
 *   signature covers every account of the app
 */
export const parseWebhook = (
  body: unknown,
  options: { readonly identityKey: string; readonly numbers: ReadonlySet<string> },
): WebhookEvents =>
  readBody(body, {
    numbers: options.numbers,
    contactOf: (number, address) => contactOf(options.identityKey, number, address),
  });
