import type { Clock, ConversationStore, Log, Queues, RequestMail, StoredRequest } from '#app/ports.ts';
import { type ContactId, messageId } from '#core/ids.ts';
import type { RequestChanged } from '#core/inbound.ts';
import type { RequestId } from '#core/request.ts';
import { type ComposeContext, composeRequest } from './compose.ts';
import type { ReplyAddresses, RequestMailer } from './ports.ts';

export interface SendRequestPorts {
  readonly store: Pick<ConversationStore, 'request'>;
  readonly addresses: Pick<ReplyAddresses, 'beginSending' | 'releaseSending' | 'markSent' | 'forget'>;
  /** Names the address of a request: the same each time, and not to be guessed by anybody without the key. */
  tokenOf(contact: ContactId, request: RequestId): Promise<string>;
  /** Absent where the stage has no domain to send from: then every request is refused. */
  readonly mailer?: RequestMailer;
  readonly queues: Pick<Queues, 'sendContactEvents'>;
  readonly clock: Clock;
  readonly log: Log;
  readonly compose: Omit<ComposeContext, 'schoolName'>;
  /** A school's name; the request's own addressee where it is not known any more. */
  schoolName(request: StoredRequest): string;
}

/** Thrown where a request could not be sent now, or nobody knows whether it was: it must come again. */
class NotSentYetError extends Error {
  override readonly name = 'NotSentYetError';
}

/** Named after the request and what became of it: told twice, it is one event. */
export const requestChanged = (
  { contact, number, request }: Pick<RequestMail, 'contact' | 'number' | 'request'>,
  change: RequestChanged['change'],
  sentAt: number,
): RequestChanged => ({
  kind: 'request_changed',
  contact,
  number,
  request,
  id: messageId(`mail.${request}.${change}`),
  sentAt,
  change,
});

const tell = ({ queues, clock }: SendRequestPorts, mail: RequestMail, change: 'sent' | 'refused') =>
  queues.sendContactEvents([requestChanged(mail, change, clock.now())]);

/** One attempt, whose answer is written down before anybody is told of it. */
const attempt = async (
  ports: SendRequestPorts,
  mailer: RequestMailer,
  mail: RequestMail,
  { request, to, token }: { readonly request: StoredRequest; readonly to: string; readonly token: string },
): Promise<void> => {
  const { addresses, log, compose } = ports;
  const fields = { contact: mail.contact, number: mail.number, kind: request.kind };
  const schoolName = ports.schoolName(request);
  const composed = composeRequest(request, { ...compose, schoolName });
  const outcome = await mailer.send({ ...composed, to, token, fromName: `Homeroom for ${schoolName}` });
  switch (outcome.kind) {
    case 'accepted':
      await addresses.markSent(token, outcome.id);
      log.info('request_mailed', fields);
      return tell(ports, mail, 'sent');
    case 'refused':
      await addresses.releaseSending(token);
      log.alarm('request_mail_refused', { ...fields, error: outcome.error });
      return tell(ports, mail, 'refused');
    case 'later':
      await addresses.releaseSending(token);
      throw new NotSentYetError('the request could not be mailed now; it will come again');
    case 'unknown':
      log.warn('request_mail_unknown', { ...fields, error: outcome.error });
      throw new NotSentYetError('nobody knows whether the request was mailed; it will come again');
    default:
      return outcome satisfies never;
  }
};

/**
 * Mails a request to the school, unless that was done. Where the answer of the mail service is lost it is mailed once
 * more, in the same thread, and never a third time: then a person is told instead.
 * @throws where it must come again
 */
export const sendRequest = async (ports: SendRequestPorts, mail: RequestMail): Promise<void> => {
  const { store, addresses, mailer, clock, log } = ports;
  const { contact, number } = mail;
  const request = await store.request(contact, mail.request);
  if (request?.state !== 'sending') return;
  const { email: to } = request.to;
  if (!(mailer && to)) {
    log.warn('request_not_mailed', { contact, number, kind: request.kind, outcome: mailer ? 'no_address' : 'no_mail' });
    return tell(ports, mail, 'refused');
  }
  const token = await ports.tokenOf(contact, request.id);
  const address = { contact, number, request: request.id, lang: request.lang };
  const permit = await addresses.beginSending(token, address, clock.now());
  switch (permit) {
    case 'go':
      // The family may have been erased since it was read: then nothing of it may be written or sent any more.
      return (await store.request(contact, mail.request))
        ? attempt(ports, mailer, mail, { request, to, token })
        : addresses.forget(contact);
    case 'sent':
      return tell(ports, mail, 'sent');
    case 'busy':
      throw new NotSentYetError('another worker is mailing the request; it will come again');
    case 'given_up':
      log.alarm('request_mail_doubtful', { contact, number, kind: request.kind });
      return tell(ports, mail, 'refused');
    default:
      return permit satisfies never;
  }
};
