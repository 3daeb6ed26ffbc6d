import type {
  ConversationStore,
  Delivery,
  DeliveryChange,
  Loaded,
  StoredHandoff,
  StoredRequest,
  Turn,
  UnansweredQuestion,
} from '#app/ports.ts';
import type { Profile } from '#core/conversation.ts';
import type { ContactId, HandoffId, NumberId } from '#core/ids.ts';
import type { RequestId } from '#core/request.ts';
import { TOMBSTONE_DAYS, type Tombstone } from '#core/tombstone.ts';

interface Row {
  readonly turn: Turn;
  readonly expiresAt: number;
}

const DAY_MS = 86_400_000;

/**
 * A conversation store in memory, for tests and for talking in a terminal. It keeps what the table keeps,
 * as JSON, so that nothing survives here that would not survive there.
 */
export class MemoryStore implements ConversationStore {
  private readonly turns = new Map<string, string>();
  private readonly profiles = new Map<string, string>();
  private readonly handoffs = new Map<string, string>();
  private readonly questions = new Map<string, string>();
  private readonly requests = new Map<string, string>();
  private readonly graves = new Map<string, string>();
  private readonly turnDays: number;

  constructor(turnDays = 30) {
    this.turnDays = turnDays;
  }

  async load(contact: ContactId, now: number): Promise<Loaded> {
    const latest = this.turnsOf(contact).at(-1);
    if (latest && latest.expiresAt > now) return { kind: 'turn', turn: latest.turn };
    const stored = this.profiles.get(contact);
    if (!stored) return latest ? { kind: 'turn', turn: latest.turn } : this.graveOf(contact, now);
    const { profile, turn } = JSON.parse(stored) as { profile: Profile; turn: number };
    return { kind: 'profile', profile, lastTurn: Math.max(turn, latest?.turn.turn ?? 0) };
  }

  async turn(contact: ContactId, turn: number): Promise<Turn | undefined> {
    return this.row(contact, turn)?.turn;
  }

  turnEventually(contact: ContactId, turn: number): Promise<Turn | undefined> {
    return this.turn(contact, turn);
  }

  async commit(turn: Turn): Promise<'committed' | 'conflict'> {
    const key = this.key(turn.contact, turn.turn);
    if (this.turns.has(key)) return 'conflict';
    this.write({ turn, expiresAt: turn.at + this.turnDays * DAY_MS });
    return 'committed';
  }

  async settle(
    { contact, turn }: Turn,
    changes: readonly DeliveryChange[],
    effectsDone: boolean,
  ): Promise<'settled' | 'stale'> {
    if (changes.length === 0 && !effectsDone) return 'settled';
    const row = this.row(contact, turn);
    const stands = ({ index, from }: DeliveryChange) =>
      JSON.stringify(row?.turn.deliveries[index]) === JSON.stringify(from);
    if (!row || !changes.every(stands)) return 'stale';
    const deliveries = row.turn.deliveries.map(
      (delivery, index): Delivery => changes.find((change) => change.index === index)?.to ?? delivery,
    );
    this.write({ ...row, turn: { ...row.turn, deliveries, effectsDone: row.turn.effectsDone || effectsDone } });
    return 'settled';
  }

  async saveProfile(contact: ContactId, profile: Profile, turn: number): Promise<void> {
    const stored = this.profiles.get(contact);
    const written = stored ? (JSON.parse(stored) as { turn: number }).turn : 0;
    if (turn >= written) this.profiles.set(contact, JSON.stringify({ profile, turn }));
  }

  async saveHandoff(handoff: StoredHandoff): Promise<void> {
    const key = `${handoff.contact}|${handoff.id}`;
    const stored = this.handoffs.get(key);
    const written = stored ? (JSON.parse(stored) as StoredHandoff).turn : 0;
    if (handoff.turn >= written) this.handoffs.set(key, JSON.stringify(handoff));
  }

  async dropHandoff(contact: ContactId, id: HandoffId): Promise<void> {
    this.handoffs.delete(`${contact}|${id}`);
  }

