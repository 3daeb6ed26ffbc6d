import { createMemoryPlans } from '#adapters/memory/memory-plans.ts';
import { createMemoryQueues } from '#adapters/memory/memory-queues.ts';
import { MemoryStore } from '#adapters/memory/memory-store.ts';
import { decodeContactEvent, decodeTrackEvent } from '#adapters/sqs/codec.ts';
import { fit } from '#adapters/whatsapp/fit.ts';
import type {
  ConversationStore,
  Log,
  LogFields,
  Messenger,
  Queues,
  SendOutcome,
  StaffNotice,
  StatusChanged,
} from '#app/ports.ts';
import { parseTag } from '#app/tag.ts';
import { takeBatch } from '#app/take-batch.ts';
import { takeTurn } from '#app/take-turn.ts';
import { trackBatch } from '#app/track.ts';
import type { TurnPorts } from '#app/turn-ports.ts';
import { type ContactId, contactId, messageId, numberId } from '#core/ids.ts';
import type { MessageReceived } from '#core/inbound.ts';
import { demoWorld } from '../../bin/local/talk.ts';

export const START = Date.parse('2026-11-23T15:00:00Z');
const NUMBER = numberId('100000000000001');

/** What the network does to one send. */
export type SendFault =
  | 'none'
  /** WhatsApp took it, and the answer was lost on the way back. */
  | 'answer_lost'
  /** It was lost on the way there. */
  | 'request_lost'
  | 'slow_down'
  | 'rejected'
  | 'window_closed_later';

/** One message that WhatsApp took and delivered. What it took and reported as failed does not count. */
export interface Accepted {
  readonly tag: string;
  readonly at: number;
  readonly body: string;
  readonly contact: ContactId;
  readonly turn: number;
}

/** Thrown where a worker dies. Nothing that it does afterwards has any effect. */
export class CrashError extends Error {
  override readonly name = 'CrashError';
}

/** Called around every call of a port: `before` and `after` may throw, or wait. */
export interface Watch {
  before(call: string): Promise<void>;
  after(call: string): Promise<void>;
}

const noWatch: Watch = { before: async () => {}, after: async () => {} };

/** An object whose every method is watched. */
const watched = <Port extends object>(port: Port, name: string, watch: Watch): Port =>
  new Proxy(port, {
    get: (target, key) => {
      const method = Reflect.get(target, key) as unknown;
      if (typeof method !== 'function' || key === 'fit') return method;
      return async (...values: unknown[]) => {
        const call = `${name}.${String(key)}`;
        await watch.before(call);
        const result = (await method.apply(target, values)) as unknown;
        await watch.after(call);
        return result;
      };
    },
  });

/** WhatsApp, with a memory of what it took and faults on demand. */
class Graph implements Messenger {
  readonly accepted: Accepted[] = [];
  readonly faults: SendFault[] = [];
  /** What WhatsApp would report; the test decides when and how often. */
  readonly statuses: StatusChanged[] = [];
  readonly broken: string[] = [];
  readonly fit = fit;
  /** When each person last wrote, as far as a worker has been told. */
  readonly heardAt = new Map<ContactId, number>();
  /** Tags of what it took first and then reported as failed. */
  readonly refused: string[] = [];
  /** Tags of notices that a reply is ready. */
  readonly announced: string[] = [];
  private count = 0;
  private readonly store: MemoryStore;
  private readonly clock: { now(): number };

  constructor(store: MemoryStore, clock: { now(): number }) {
    this.store = store;
    this.clock = clock;
  }

  async markRead(): Promise<void> {}

  /** A notice that a reply is ready meets the faults that sends meet. What becomes of it is told under its own tag. */
  async announce(_to: unknown, from: unknown, _announcement: unknown, tag: string): Promise<SendOutcome> {
    const named = parseTag(tag);
    if (!named || !(await this.store.turn(named.contact, named.turn))) {
      this.broken.push(`I4: ${tag} was announced and is no committed turn`);
    }
    const fault = this.faults.shift() ?? 'none';
    if (fault === 'request_lost') return { kind: 'unknown' };
    if (fault === 'slow_down') return { kind: 'slow_down', code: 131056, scope: 'pair', afterMs: 4000 };
    if (fault === 'rejected') return { kind: 'rejected', code: 132001 };
    this.announced.push(tag);
    this.count += 1;
    const id = messageId(`wamid.out.${this.count}`);
    const status = { kind: 'status_changed', number: numberId(String(from)), id, at: this.clock.now(), tag } as const;
    this.statuses.push(
      fault === 'window_closed_later'
        ? { ...status, status: 'failed', codes: [131049] }
        : { ...status, status: 'sent', codes: [] },
    );
    return fault === 'answer_lost' ? { kind: 'unknown' } : { kind: 'accepted', id };
  }

