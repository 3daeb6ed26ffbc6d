import type { NumberId } from '#core/ids.ts';
import { type NoticeWords, noticeMail, noticeWords } from './notice-words.ts';
import type { Log, StaffNotice } from './ports.ts';

/** Thrown where a channel did not take a notice. `code` is its HTTP status, where it gave one. */
export class NoticeRefusedError extends Error {
  override readonly name = 'NoticeRefusedError';
  readonly code: number | undefined;

  constructor(sentence: string, code?: number) {
    super(sentence);
    this.code = code;
  }
}

/** Thrown where no channel took a notice: it must come again. */
class NobodyToldError extends Error {
  override readonly name = 'NobodyToldError';
}

export interface Email {
  /**
   * Sends one mail to one address.
   * @throws where it was refused or nobody knows whether it was taken
   */
  send(mail: {
    readonly to: string;
    readonly subject: string;
    readonly text: string;
    readonly html: string;
  }): Promise<void>;
}

/** Channels of Slack or Teams. */
export interface WebhookNotices {
  /** @throws NoticeRefusedError where it was not taken; the error does not hold the address, which is a secret */
  post(url: string, notice: NoticeWords): Promise<void>;
}

/** Who is told at one step: the district's, see `staffing` in `lambdas/config.ts`. */
export interface LadderStep {
  readonly name: string;
  readonly emails: readonly string[];
  /** The name of a webhook among the secrets. */
  readonly webhook?: string | undefined;
}

export interface NoticePorts {
  /** Absent where the stage has no address to send from. */
  readonly email?: Email;
  readonly webhooks: WebhookNotices;
  /** The address of a webhook by its name; undefined where the secrets hold none. */
  readonly webhookUrl: (name: string) => Promise<string | undefined>;
  /** The steps for a number's families; empty where the district does not know the number. */
  readonly ladderOf: (number: NumberId) => readonly LadderStep[];
  /** Names of the schools that a number serves. */
  readonly schoolsOf: (number: NumberId) => readonly string[];
  /** The address of the desk's page, without `#`. */
  readonly deskUrl: string;
  readonly log: Log;
}

interface Channel {
  readonly kind: 'email' | 'webhook';
  send(): Promise<void>;
}

const postTo = async ({ webhooks, webhookUrl }: NoticePorts, name: string, words: NoticeWords): Promise<void> => {
  const url = await webhookUrl(name);
  if (url === undefined) {
    throw new NoticeRefusedError(`noticeWebhooks holds no "${name}"; add it to the secret of this deployment.`);
  }
  await webhooks.post(url, words);
};

const channelsOf = (ports: NoticePorts, step: LadderStep, words: NoticeWords): readonly Channel[] => {
  const { email } = ports;
  const { name, emails, webhook } = step;
  const mail = noticeMail(words, name);
  return [
    ...(email ? emails.map((to): Channel => ({ kind: 'email', send: () => email.send({ to, ...mail }) })) : []),
    ...(webhook ? [{ kind: 'webhook', send: () => postTo(ports, webhook, words) } as const] : []),
  ];
};

/** @returns whether the channel took it; if not, an operator hears of it */
const tryChannel = async ({ log }: NoticePorts, notice: StaffNotice, { kind, send }: Channel): Promise<boolean> => {
  try {
    await send();
    return true;
  } catch (error) {
    const { contact, number, handoff } = notice;
    log.alarm('notice_failed', {
      ...{ contact, number, handoff, kind },
      error: error instanceof Error ? error.name : 'unknown',
      ...(error instanceof NoticeRefusedError && error.code !== undefined ? { code: error.code } : {}),
    });
    return false;
  }
};

/**
 * Tells staff of a handoff outside the desk: by e-mail and webhook, everybody at the notice's step of the ladder;
 * beyond the last step that is the last one. One channel that got through is enough: the others are not tried again,
 * so that nobody hears twice.
 * @throws where there are channels and none took it; the notice must then come again
 */
export const notifyStaff = async (ports: NoticePorts, notice: StaffNotice): Promise<void> => {
  const { contact, number, handoff, about } = notice;
  const ladder = ports.ladderOf(number);
  const step = ladder[notice.step] ?? ladder.at(-1);
  const words = noticeWords(notice, ports.schoolsOf(number), ports.deskUrl);
  const channels = step ? channelsOf(ports, step, words) : [];
  if (channels.length === 0) {
    // Trying again would change nothing: somebody has to name an address.
    ports.log.alarm('notice_failed', { contact, number, handoff, kind: about, outcome: 'nobody_named' });
    return;
  }
  const took = await Promise.all(channels.map((channel) => tryChannel(ports, notice, channel)));
  const count = took.filter(Boolean).length;
  if (count === 0) throw new NobodyToldError('No channel took the notice; it will come again.');
  ports.log.info('staff_told', { contact, number, handoff, kind: about, count });
};
