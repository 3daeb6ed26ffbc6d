import type { ContactId } from '#core/ids.ts';
import { held, WINDOW_CLOSED } from './delivery-rules.ts';
import { type PassChangesPorts, passChanges } from './opportunities/pass-changes.ts';
import { isTooLateToPass, putInSeconds } from './outreach/pace.ts';
import type {
  ConversationStore,
  Delivery,
  PassOn,
  Queues,
  RequestMail,
  StaffNotice,
  StatusChanged,
  TemplateChanged,
  TrackEvent,
  Turn,
} from './ports.ts';
import { parseTag, type Tag } from './tag.ts';
import type { Queued } from './take-batch.ts';

export interface TrackPorts extends PassChangesPorts {
  readonly store: ConversationStore;
  readonly queues: Queues;
  /** Tells staff outside the desk. @throws where nobody could be told */
  notify(notice: StaffNotice): Promise<void>;
  /** Mails a family's request to its school. @throws where it must come again */
  mailRequest(mail: RequestMail): Promise<void>;
  /** Removes the files that schools sent a family. */
  forgetFiles(contact: ContactId): Promise<void>;
  /** Keeps how a template of WhatsApp stands. */
  saveTemplate(change: TemplateChanged): Promise<void>;
}

/** A reply that changes under our hands is looked at again; more often means that something is wrong. */
const MOST_TRIES = 3;

/** What a status makes of a reply, or undefined where it changes nothing. Never backwards. */
const moved = (delivery: Delivery, status: StatusChanged): Delivery | undefined => {
  const { attempt, doubts } = delivery;
  if (status.status === 'failed') {
    if (delivery.status === 'failed' || delivery.status === 'held') return undefined;
    const code = status.codes[0] ?? 0;
    return code === WINDOW_CLOSED
      ? held(delivery, status.at)
      : { status: 'failed', attempt, doubts, code, at: status.at };
  }
  const isOpen = delivery.status === 'unknown' || delivery.status === 'sending' || delivery.status === 'given_up';
  return isOpen ? { status: 'sent', attempt, doubts, id: status.id, at: status.at } : undefined;
};

/** A cheap look first: almost always there is nothing to write. */
const firstLook = async (store: ConversationStore, { contact, turn }: Tag): Promise<Turn | undefined> =>
  (await store.turnEventually(contact, turn)) ?? store.turn(contact, turn);

/** The parent may have written since the window held the reply back: then it can go now. */
const lookNow = ({ queues }: TrackPorts, { contact, turn }: Pick<Tag, 'contact' | 'turn'>, because: string) =>
  queues.sendContactEvents([{ kind: 'delivery_due', contact, turn, because }]);

/** Moves a reply on as a status says; a reply that changes under our hands is looked at again. */
const moveReply = async (ports: TrackPorts, tag: Tag, status: StatusChanged): Promise<void> => {
  const { store } = ports;
  let turn = await firstLook(store, tag);
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const from = turn?.deliveries[tag.index];
    const to = from && moved(from, status);
    if (!turn || !to) return;
    if ((await store.settle(turn, [{ index: tag.index, from, to }], false)) === 'settled') {
      if (to.status === 'held') await lookNow(ports, tag, `held ${status.id}`);
      return;
    }
    turn = await store.turn(tag.contact, tag.turn);
  }
};

const trackStatus = async (ports: TrackPorts, status: StatusChanged): Promise<void> => {
  const tag = parseTag(status.tag ?? '');
  // `delivered` and `read` change nothing that anybody sees: they cost no read and no write.
  if (!tag || (status.status !== 'sent' && status.status !== 'failed')) return;
  if (status.status === 'failed') {
    ports.log.warn('reply_failed', { contact: tag.contact, turn: tag.turn, code: status.codes[0] ?? 0 });
  }
  // The reply itself is held, whatever becomes of the notice that it is ready.
  if (tag.sender !== 'notice') await moveReply(ports, tag, status);
};

/** An event whose second has come; one that had to wait longer than a queue holds back goes there once more. */
const passOn = async ({ queues, clock, log }: TrackPorts, event: PassOn): Promise<void> => {
  const now = clock.now();
  if (event.at > now) return await putInSeconds({ queues, now: clock.now }, [event]);
  if (isTooLateToPass(event, now)) return log.info('outreach_too_late', { count: 1 });
  return await queues.sendContactEvents([event.event]);
};

/**
 * Takes what WhatsApp reports of sent messages, looks that fell due, and notices for operators.
 * Each event may come twice, late or out of order.
 * @throws what a port throws; the event must then be delivered again
 */
const track = async (ports: TrackPorts, event: TrackEvent): Promise<void> => {
  switch (event.kind) {
    case 'status_changed':
      return trackStatus(ports, event);
    case 'staff_notice':
      return ports.notify(event);
    case 'request_mail':
      return ports.mailRequest(event);
    case 'forget_files':
      return ports.forgetFiles(event.contact);
    case 'pass_on':
      return passOn(ports, event);
    case 'opportunity_changed':
      return passChanges(ports, event);
    case 'template_changed':
      return ports.saveTemplate(event);
    case 'look_again':
      return lookNow(ports, event, `due ${ports.clock.now()}`);
    case 'platform_notice':
      return event.needsOperator
        ? ports.log.alarm('platform_notice', { kind: `${event.field}:${event.event}` })
        : ports.log.info('platform_notice', { kind: `${event.field}:${event.event}` });
    default:
      return event satisfies never;
  }
};

/**
 * Takes a batch of the status queue; every event stands for itself.
 * @returns the ids of the messages that must come again
 */
export const trackBatch = async (
  ports: TrackPorts,
  batch: readonly Queued<TrackEvent>[],
): Promise<readonly string[]> => {
  const failed = await Promise.all(
    batch.map(async ({ id, event }) => {
      try {
        if (event) await track(ports, event);
        else ports.log.alarm('unreadable_message', { count: 1 });
        return event ? [] : [id];
      } catch (error) {
        ports.log.warn('track_failed', { error: error instanceof Error ? error.name : 'unknown' });
        return [id];
      }
    }),
  );
  return failed.flat();
};
