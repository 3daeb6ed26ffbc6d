import type {
  ConversationStore,
  Delivery,
  DeliveryChange,
  Loaded,
  StoredHandoff,
  Turn,
  UnansweredQuestion,
} from '#app/ports.ts';
import type { Profile } from '#core/conversation.ts';
import type { ContactId, HandoffId } from '#core/ids.ts';

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
  private readonly turnDays: number;

  constructor(turnDays = 30) {
    this.turnDays = turnDays;
  }

  async load(contact: ContactId, now: number): Promise<Loaded> {
    const latest = this.turnsOf(contact).at(-1);
    if (latest && latest.expiresAt > now) return { kind: 'turn', turn: latest.turn };
    const stored = this.profiles.get(contact);
    if (!stored) return latest ? { kind: 'turn', turn: latest.turn } : { kind: 'nobody' };
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
