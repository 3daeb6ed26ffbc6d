import type { Clock, ConversationStore, Log, Queues, StoredRequest } from '#app/ports.ts';
import { messageId } from '#core/ids.ts';
import type { ContactEvent, MailReceived } from '#core/inbound.ts';
import type { Lang } from '#core/language.ts';
import { removePrivate } from '#core/private-words/private-words.ts';
import { clockOf } from '#core/when.ts';
import { type Answer, type AnswerPorts, answerFor } from './answer-words.ts';
import { backOnIn } from './back-on.ts';
import { keepFiles } from './keep-files.ts';
import { kindOfMail } from './kind-of-mail.ts';
import type { MailReader, MailStore, RawMail, ReadMail, ReplyAddress, ReplyAddresses } from './ports.ts';
import { hasNoVirus, isProven } from './proof.ts';
import { tokensAmong } from './reply-address.ts';
import { requestChanged } from './send-request.ts';

export interface TakeMailPorts extends AnswerPorts {
  readonly mails: MailStore;
  readonly reader: MailReader;
  readonly addresses: Pick<ReplyAddresses, 'find' | 'countMail'>;
  readonly store: Pick<ConversationStore, 'load' | 'request'>;
  readonly queues: Pick<Queues, 'sendContactEvents'>;
  readonly clock: Clock;
  readonly log: Log;
  /** The domain of the addresses that answers go to. */
  readonly domain: string;
  /** IANA time zone of the schools, for "back on Monday". */
  readonly timeZone: string;
}

const MOST_BYTES = 10 * 1024 * 1024;
/** Two people never write so much; two machines do. */
const MOST_MAILS_AN_HOUR = 5;
/** What a family is sent at most; a longer answer is for a person to shorten. */
const MOST_CHARACTERS = 3500;

/** For the person at the desk, below what somebody wrote. Words with such a note never go out by themselves. */
const NOTES = {
  unreadable: '(This mail could not be read. Ask the sender to send it again as a plain message.)',
  tooLarge: '(This mail is larger than 10 MB: its files were not kept. Ask the sender to send smaller ones.)',
  cut: '(The mail goes on; the rest was not kept.)',
  filesLeftOut:
    '(Not all files of this mail were kept: some are too many, too large, or of a kind that is not passed on.)',
  empty: '(This mail holds no words.)',
} as const;

interface Arrived {
  readonly mail: ReadMail;
  readonly isWhole: boolean;
  readonly address: ReplyAddress;
}

const familyLanguage = async ({ store, clock }: TakeMailPorts, { contact, lang }: ReplyAddress): Promise<Lang> => {
  const loaded = await store.load(contact, clock.now());
  switch (loaded.kind) {
    case 'turn':
      return loaded.turn.conversation.profile.language?.lang ?? lang;
    case 'profile':
      return loaded.profile.language?.lang ?? lang;
    case 'nobody':
    case 'erased':
      return lang;
    default:
      return loaded satisfies never;
  }
};

const isFromAddressee = (mail: ReadMail, request: StoredRequest | undefined): boolean =>
  mail.from !== '' && mail.from === request?.to.email?.toLowerCase() && isProven(mail);

/** The words to pass on, and what a person at the desk must know of them. */
const wordsOf = ({ mail, isWhole }: Arrived, leftOut: number) => {
  // Where nothing is left of it, the quotes were the answer, or were no quotes.
  const written = removePrivate((mail.reply === '' ? mail.text : mail.reply).trim());
  const words = [...written].slice(0, MOST_CHARACTERS).join('');
  const hasNothing = words === '' && mail.files.length === 0;
  const notes = [
    ...(words.length < written.length ? [NOTES.cut] : []),
    ...(mail.isReadable ? [] : [NOTES.unreadable]),
    ...(isWhole ? [] : [NOTES.tooLarge]),
    ...(leftOut > 0 && isWhole ? [NOTES.filesLeftOut] : []),
    ...(hasNothing && mail.isReadable && isWhole ? [NOTES.empty] : []),
  ];
  return { words, notes, isStripped: mail.reply !== '' };
};

const answerOf = async (ports: TakeMailPorts, arrived: Arrived, leftOut: number): Promise<Answer> => {
  const { words, notes, isStripped } = wordsOf(arrived, leftOut);
  const answer = await answerFor(ports, words, await familyLanguage(ports, arrived.address));
  if (notes.length === 0) return { ...answer, mayPass: answer.mayPass && isStripped };
  return { ...answer, original: [words, ...notes].join('\n').trim(), mayPass: false };
};

