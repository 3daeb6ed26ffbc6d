import type { WebhookGate } from '#app/receive-webhook.ts';
import type { Secrets } from '#config.ts';
import type { WebhookEvent } from './parse/events.ts';
import { parseWebhook } from './parse-webhook.ts';
import { verifySignature } from './verify.ts';

export interface GateOptions {
  readonly secrets: { get(): Promise<Secrets>; refresh(): Promise<Secrets> };
  /** Our phone number ids. */
  readonly numbers: ReadonlySet<string>;
}

const asReceived = (event: WebhookEvent) => {
  switch (event.kind) {
    case 'unanswered':
    case 'quarantined':
      return { kind: event.kind, why: event.reason };
    case 'malformed':
      return { kind: event.kind, why: event.where };
    default:
      return event;
  }
};

/** WhatsApp's webhooks as the receiving use case sees them. */
export const createGate = ({ secrets, numbers }: GateOptions): WebhookGate => ({
  isSigned: async (raw, signature) =>
    verifySignature(raw, signature, (await secrets.get()).appSecrets) ||
    // The secret may just have been rotated: look once more. `refresh` limits how often that costs anything.
    verifySignature(raw, signature, (await secrets.refresh()).appSecrets),

  read: async (raw) => {
    const { identityKey } = await secrets.get();
    try {
      return parseWebhook(JSON.parse(raw.toString('utf8')), { identityKey, numbers }).map(asReceived);
    } catch (error) {
      if (error instanceof SyntaxError) return undefined;
      throw error;
    }
  },
});
