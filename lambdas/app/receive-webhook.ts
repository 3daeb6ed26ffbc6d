import type { ContactEvent } from '#core/inbound.ts';
import type { Log, Queues, TrackEvent } from './ports.ts';

/** Something that came in and is neither answered nor tracked; it is counted and leaves a trace. */
export interface Noted {
  readonly kind: 'unanswered' | 'quarantined' | 'malformed';
  /** A word of ours for why. */
  readonly why: string;
}

/** The WhatsApp edge, seen from the webhook. */
export interface WebhookGate {
  /** Whether WhatsApp signed these very bytes. */
  isSigned(raw: Buffer, signature: string | undefined): Promise<boolean>;
  /** Every event in the bytes; undefined where they are not JSON. Never throws for what they hold. */
  read(raw: Buffer): Promise<readonly (ContactEvent | TrackEvent | Noted)[] | undefined>;
}

export interface WebhookPorts {
  readonly gate: WebhookGate;
  readonly queues: Queues;
  readonly log: Log;
}

type Received = ContactEvent | TrackEvent | Noted;

const isNoted = (event: Received): event is Noted =>
  event.kind === 'unanswered' || event.kind === 'quarantined' || event.kind === 'malformed';
const TRACKED: ReadonlySet<Received['kind']> = new Set(['status_changed', 'platform_notice', 'template_changed']);
const isTrack = (event: Received): event is TrackEvent => TRACKED.has(event.kind);
const isContact = (event: Received): event is ContactEvent => !isNoted(event) && !isTrack(event);

const logNoted = (log: Log, noted: readonly Noted[]) => {
  const counts = new Map<string, number>();
  for (const { kind, why } of noted) counts.set(`${kind}:${why}`, (counts.get(`${kind}:${why}`) ?? 0) + 1);
  for (const [kind, count] of counts) {
    if (kind.startsWith('quarantined')) log.alarm('webhook_quarantined', { kind, count });
    else log.info('webhook_noted', { kind, count });
  }
};

/**
 * Receives one webhook: verify on the raw bytes, parse every element, enqueue.
 * @returns the HTTP status to answer with. 200 only when every event was accepted by its queue, or when
 * nothing in it will ever get better; 401 where WhatsApp did not sign it; 500 where WhatsApp should send it again.
 */
export const receiveWebhook = async (
  { gate, queues, log }: WebhookPorts,
  raw: Buffer,
  signature: string | undefined,
): Promise<200 | 401 | 500> => {
  try {
    if (!(await gate.isSigned(raw, signature))) {
      log.warn('webhook_refused');
      return 401;
    }
    const events = await gate.read(raw);
    if (!events) {
      log.warn('webhook_noted', { kind: 'malformed:not_json', count: 1 });
      return 200;
    }
    const contactEvents = events.filter(isContact);
    const trackEvents = events.filter(isTrack);
    await Promise.all([
      contactEvents.length > 0 ? queues.sendContactEvents(contactEvents) : undefined,
      trackEvents.length > 0 ? queues.sendTrackEvents(trackEvents) : undefined,
    ]);
    logNoted(log, events.filter(isNoted));
    log.info('webhook_received', { count: events.length });
    return 200;
  } catch (error) {
    log.alarm('webhook_failed', { error: error instanceof Error ? error.name : 'unknown' });
    return 500;
  }
};
