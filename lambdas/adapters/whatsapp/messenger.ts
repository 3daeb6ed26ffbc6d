import * as z from 'zod/mini';
import type { Log, Messenger, SendOutcome } from '#app/ports.ts';
import { messageId, type NumberId } from '#core/ids.ts';
import type { ReplyDocument } from '#core/reply.ts';
import { MEDIA_REFUSED } from './codes.ts';
import { classify, type Judgement, waitMs } from './errors.ts';
import { fit } from './fit.ts';
import { READ_TIMEOUT_MS, UPLOAD_TIMEOUT_MS } from './limits.ts';
import { type Answer, createPost, type Posted } from './post.ts';
import { type AnnouncementRequest, type MessageRequest, render, renderAnnouncement, renderRead } from './render.ts';
import { uploadedId, uploadForm } from './upload.ts';

export interface MessengerOptions {
  /** Without version, e.g. `https://graph.facebook.com`. */
  readonly baseUrl: string;
  /** Graph API version, e.g. `v26.0`. */
  readonly version: string;
  /** Milliseconds for one whole request; what takes longer has an unknown outcome. */
  readonly timeoutMs: number;
  readonly accessToken: () => Promise<string>;
  /** Fetches the token anew; called when WhatsApp refuses the one at hand. */
  readonly refreshAccessToken: () => Promise<string>;
  readonly log: Log;
  /** Chance in 0…1, which spreads the waits. Without it they are exact. */
  readonly random?: () => number;
}

/** WhatsApp's code for a token that it does not take, also given to one that cannot even be sent. */
const TOKEN_CODE = 190;
/** The code in an outcome where neither WhatsApp nor HTTP gave one. */
const NO_CODE = 0;

const Accepted = z.object({
  messages: z.array(z.object({ id: z.string().check(z.minLength(1)) })).check(z.minLength(1)),
});
const Failed = z.object({ error: z.object({ code: z.int() }) });

const codeIn = (body: unknown): number | undefined => z.safeParse(Failed, body).data?.error.code;

const isTokenRefused = (answer: Answer): boolean =>
  answer.kind === 'answered' && (answer.httpStatus === 401 || codeIn(answer.body) === TOKEN_CODE);

const REFUSED_TOKEN: Answer = { kind: 'answered', httpStatus: 401, body: { error: { code: TOKEN_CODE } } };

/** An HTTP header takes visible ASCII only; a token pasted with a line break would otherwise fail like a network. */
const isSendable = (token: string): boolean => /^[\x21-\x7e]+$/.test(token);

/** What came of handing a file in: its id, that WhatsApp does not take it, or that nothing can be sent now. */
type Uploaded =
  | { readonly kind: 'uploaded'; readonly id: string }
  | { readonly kind: 'refused'; readonly code: number }
  | { readonly kind: 'not_now'; readonly judgement: Judgement };

/**
 * A file that was handed in has not been sent to anybody: where its fate is unknown, it is handed in again, and only a
 * refusal that would come again sends the words without it.
 */
const judgeUpload = (answer: Answer, attempt: number, jitter: number): Uploaded => {
  const again = (code: number): Uploaded => {
    const afterMs = waitMs('service', attempt, jitter);
    return {
      kind: 'not_now',
      judgement: { outcome: { kind: 'slow_down', code, scope: 'service', afterMs }, consequence: 'wait' },
    };
  };
  if (answer.kind !== 'answered') return again(NO_CODE);
  const { httpStatus, body } = answer;
  if (httpStatus >= 200 && httpStatus <= 299) {
    const id = uploadedId(body);
    return id === undefined ? { kind: 'refused', code: httpStatus } : { kind: 'uploaded', id };
  }
  const judgement = classify({ httpStatus, code: codeIn(body), attempt, jitter });
  if (judgement.outcome.kind === 'unknown') return again(httpStatus);
  return judgement.outcome.kind === 'rejected'
    ? { kind: 'refused', code: judgement.outcome.code }
    : { kind: 'not_now', judgement };
};

