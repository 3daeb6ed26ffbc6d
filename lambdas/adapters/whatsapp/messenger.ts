import * as z from 'zod/mini';
import type { Log, Messenger, SendOutcome } from '#app/ports.ts';
import { messageId, type NumberId } from '#core/ids.ts';
import { classify, type Judgement, waitMs } from './errors.ts';
import { fit } from './fit.ts';
import { READ_TIMEOUT_MS } from './limits.ts';
import { type Answer, createPost } from './post.ts';
import { type AnnouncementRequest, type MessageRequest, render, renderAnnouncement, renderRead } from './render.ts';

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
  const postWith = async (token: string, from: NumberId, request: unknown): Promise<Answer> =>
    isSendable(token) ? post(from, token, request, timeoutMs) : REFUSED_TOKEN;

  const sendRequest = async (
    from: NumberId,
    request: MessageRequest | AnnouncementRequest,
    attempt: number,
  ): Promise<SendOutcome> => {
    const first = await postWith(await options.accessToken(), from, request);
    const answer = isTokenRefused(first) ? await postWith(await options.refreshAccessToken(), from, request) : first;
    const judged = judge(answer, attempt, random());
    if (!('outcome' in judged)) return judged;
    const { outcome, consequence, alarm } = judged;
    const fields = { number: from, kind: consequence, outcome: outcome.kind, attempt };
    const withCode = 'code' in outcome ? { ...fields, code: outcome.code } : fields;
    if (alarm) log.alarm(alarm, withCode);
    else log.warn('whatsapp_not_accepted', withCode);
    return outcome;
  };

  return {
    fit,

    send: (to, from, reply, tag, attempt) => sendRequest(from, render(reply, to, tag), attempt),

    announce: (to, from, announcement, tag, attempt) =>
      sendRequest(from, renderAnnouncement(announcement, to, tag), attempt),

    markRead: async (from, id) => {
      try {
        const token = await options.accessToken();
        if (isSendable(token)) await post(from, token, renderRead(id), READ_TIMEOUT_MS);
      } catch {
        // A missing tick is nobody's loss, and the send that follows will report whatever is wrong.
      }
    },
  };
};