  async saveQuestion(question: UnansweredQuestion): Promise<void> {
    const key = `${question.at}|${question.contact}|${question.turn}`;
    if (!this.questions.has(key)) this.questions.set(key, JSON.stringify(question));
  }

  async saveRequest(request: StoredRequest): Promise<void> {
    const stored = await this.request(request.contact, request.id);
    if (request.turn >= (stored?.turn ?? 0)) {
      this.requests.set(`${request.contact}|${request.id}`, JSON.stringify(request));
    }
  }

  async request(contact: ContactId, id: RequestId): Promise<StoredRequest | undefined> {
    const text = this.requests.get(`${contact}|${id}`);
    return text ? (JSON.parse(text) as StoredRequest) : undefined;
  }

  async requestsDue(number: NumberId, now: number, limit: number): Promise<readonly StoredRequest[]> {
    return [...this.requests.values()]
      .map((text) => JSON.parse(text) as StoredRequest)
      .filter((one) => one.number === number && one.dueAt !== undefined && one.dueAt <= now)
      .sort((one, other) => (one.dueAt ?? 0) - (other.dueAt ?? 0))
      .slice(0, limit);
  }

  async rewrite(turn: Turn): Promise<void> {
    const row = this.row(turn.contact, turn.turn);
    if (!row) return;
    const { deliveries, effectsDone } = row.turn;
    this.write({ ...row, turn: { ...turn, deliveries, effectsDone } });
  }

  async erase(contact: ContactId, tombstone: Tombstone): Promise<void> {
    const upTo = tombstone.turn;
    const grave = this.graves.get(contact);
    if (!grave || (JSON.parse(grave) as Tombstone).turn <= upTo) this.graves.set(contact, JSON.stringify(tombstone));
    for (const { turn } of this.turnsOf(contact).filter((row) => row.turn.turn <= upTo)) {
      this.questions.delete(`${turn.at}|${contact}|${turn.turn}`);
      this.turns.delete(this.key(contact, turn.turn));
    }
    const isOld = (text: string) => (JSON.parse(text) as { turn: number }).turn <= upTo;
    for (const items of [this.profiles, this.handoffs, this.requests]) {
      for (const [key, text] of items) if (key.split('|')[0] === contact && isOld(text)) items.delete(key);
    }
  }

  /** Every turn of a contact, in order. */
  allTurns(contact: ContactId): Turn[] {
    return this.turnsOf(contact).map(({ turn }) => turn);
  }

  allHandoffs(): StoredHandoff[] {
    return [...this.handoffs.values()].map((text) => JSON.parse(text) as StoredHandoff);
  }

  allQuestions(): UnansweredQuestion[] {
    return [...this.questions.values()].map((text) => JSON.parse(text) as UnansweredQuestion);
  }

  /** Replaces a question, for whoever links it to a topic. */
  replaceQuestion(question: UnansweredQuestion): void {
    this.questions.set(`${question.at}|${question.contact}|${question.turn}`, JSON.stringify(question));
  }

  private graveOf(contact: ContactId, now: number): Loaded {
    const text = this.graves.get(contact);
    const tombstone = text === undefined ? undefined : (JSON.parse(text) as Tombstone);
    return tombstone && tombstone.at + TOMBSTONE_DAYS * DAY_MS > now
      ? { kind: 'erased', tombstone }
      : { kind: 'nobody' };
  }

  private key(contact: ContactId, turn: number) {
    return `${contact}|${String(turn).padStart(8, '0')}`;
  }

  private row(contact: ContactId, turn: number): Row | undefined {
    const text = this.turns.get(this.key(contact, turn));
    return text ? (JSON.parse(text) as Row) : undefined;
  }

  private write(row: Row) {
    this.turns.set(this.key(row.turn.contact, row.turn.turn), JSON.stringify(row));
  }

  private turnsOf(contact: ContactId): Row[] {
    return [...this.turns.keys()]
      .filter((key) => key.startsWith(`${contact}|`))
      .sort()
      .map((key) => JSON.parse(this.turns.get(key) ?? '') as Row);
  }
}