  async send(_to: unknown, from: unknown, reply: { body: string }, tag: string): Promise<SendOutcome> {
    const named = parseTag(tag);
    const turn = named && (await this.store.turn(named.contact, named.turn));
    if (!turn) this.broken.push(`I4: ${tag} was sent and is no committed turn`);
    const stored = turn && this.store.allTurns(turn.contact).at(-1)?.conversation.lastInboundAt;
    const lastInboundAt = Math.max(stored ?? 0, (turn && this.heardAt.get(turn.contact)) ?? 0);
    if (this.clock.now() - lastInboundAt > 24 * 3_600_000) {
      this.broken.push(`I10: ${tag} was sent after the window closed`);
    }
    const fault = this.faults.shift() ?? 'none';
    if (fault === 'request_lost') return { kind: 'unknown' };
    if (fault === 'slow_down') return { kind: 'slow_down', code: 131056, scope: 'pair', afterMs: 4000 };
    if (fault === 'rejected') return { kind: 'rejected', code: 131026 };
    this.count += 1;
    const id = messageId(`wamid.out.${this.count}`);
    const status = { kind: 'status_changed', number: numberId(String(from)), id, at: this.clock.now(), tag } as const;
    if (fault === 'window_closed_later') {
      this.refused.push(tag);
      this.statuses.push({ ...status, status: 'failed', codes: [131047] });
      return { kind: 'accepted', id };
    }
    this.accepted.push({
      tag,
      at: this.clock.now(),
      body: reply.body,
      contact: named?.contact ?? contactId(''),
      turn: named?.turn ?? 0,
    });
    this.statuses.push({ ...status, status: 'sent', codes: [] }, { ...status, status: 'delivered', codes: [] });
    return fault === 'answer_lost' ? { kind: 'unknown' } : { kind: 'accepted', id };
  }
}

const turnWorld = demoWorld(START);

/** The whole turn protocol in memory, with a clock that only moves when told to. */
export const createWorld = () => {
  let now = START;
  const clock = { now: () => now };
  const store = new MemoryStore();
  const queues = createMemoryQueues(clock);
  const kept = createMemoryPlans(turnWorld.comingUpOf);
  const graph = new Graph(store, clock);
  const paged: string[] = [];
  const notices: StaffNotice[] = [];
  const logged: { readonly event: string; readonly fields: LogFields | undefined }[] = [];
  const note = (event: string, fields?: LogFields) => void logged.push({ event, fields });
  const log: Log = {
    info: note,
    warn: note,
    alarm: (event, fields) => {
      note(event, fields);
      paged.push(event);
    },
  };

  const portsWatchedBy = (watch: Watch): TurnPorts => ({
    world: turnWorld,
    clock,
    log,
    store: watched<ConversationStore>(store, 'store', watch),
    queues: watched<Queues>(queues, 'queues', watch),
    messenger: watched<Messenger>(graph, 'messenger', watch),
    plans: {
      ...kept.plans,
      seats: watched(kept.plans.seats, 'seats', watch),
      outreach: watched(kept.plans.outreach, 'outreach', watch),
    },
  });

  /** One invocation of the turn function on what the queue gives; true where it had something to do. */
  const invokeTurn = async (watch: Watch = noWatch): Promise<boolean> => {
    const batch = queues.inbound.receive(10);
    if (batch.length === 0) return false;
    const ports = portsWatchedBy(watch);
    let isDead = false;
    const events = batch.map(({ id, body }) => ({ id, event: decodeContactEvent(body) }));
    for (const { event } of events) {
      if (event?.kind !== 'message_received') continue;
      graph.heardAt.set(event.contact, Math.max(graph.heardAt.get(event.contact) ?? 0, event.sentAt));
    }
    const failed = await takeBatch(
      events,
      async (contact, events) => {
        try {
          await takeTurn(ports, contact, events);
        } catch (error) {
          isDead ||= error instanceof CrashError;
          throw error;
        }
      },
      log,
    );
    // A worker that died reports nothing: its messages come back when their visibility time-out ends.
    for (const { id, receipt } of batch) if (!isDead && !failed.includes(id)) queues.inbound.delete(receipt);
    return true;
  };

  const invokeTrack = async (): Promise<boolean> => {
    const batch = queues.statuses.receive(10);
    const failed = await trackBatch(
      {
        ...{ store, queues, clock, log, ...kept.tracking },
        notify: async (notice) => void notices.push(notice),
        mailRequest: async () => {},
        forgetFiles: async () => {},
        saveTemplate: async () => {},
      },
      batch.map(({ id, body }) => ({ id, event: decodeTrackEvent(body) })),
    );
    for (const { id, receipt } of batch) if (!failed.includes(id)) queues.statuses.delete(receipt);
    return batch.length > 0;
  };

  return {
    store,
    queues,
    graph,
    paged,
    notices,
    logged,
    log,
    clock,
    turnWorld,
    kept,
    portsWatchedBy,
    invokeTurn,
    invokeTrack,
    forward: (ms: number) => {
      now += ms;
    },
    /** Runs everything that can be run, moving the clock to whatever is due, until nothing is left. */
    drain: async () => {
      for (let rounds = 0; rounds < 500; rounds += 1) {
        const didTurn = await invokeTurn();
        const didTrack = await invokeTrack();
        if (didTurn || didTrack) continue;
        const due = [queues.inbound.nextVisibleAt, queues.statuses.nextVisibleAt].filter((at) => at !== undefined);
        if (due.length === 0) return;
        now = Math.max(now + 1, Math.min(...due));
      }
      throw new Error('the queues never ran dry');
    },
    /** A parent's message as the webhook would enqueue it. */
    message: (person: number, count: number, text: string): MessageReceived => ({
      kind: 'message_received',
      contact: contactId(String(person).padStart(32, '0')),
      number: NUMBER,
      from: { userId: `US.${person}`, phone: `1312555${String(person).padStart(4, '0')}` },
      id: messageId(`wamid.${person}.${count}`),
      sentAt: Math.floor(now / 1000) * 1000,
      content: { kind: 'text', text },
    }),
  };
};

export type World = ReturnType<typeof createWorld>;
