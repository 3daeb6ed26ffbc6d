import type { Effect } from '#core/decision.ts';
import type { TopicId } from '#core/ids.ts';
import { wordsOf } from '#core/inbound.ts';
import { SOURCE_LANG } from '#core/language.ts';
import { forgetWords } from './erase/forget-words.ts';
import { runOutreachEffect } from './outreach/outreach-effects.ts';
import type { PlanPorts } from './outreach/plan-ports.ts';
import type { ConversationStore, Log, Queues, StaffNotice, StoredHandoff, Turn } from './ports.ts';

export interface EffectPorts {
  readonly store: ConversationStore;
  readonly queues: Queues;
  readonly plans: PlanPorts;
  readonly log: Log;
}

/** What every log line about a turn has. */
export const turnFields = (turn: Turn) => ({ contact: turn.contact, turn: turn.turn, number: turn.number });

const langOf = ({ conversation }: Turn) => conversation.profile.language?.lang ?? SOURCE_LANG;

const storedHandoff = (turn: Turn): StoredHandoff | undefined => {
  const { handoff } = turn.conversation;
  return handoff.status === 'none'
    ? undefined
    : {
        ...handoff,
        contact: turn.contact,
        number: turn.number,
        turn: turn.turn,
        changedAt: turn.at,
        lang: langOf(turn),
      };
};

const saveHandoff = async ({ store }: EffectPorts, turn: Turn): Promise<void> => {
  const handoff = storedHandoff(turn);
  if (handoff) await store.saveHandoff(handoff);
};

/** The words are taken from the turn: what is private has been removed there. */
const saveQuestion = async ({ store }: EffectPorts, turn: Turn, candidates: readonly TopicId[]): Promise<void> => {
  const text = turn.events
    .flatMap((event) => (event.kind === 'message_received' ? [wordsOf(event.content)] : []))
    .filter((words) => words !== '')
    .join('\n');
  const { contact, number, at } = turn;
  await store.saveQuestion({ contact, number, turn: turn.turn, at, lang: langOf(turn), text, candidates });
};

const tellStaff = ({ queues }: EffectPorts, turn: Turn, notice: Pick<StaffNotice, 'handoff' | 'about' | 'step'>) =>
  queues.sendTrackEvents([
    { kind: 'staff_notice', contact: turn.contact, number: turn.number, lang: langOf(turn), ...notice },
  ]);

const runEffect = async (ports: EffectPorts, turn: Turn, effect: Effect): Promise<void> => {
  const { store, log } = ports;
  const fields = turnFields(turn);
  switch (effect.kind) {
    case 'save_profile':
      return store.saveProfile(turn.contact, turn.conversation.profile, turn.turn);
    case 'save_handoff':
      return saveHandoff(ports, turn);
    case 'drop_handoff':
      return store.dropHandoff(effect.contact, effect.handoff);
    case 'save_question':
      return saveQuestion(ports, turn, effect.candidates);
    case 'save_request':
      return store.saveRequest({ ...effect.request, contact: turn.contact, number: turn.number, turn: turn.turn });
    case 'send_request':
      return ports.queues.sendTrackEvents([
        { kind: 'request_mail', contact: turn.contact, number: turn.number, request: effect.request },
      ]);
    case 'forget_words':
      return forgetWords({ store, handoffOf: storedHandoff }, turn, effect);
    case 'save_outreach':
    case 'fill_seats':
    case 'note_seat':
    case 'save_answers':
      return runOutreachEffect(ports, turn, effect);
    // Only when the replies are out, see `carryOut`: until then it is known from the turn to whom they go.
    case 'erase':
      return undefined;
    case 'open_handoff':
      log.info('handoff_opened', { ...fields, handoff: effect.id, kind: effect.reason });
      // Of danger staff are paged, which says more.
      return effect.isUrgent ? undefined : tellStaff(ports, turn, { handoff: effect.id, about: 'opened', step: 0 });
    case 'page_staff':
      log.alarm(effect.step === 0 ? 'staff_paged' : 'danger_unclaimed', {
        ...fields,
        handoff: effect.handoff,
        kind: effect.danger,
        count: effect.step,
      });
      return tellStaff(ports, turn, { handoff: effect.handoff, about: 'danger', step: effect.step });
    case 'report_late':
      log.warn('handoff_late', { ...fields, handoff: effect.handoff, count: effect.step });
      return tellStaff(ports, turn, { handoff: effect.handoff, about: 'late', step: effect.step });
    default:
      return effect satisfies never;
  }
};

/** Does what else a turn brings with it, unless it is done. Each effect may be done twice. */
export const runEffects = async (ports: EffectPorts, turn: Turn): Promise<void> => {
  if (turn.effectsDone) return;
  for (const effect of turn.effects) await runEffect(ports, turn, effect);
};
