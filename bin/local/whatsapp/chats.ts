/** The chats as they stand, and who is told when they change. */
import { TYPING_MS } from './limits.ts';
import type { PageEvent, SchoolNumber, WorldView } from './page-contract.ts';
import type { Recipient } from './send-check.ts';
import type { ChatMessage, Knobs, Phone, Status } from './world.ts';
import type { WorldFile } from './world-file.ts';

/** Older messages of a phone are forgotten, so that the state file stays small. */
const MESSAGES_KEPT = 1000;

const STEP: Record<Status, number> = { accepted: 0, sent: 1, delivered: 2, read: 3, failed: 4 };

export class Chats {
  readonly numbers: readonly SchoolNumber[];
  readonly now: () => number;
  readonly #file: WorldFile;
  readonly #listeners = new Set<(event: PageEvent) => void>();
  readonly #typing = new Map<string, NodeJS.Timeout>();

  constructor(file: WorldFile, numbers: readonly SchoolNumber[], now: () => number) {
    this.#file = file;
    this.numbers = numbers;
    this.now = now;
  }

  get phones(): readonly Phone[] {
    return this.#file.world.phones;
  }

  view(): Omit<WorldView, 'templates'> {
    return { numbers: this.numbers, phones: this.phones, now: this.now() };
  }

  /** @returns how to stop listening */
  subscribe(listener: (event: PageEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  publish(event: PageEvent) {
    for (const listener of this.#listeners) listener(event);
  }

  phone(id: string | undefined): Phone | undefined {
    return this.phones.find((phone) => phone.id === id);
  }

  phoneAt(to: Recipient): Phone | undefined {
    return this.phones.find((phone) => (to.kind === 'phone' ? phone.phone === to.digits : phone.userId === to.input));
  }

  add(phone: Phone) {
    this.#file.world.phones.push(phone);
    this.#phoneChanged(phone);
  }

  setKnobs(phone: Phone, knobs: Partial<Knobs>) {
    Object.assign(phone.knobs, knobs);
    this.#phoneChanged(phone);
  }

  message(phone: Phone, id: string): ChatMessage | undefined {
    return phone.messages.find((message) => message.id === id);
  }

  put(phone: Phone, message: ChatMessage) {
    phone.messages.push(message);
    if (phone.messages.length > MESSAGES_KEPT) phone.messages.splice(0, phone.messages.length - MESSAGES_KEPT);
    if (message.from === 'school') this.setTyping(phone, message.number, false);
    this.#messageChanged(phone, message);
  }

  /** Moves a message's status forward. @returns the message, or nothing where it already stands there or further */
  advance(phone: Phone, id: string, status: Status): ChatMessage | undefined {
    const message = this.message(phone, id);
    if (!message || STEP[message.status] >= STEP[status]) return undefined;
    message.status = status;
    this.#messageChanged(phone, message);
    return message;
  }

  /** "Somebody is typing" ends with the next message, or after 25 seconds. */
  setTyping(phone: Phone, number: string, isTyping: boolean) {
    const key = `${phone.id} ${number}`;
    const wasTyping = this.#typing.has(key);
    clearTimeout(this.#typing.get(key));
    this.#typing.delete(key);
    if (isTyping) this.#typing.set(key, setTimeout(() => this.setTyping(phone, number, false), TYPING_MS).unref());
    if (isTyping || wasTyping) this.publish({ kind: 'typing', phoneId: phone.id, number, isTyping });
  }

  close() {
    for (const timer of this.#typing.values()) clearTimeout(timer);
    this.#typing.clear();
    this.#file.close();
  }

  #phoneChanged(phone: Phone) {
    const { messages: _, ...rest } = phone;
    this.#file.changed();
    this.publish({ kind: 'phone', phone: rest });
  }

  #messageChanged(phone: Phone, message: ChatMessage) {
    this.#file.changed();
    this.publish({ kind: 'message', phoneId: phone.id, message });
  }
}
