/** What becomes of a message after the Graph API accepted it: ticks on the phone, statuses to the webhook. */
import type { Chats } from './chats.ts';
import type { Recipient } from './send-check.ts';
import type { Timings } from './timings.ts';
import { statusUpdate } from './webhook-payload.ts';
import type { WebhookSender } from './webhook-sender.ts';
import type { ChatMessage, Phone, Status } from './world.ts';

/** Why an accepted message fails later, in WhatsApp's words. */
export const FAILURES = {
  windowClosed: {
    code: 131047,
    title: 'Re-engagement message',
    details:
      'Message failed to send because more than 24 hours have passed since the customer last replied to this number.',
  },
  marketing: {
    code: 131049,
    title: 'Message was not delivered to maintain healthy ecosystem engagement',
    details: 'In order to maintain a healthy ecosystem engagement, the message failed to be delivered.',
  },
  undeliverable: { code: 131026, title: 'Message undeliverable', details: 'Message Undeliverable.' },
} as const;

export class Deliveries {
  readonly #chats: Chats;
  readonly #webhooks: WebhookSender;
  readonly #timings: Timings;
  readonly #timers = new Set<NodeJS.Timeout>();

  constructor(chats: Chats, webhooks: WebhookSender, timings: Timings) {
    this.#chats = chats;
    this.#webhooks = webhooks;
    this.#timings = timings;
  }

  /** Takes up the messages that an earlier run left on their way. */
  resume() {
    for (const phone of this.#chats.phones) this.reachable(phone);
  }

  /** The phone may be on again: what waits for it goes on its way. */
  reachable(phone: Phone) {
    for (const message of phone.messages) {
      if (message.from !== 'school') continue;
      if (message.status === 'accepted') this.start(phone, message);
      if (message.status === 'sent') this.#deliverSoon(phone, message.id);
    }
  }

  /** A message with an error fails; any other goes the usual way. */
  start(phone: Phone, message: ChatMessage, to?: Recipient) {
    this.#after(this.#timings.sentMs, () => {
      if (message.error) return this.#move(phone, message.id, 'failed', to);
      this.#move(phone, message.id, 'sent');
      this.#deliverSoon(phone, message.id);
    });
  }

  /** A send to somebody who is not on WhatsApp: accepted, then failed. */
  failForNobody(message: ChatMessage, to: Recipient) {
    this.#after(this.#timings.sentMs, () =>
      this.#webhooks.enqueue(statusUpdate(message, 'failed', this.#chats.now(), undefined, to)),
    );
  }

  /** The parent looks at the chat. */
  read(phone: Phone, number: string) {
    if (phone.knobs.reads === 'never') return;
    for (const message of phone.messages) {
      const isUnread = message.from === 'school' && message.number === number && message.status === 'delivered';
      if (isUnread) this.#move(phone, message.id, 'read');
    }
  }

  stop() {
    for (const timer of this.#timers) clearTimeout(timer);
  }

  #deliverSoon(phone: Phone, id: string) {
    this.#after(this.#timings.deliveredMs, () => {
      if (phone.knobs.unreachable) return;
      this.#move(phone, id, 'delivered');
      if (phone.knobs.reads === 'at_once') this.#move(phone, id, 'read');
    });
  }

  #move(phone: Phone, id: string, status: Exclude<Status, 'accepted'>, to?: Recipient) {
    const message = this.#chats.advance(phone, id, status);
    if (message) this.#webhooks.enqueue(statusUpdate(message, status, this.#chats.now(), phone, to));
  }

  #after(waitMs: number, act: () => void) {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      act();
    }, waitMs);
    this.#timers.add(timer);
  }
}
