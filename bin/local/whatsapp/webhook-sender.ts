/**
 * Posts webhooks: signed, again and again until one is answered with 200, and as badly behaved as the
 * phone's knobs ask. Webhooks do not wait for each other, as WhatsApp's do not.
 */
import { randomUUID } from 'node:crypto';
import type { Chats } from './chats.ts';
import { signature, webhookBytes } from './signature.ts';
import type { Timings } from './timings.ts';
import { envelope } from './webhook-payload.ts';
import type { Knobs, Pending, Update } from './world.ts';
import type { WorldFile } from './world-file.ts';

/** @returns the HTTP status of the answer */
export type DeliverWebhook = (rawBody: Buffer, headers: Record<string, string>) => Promise<number>;

/** Updates of one phone, number and kind that wait for company. */
interface Lane {
  readonly phoneId: string;
  readonly updates: Update[];
  readonly timer: NodeJS.Timeout;
}

/** How many updates a lane collects before it lets them go. Statuses are swapped, but not batched. */
const laneSize = (knobs: Knobs, kind: Update['kind']) =>
  Math.max(knobs.outOfOrder ? 2 : 1, kind === 'message' ? knobs.batch : 1);

export class WebhookSender {
  readonly #chats: Chats;
  readonly #file: WorldFile;
  readonly #appSecret: string;
  readonly #deliver: DeliverWebhook;
  readonly #timings: Timings;
  readonly #lanes = new Map<string, Lane>();
  readonly #timers = new Set<NodeJS.Timeout>();
  #isStopped = false;

  constructor(chats: Chats, file: WorldFile, appSecret: string, deliver: DeliverWebhook, timings: Timings) {
    this.#chats = chats;
    this.#file = file;
    this.#appSecret = appSecret;
    this.#deliver = deliver;
    this.#timings = timings;
  }

  /** Takes up the webhooks that an earlier run left unanswered. */
  resume() {
    for (const pending of [...this.#file.world.pending]) void this.#post(pending);
  }

  enqueue(update: Update) {
    const phone = this.#chats.phone(update.phoneId);
    if (!phone) return this.#release([update], undefined);
    const key = `${phone.id} ${update.number} ${update.kind}`;
    const lane = this.#lanes.get(key) ?? this.#openLane(key, phone.id);
    lane.updates.push(update);
    if (lane.updates.length >= laneSize(phone.knobs, update.kind)) this.#closeLane(key);
  }

  /** Lets go of what is held for a phone, or for all of them. */
  flush(phoneId?: string) {
    for (const [key, lane] of [...this.#lanes])
      if (phoneId === undefined || lane.phoneId === phoneId) this.#closeLane(key);
  }

  /** Stops posting. What is under way or waits stays in the state file. */
  stop() {
    this.#isStopped = true;
    this.flush();
    for (const timer of this.#timers) clearTimeout(timer);
  }

  #openLane(key: string, phoneId: string): Lane {
    const timer = setTimeout(() => this.#closeLane(key), this.#timings.holdMs);
    const lane = { phoneId, updates: [], timer };
    this.#lanes.set(key, lane);
    return lane;
  }

  #closeLane(key: string) {
    const lane = this.#lanes.get(key);
    if (!lane) return;
    clearTimeout(lane.timer);
    this.#lanes.delete(key);
    this.#release(lane.updates, this.#chats.phone(lane.phoneId)?.knobs);
  }

  #release(updates: readonly Update[], knobs: Knobs | undefined) {
    const inOrder = knobs?.outOfOrder ? updates.toReversed() : [...updates];
    const isBatch = updates[0]?.kind === 'message' && (knobs?.batch ?? 1) > 1;
    const posts = isBatch ? [inOrder] : inOrder.map((update) => [update]);
    for (const post of posts) for (let copy = 0; copy < (knobs?.duplicate ? 2 : 1); copy += 1) this.#start(post);
  }

  #start(updates: readonly Update[]) {
    const pending: Pending = { id: randomUUID(), updates: [...updates], attempt: 0 };
    this.#file.world.pending.push(pending);
    this.#file.changed();
    if (!this.#isStopped) void this.#post(pending);
  }

  async #post(pending: Pending) {
    const body = webhookBytes(envelope(pending.updates, this.#chats.numbers, this.#chats.now()));
    const headers = {
      'content-type': 'application/json',
      'user-agent': 'facebookexternalua',
      'x-hub-signature-256': signature(body, this.#appSecret),
    };
    const status = await this.#deliver(body, headers).catch(() => 0);
    if (this.#isStopped && status !== 200) return;
    if (status === 200) this.#tick(pending);
    else this.#retryLater(pending);
  }

  #retryLater(pending: Pending) {
    const waitMs = this.#timings.retryMs[pending.attempt];
    if (waitMs === undefined) return this.#forget(pending);
    pending.attempt += 1;
    this.#file.changed();
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      void this.#post(pending);
    }, waitMs);
    this.#timers.add(timer);
  }

  /** The parent's phone shows two ticks once the webhook is acknowledged. */
  #tick(pending: Pending) {
    this.#forget(pending);
    for (const update of pending.updates) {
      const phone = this.#chats.phone(update.phoneId);
      if (phone && update.kind === 'message') this.#chats.advance(phone, update.messageId, 'delivered');
    }
  }

  #forget(pending: Pending) {
    const { world } = this.#file;
    world.pending = world.pending.filter((other) => other.id !== pending.id);
    this.#file.changed();
  }
}