const judge = (
  answer: Answer,
  attempt: number,
  jitter: number,
): Judgement | Extract<SendOutcome, { kind: 'accepted' }> => {
  if (answer.kind === 'lost') return { outcome: { kind: 'unknown' }, consequence: 'unexpected' };
  if (answer.kind === 'not_sent') {
    const afterMs = waitMs('service', attempt, jitter);
    return { outcome: { kind: 'slow_down', code: NO_CODE, scope: 'service', afterMs }, consequence: 'wait' };
  }
  const { httpStatus, body } = answer;
  if (httpStatus < 200 || httpStatus > 299) return classify({ httpStatus, code: codeIn(body), attempt, jitter });
  const id = z.safeParse(Accepted, body).data?.messages[0]?.id;
  if (id !== undefined) return { kind: 'accepted', id: messageId(id) };
  // Accepted, it seems, and nobody knows as what: its status will tell.
  return { outcome: { kind: 'unknown' }, consequence: 'unexpected', alarm: 'whatsapp_answer_unexpected' };
};

/**
 * WhatsApp's Cloud API. Nothing that WhatsApp or the network does makes it throw.
 * @throws what `accessToken` and `refreshAccessToken` throw, in `send` and `announce` only
 */
export const createMessenger = (options: MessengerOptions): Messenger => {
  const { timeoutMs, log, random = () => 0 } = options;
  const post = createPost(options);
  const postWith = async (token: string, from: NumberId, posted: Posted): Promise<Answer> =>
    isSendable(token)
      ? post(from, token, posted, posted.to === 'media' ? Math.min(UPLOAD_TIMEOUT_MS, timeoutMs) : timeoutMs)
      : REFUSED_TOKEN;

  /** Posts it, once more with a new token where WhatsApp refuses the one at hand. */
  const ask = async (from: NumberId, posted: Posted): Promise<Answer> => {
    const first = await postWith(await options.accessToken(), from, posted);
    return isTokenRefused(first) ? postWith(await options.refreshAccessToken(), from, posted) : first;
  };

  /** Tells the log of what was not accepted. */
  const reported = (from: NumberId, attempt: number, { outcome, consequence, alarm }: Judgement): SendOutcome => {
    const fields = { number: from, kind: consequence, outcome: outcome.kind, attempt };
    const withCode = 'code' in outcome ? { ...fields, code: outcome.code } : fields;
    if (alarm) log.alarm(alarm, withCode);
    else log.warn('whatsapp_not_accepted', withCode);
    return outcome;
  };

  const sendRequest = async (
    from: NumberId,
    request: MessageRequest | AnnouncementRequest,
    attempt: number,
  ): Promise<SendOutcome> => {
    const judged = judge(await ask(from, { to: 'messages', json: request }), attempt, random());
    return 'outcome' in judged ? reported(from, attempt, judged) : judged;
  };

  const upload = async (from: NumberId, document: ReplyDocument, attempt: number): Promise<Uploaded> => {
    const uploaded = judgeUpload(await ask(from, { to: 'media', form: uploadForm(document) }), attempt, random());
    // No alarm: the family gets the same in words and with a link.
    if (uploaded.kind === 'refused') {
      log.warn('whatsapp_file_refused', { number: from, kind: 'media_refused', code: uploaded.code, attempt });
    }
    return uploaded;
  };

  return {
    fit,

    send: async (to, from, reply, tag, attempt) => {
      if (!reply.document) return sendRequest(from, render(reply, to, tag), attempt);
      const uploaded = await upload(from, reply.document, attempt);
      if (uploaded.kind === 'not_now') return reported(from, attempt, uploaded.judgement);
      const words = () => sendRequest(from, render(reply, to, tag), attempt);
      if (uploaded.kind === 'refused') return words();
      const outcome = await sendRequest(from, render(reply, to, tag, uploaded.id), attempt);
      return outcome.kind === 'rejected' && MEDIA_REFUSED.includes(outcome.code) ? words() : outcome;
    },

    announce: (to, from, announcement, tag, attempt) =>
      sendRequest(from, renderAnnouncement(announcement, to, tag), attempt),

    markRead: async (from, id) => {
      try {
        const token = await options.accessToken();
        if (isSendable(token)) await post(from, token, { to: 'messages', json: renderRead(id) }, READ_TIMEOUT_MS);
      } catch {
        // A missing tick is nobody's loss, and the send that follows will report whatever is wrong.
      }
    },
  };
};
