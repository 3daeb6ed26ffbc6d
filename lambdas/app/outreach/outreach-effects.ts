import { sha256 } from '#app/digest.ts';
import { fillSeats } from '#app/opportunities/fill-seats.ts';
import type { Queues, Turn } from '#app/ports.ts';
import type { Effect } from '#core/decision.ts';
import { SOURCE_LANG } from '#core/language.ts';
import { FOLLOWS } from '#core/outreach/outreach.ts';
import type { PlanPorts } from './plan-ports.ts';
import type { StoredOutreach } from './ports.ts';

export interface OutreachEffectPorts {
  readonly plans: PlanPorts;
  readonly queues: Pick<Queues, 'sendTrackEvents'>;
}

const present = <Value>(values: readonly (Value | undefined)[]): readonly Value[] => [
  ...new Set(values.filter((value) => value !== undefined)),
];

/** What senders must know of the family after a turn. Whoever said STOP is not looked up at all. */
const storedOutreach = ({ contact, number, turn, conversation }: Turn, dueAt: number | undefined): StoredOutreach => {
  const { consent, language, children = [], outreach } = conversation.profile;
  const isStopped = consent.status === 'stopped';
  return {
    ...{ contact, number, turn },
    lang: language?.lang ?? SOURCE_LANG,
    schools: present(children.map(({ school }) => school)),
    grades: present(children.map(({ grade }) => grade)),
    follows: isStopped ? [] : FOLLOWS.filter((follow) => outreach?.follows[follow]),
    ...(dueAt === undefined || isStopped ? {} : { dueAt }),
  };
};

type Save = Extract<Effect, { kind: 'save_outreach' }>;

/** Of somebody who has a new id nothing is due under the old one, and the lists know the family by the new one. */
const saveOutreach = async ({ plans }: OutreachEffectPorts, turn: Turn, { dueAt, formerly }: Save): Promise<void> => {
  await plans.outreach.saveOutreach(storedOutreach(turn, dueAt));
  if (formerly === undefined || formerly === turn.contact) return;
  await plans.outreach.dropOutreach(formerly);
  for (const { opportunity, occurrence } of turn.conversation.profile.outreach?.plans ?? []) {
    await plans.seats.move({ opportunity, occurrence }, [formerly], turn.contact);
  }
};

type Fill = Extract<Effect, { kind: 'fill_seats' }>;

const fill = async ({ plans, queues }: OutreachEffectPorts, turn: Turn, { ref }: Fill): Promise<void> => {
  const { opportunities } = plans.comingUpOf(turn.number);
  const found = opportunities.find(({ id }) => id === ref.opportunity);
  // Of what does not take place nobody gets a place.
  if (found?.status === 'published') await fillSeats({ seats: plans.seats, queues }, ref, found.capacity, turn.at);
};

type Answers = Extract<Effect, { kind: 'save_answers' }>;

/** The first id that a family had names its answers, so that they count once whatever became of the id. */
const saveAnswers = async (
  { plans }: OutreachEffectPorts,
  { contact, conversation }: Turn,
  { survey, answers, lang }: Answers,
): Promise<void> => {
  const [first = contact] = conversation.profile.formerly ?? [];
  await plans.surveys.saveAnswers(survey, await sha256(`${first} ${survey}`), answers, lang);
};

export type OutreachEffect = Extract<Effect, { kind: 'save_outreach' | 'fill_seats' | 'note_seat' | 'save_answers' }>;

/** Does an effect that concerns plans, follows or surveys. Each may be done twice. */
export const runOutreachEffect = async (
  ports: OutreachEffectPorts,
  turn: Turn,
  effect: OutreachEffect,
): Promise<void> => {
  switch (effect.kind) {
    case 'save_outreach':
      return saveOutreach(ports, turn, effect);
    case 'fill_seats':
      return fill(ports, turn, effect);
    case 'note_seat': {
      const { ref, cameAt, outcome } = effect;
      const what = { ...(cameAt === undefined ? {} : { cameAt }), ...(outcome === undefined ? {} : { outcome }) };
      return ports.plans.seats.note(ref, turn.contact, what);
    }
    case 'save_answers':
      return saveAnswers(ports, turn, effect);
    default:
      return effect satisfies never;
  }
};
