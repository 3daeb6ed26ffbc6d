/** What the page knows of the world, kept up to date by the server's events. Pure. */
import type { PageEvent, WorldView } from '../../../bin/local/whatsapp/page-contract.ts';
import type { ChatMessage, Phone } from '../../../bin/local/whatsapp/world.ts';

export interface Feed {
  /** Nothing until the first event has come. */
  readonly world: WorldView | undefined;
  /** The stand-in's clock minus this machine's: milliseconds. */
  readonly offsetMs: number;
  /** The chats in which the school is typing. */
  readonly typing: ReadonlySet<string>;
  readonly isLive: boolean;
  /** When the last change came, by this machine's clock: milliseconds since 1970. */
  readonly changedAt: number;
}

export const EMPTY_FEED: Feed = { world: undefined, offsetMs: 0, typing: new Set(), isLive: true, changedAt: 0 };

/** One chat: a parent's phone with one of the school's numbers. */
export const chatKey = (phoneId: string, number: string) => `${phoneId} ${number}`;

const mapPhones = (feed: Feed, change: (phones: readonly Phone[]) => readonly Phone[]): Feed =>
  feed.world ? { ...feed, world: { ...feed.world, phones: change(feed.world.phones) } } : feed;

const withMessage = (messages: readonly ChatMessage[], message: ChatMessage): ChatMessage[] => {
  const isKnown = messages.some(({ id }) => id === message.id);
  return isKnown ? messages.map((other) => (other.id === message.id ? message : other)) : [...messages, message];
};

const withPhone = (phones: readonly Phone[], phone: Omit<Phone, 'messages'>): readonly Phone[] => {
  const isKnown = phones.some(({ id }) => id === phone.id);
  if (!isKnown) return [...phones, { ...phone, messages: [] }];
  return phones.map((other) => (other.id === phone.id ? { ...other, ...phone } : other));
};

const withTyping = (typing: ReadonlySet<string>, key: string, isTyping: boolean): ReadonlySet<string> => {
  const next = new Set(typing);
  if (isTyping) next.add(key);
  else next.delete(key);
  return next;
};

export type FeedChange = PageEvent | { readonly kind: 'connection_lost' };

const applyChange = (feed: Feed, change: FeedChange, localNow: number): Feed => {
  switch (change.kind) {
    case 'world':
      return { ...feed, world: change.world, offsetMs: change.world.now - localNow, typing: new Set(), isLive: true };
    case 'phone':
      return mapPhones(feed, (phones) => withPhone(phones, change.phone));
    case 'message':
      return mapPhones(feed, (phones) =>
        phones.map((phone) =>
          phone.id === change.phoneId ? { ...phone, messages: withMessage(phone.messages, change.message) } : phone,
        ),
      );
    case 'typing':
      return { ...feed, typing: withTyping(feed.typing, chatKey(change.phoneId, change.number), change.isTyping) };
    case 'templates':
      return feed.world ? { ...feed, world: { ...feed.world, templates: change.templates } } : feed;
    case 'clock':
      return { ...feed, offsetMs: change.now - localNow };
    case 'connection_lost':
      return { ...feed, isLive: false };
  }
};

/** @param localNow this machine's clock, milliseconds since 1970 */
export const changeFeed = (feed: Feed, change: FeedChange, localNow: number): Feed => ({
  ...applyChange(feed, change, localNow),
  changedAt: localNow,
});
