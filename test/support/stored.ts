/** Builders of what is stored and sent: contacts, events, turns, handoffs. */
import { createHash } from 'node:crypto';
import type { Delivery, StatusChanged, StoredHandoff, Turn } from '#app/ports.ts';
import { newConversation } from '#core/conversation.ts';
import { type ContactId, contactId, handoffId, messageId, numberId } from '#core/ids.ts';
import type { MessageReceived } from '#core/inbound.ts';
import type { Reply } from '#core/reply.ts';

/** A number of the demo district. */
export const NUMBER = numberId('100000000000001');
/** A Tuesday in November 2026, 15:00 in Greenwich. */
export const NOW = Date.UTC(2026, 10, 24, 15, 0, 0);

let contacts = 0;
/** A contact that no other test has: stores and queues may be shared. */
export const newContact = (): ContactId => {
  contacts += 1;
  return contactId(createHash('sha256').update(`contact ${contacts}`).digest('hex').slice(0, 32));
};

export const messageOf = (contact: ContactId, id: string, text = 'What time does school start?'): MessageReceived => ({
  kind: 'message_received',
  contact,
  number: NUMBER,
  from: { userId: 'US.1', phone: '13125550199' },
  id: messageId(id),
  sentAt: NOW,
  content: { kind: 'text', text },
});

export const statusOf = (id: string, parts: Partial<StatusChanged> = {}): StatusChanged => ({
  kind: 'status_changed',
  number: NUMBER,
  id: messageId(id),
  status: 'sent',
  at: NOW,
  codes: [],
  ...parts,
});

export const replyOf = (body: string): Reply => ({
  purpose: 'answer',
  lang: 'en',
  body,
  choices: [{ id: 'menu', title: 'Menu' }],
  choicesLabel: 'Choose',
});

export const sending = (leaseUntil = NOW + 30_000): Delivery => ({
  status: 'sending',
  attempt: 1,
  doubts: 0,
  leaseUntil,
});
export const sent = (id: string): Delivery => ({
  status: 'sent',
  attempt: 1,
  doubts: 0,
  id: messageId(id),
  at: NOW + 500,
});

/** A turn with one reply that is being sent. */
export const turnOf = (contact: ContactId, turn: number, parts: Partial<Turn> = {}): Turn => ({
  contact,
  number: NUMBER,
  turn,
  at: NOW,
  events: [messageOf(contact, `wamid.${turn}`)],
  outcomes: ['answered'],
  conversation: { ...newConversation({ userId: 'US.1' }), lastInboundAt: NOW },
  replies: [replyOf('School starts at 8:05.')],
  deliveries: [sending()],
  effects: [{ kind: 'save_profile' }],
  effectsDone: false,
  tookOver: [],
  readsLast: false,
  taken: { kind: 'answer', topic: 'school-hours' },
  ...parts,
});

export const handoffOf = (contact: ContactId, parts: Partial<StoredHandoff> = {}): StoredHandoff => ({
  id: handoffId(1, NOW),
  contact,
  number: NUMBER,
  turn: 1,
  changedAt: NOW,
  lang: 'es',
  status: 'open',
  reason: 'asked',
  isUrgent: false,
  openedAt: NOW,
  heardAt: parts.openedAt ?? NOW,
  waitingSince: parts.openedAt ?? NOW,
  escalations: 0,
  toldPassedOn: false,
  toldLate: false,
  actions: [],
  ...parts,
});
