/** A message as a consumer gets it. */
export interface ReceivedMessage {
  readonly id: string;
  readonly body: string;
  readonly receipt: string;
  readonly receiveCount: number;
}

export interface MemoryQueueOptions {
  readonly isFifo: boolean;
  readonly visibilityMs: number;
  /** After this many receives a message goes to `dead`. */
  readonly maxReceives: number;
  readonly clock: { now(): number };
}

interface Stored {
  readonly id: string;
  readonly body: string;
  readonly group: string;
  visibleAt: number;
  receiveCount: number;
  receipt: string;
}

/** SQS remembers the name of a message for five minutes (Amazon SQS FIFO key terms, 2026-11). */
const DEDUPE_MS = 300_000;

/**
 * A queue in memory that behaves as SQS does: order within a group, one batch of a group in flight at a
 * time, names remembered for five minutes, visibility, delay, receive count and dead letters.
 */
export class MemoryQueue {
  readonly dead: string[] = [];
  private readonly messages: Stored[] = [];
  private readonly named = new Map<string, number>();
  private readonly options: MemoryQueueOptions;
  private count = 0;

  constructor(options: MemoryQueueOptions) {
    this.options = options;
  }

  send(body: string, { group = '', name, delayMs = 0 }: { group?: string; name?: string; delayMs?: number } = {}) {
    const now = this.options.clock.now();
    if (name !== undefined && now < (this.named.get(name) ?? 0)) return;
    if (name !== undefined) this.named.set(name, now + DEDUPE_MS);
    this.count += 1;
    this.messages.push({ id: `m${this.count}`, body, group, visibleAt: now + delayMs, receiveCount: 0, receipt: '' });
  }

  /** Up to `most` messages that are visible now; of a group that is in flight, none. */
  receive(most: number): ReceivedMessage[] {
    const now = this.options.clock.now();
    const { isFifo, maxReceives, visibilityMs } = this.options;
    const closed = new Set<string>();
    const taken: ReceivedMessage[] = [];
    for (const message of [...this.messages]) {
      if (taken.length >= most) break;
      if (isFifo && closed.has(message.group)) continue;
      if (message.visibleAt > now) {
        closed.add(message.group);
        continue;
      }
      if (message.receiveCount >= maxReceives) {
        this.dead.push(message.body);
        this.remove(message);
        continue;
      }
      message.receiveCount += 1;
      message.visibleAt = now + visibilityMs;
      message.receipt = `${message.id}.${message.receiveCount}`;
      taken.push({ id: message.id, body: message.body, receipt: message.receipt, receiveCount: message.receiveCount });
    }
    return taken;
  }

  /** Forgets a message; nothing happens where it has been received again since. */
  delete(receipt: string) {
    const message = this.messages.find((one) => one.receipt === receipt);
    if (message) this.remove(message);
  }

  /** Makes a received message visible after `ms`. */
  changeVisibility(receipt: string, ms: number) {
    const message = this.messages.find((one) => one.receipt === receipt);
    if (message) message.visibleAt = this.options.clock.now() + ms;
  }

  get size(): number {
    return this.messages.length;
  }

  /** When the next message can be received, or undefined where the queue is empty. */
  get nextVisibleAt(): number | undefined {
    const heads = this.options.isFifo
      ? this.messages.filter(({ group }, index) => this.messages.findIndex((one) => one.group === group) === index)
      : this.messages;
    return heads.length === 0 ? undefined : Math.min(...heads.map(({ visibleAt }) => visibleAt));
  }

  private remove(message: Stored) {
    this.messages.splice(this.messages.indexOf(message), 1);
  }
}