const received = async (ports: TakeMailPorts, arrived: Arrived): Promise<MailReceived> => {
  const { mails, store, clock } = ports;
  const { mail, isWhole, address } = arrived;
  const { contact, number, request } = address;
  const isKnown = isFromAddressee(mail, await store.request(contact, request));
  // The last file of a mail that was cut off is cut off too.
  const files = isWhole && hasNoVirus(mail) ? mail.files : [];
  const { attachments, leftOut } = await keepFiles(mails, address, mail.id, files);
  const answer = await answerOf(ports, arrived, leftOut + mail.files.length - files.length);
  return {
    kind: 'mail_received',
    ...{ contact, number, request },
    id: messageId(`mail.${mail.id}.${request}`),
    sentAt: clock.now(),
    isKnown,
    ...answer,
    mayPass: isKnown && answer.mayPass,
    attachments,
  };
};

/** What the family's conversation is to hear of a mail; nothing where machines talk among themselves. */
const eventOf = async (ports: TakeMailPorts, arrived: Arrived): Promise<ContactEvent | undefined> => {
  const { mail, address } = arrived;
  const now = ports.clock.now();
  const kind = kindOfMail(mail);
  switch (kind) {
    case 'words':
      return received(ports, arrived);
    case 'bounced':
      return requestChanged(address, 'bounced', now);
    case 'away': {
      const backOn = backOnIn(`${mail.subject}\n${mail.text}`, clockOf(now, ports.timeZone).date);
      return { ...requestChanged(address, 'away', now), ...(backOn ? { backOn } : {}) };
    }
    case 'loop':
    case 'list':
    case 'automatic':
      ports.log.warn('mail_dropped', { contact: address.contact, number: address.number, outcome: kind });
      return undefined;
    default:
      return kind satisfies never;
  }
};

const takeFor = async (ports: TakeMailPorts, token: string, mail: ReadMail, raw: RawMail): Promise<void> => {
  const { addresses, queues, clock, log } = ports;
  const address = await addresses.find(token);
  if (!address) {
    // Whoever guesses learns nothing: the mail was taken like any other.
    log.warn('mail_dropped', { outcome: 'unknown_address', count: 1 });
    return;
  }
  const fields = { contact: address.contact, number: address.number };
  const count = await addresses.countMail(token, mail.id, clock.now());
  if (count > MOST_MAILS_AN_HOUR) {
    log.alarm('mail_dropped', { ...fields, outcome: 'too_many', count });
    return;
  }
  const event = await eventOf(ports, { mail, isWhole: raw.isWhole, address });
  if (!event) return;
  await queues.sendContactEvents([event]);
  const outcome = event.kind === 'request_changed' ? event.change : 'words';
  log.info('mail_taken', { ...fields, kind: mail.report ?? 'mail', outcome });
};

/**
 * Takes a mail that came in: finds the requests whose addresses it was sent to and tells their families' conversations.
 * It is removed once that is done, so that the same one again finds nothing.
 * @throws what a port throws; the mail must then be taken again
 */
export const takeMail = async (ports: TakeMailPorts, key: string): Promise<void> => {
  const { mails, reader, log, domain } = ports;
  const raw = await mails.raw(key, MOST_BYTES);
  if (!raw) {
    log.info('mail_gone', { count: 1 });
    return;
  }
  const mail = await reader.read(raw.bytes);
  const tokens = tokensAmong(mail.recipients, domain);
  if (tokens.length === 0) log.warn('mail_dropped', { outcome: 'no_address', count: 1 });
  for (const token of tokens) await takeFor(ports, token, mail, raw);
  await mails.removeRaw(key);
};

/** A mail that was not taken within this time was not taken at all: a function takes seconds, and tries again by itself. */
const LEFT_OVER_MS = 15 * 60_000;

/**
 * Takes what earlier tries have left. Each mail stands for itself.
 * @throws where one of them could not be taken this time either
 */
export const takeLeftOver = async (ports: TakeMailPorts): Promise<void> => {
  const keys = await ports.mails.leftOver(ports.clock.now() - LEFT_OVER_MS);
  const results = await Promise.allSettled(keys.map((key) => takeMail(ports, key)));
  const failed = results.find((result) => result.status === 'rejected');
  if (keys.length > 0) ports.log.warn('mails_left_over', { count: keys.length });
  if (failed) throw failed.reason;
};
