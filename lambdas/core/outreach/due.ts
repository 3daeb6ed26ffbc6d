import type { Conversation } from '../conversation.ts';
import { type Admitted, admit, type OutreachContext } from './admit.ts';
import type { Item } from './item.ts';
import { itemsFor } from './items.ts';
import { marked } from './mark.ts';
import { outreachOf, withOutreach } from './plans.ts';
import type { TemplateName } from './templates.ts';

/** Something whose moment has come and that may be written now. */
export interface Ready {
  readonly item: Item;
  readonly admitted: Extract<Admitted, { send: 'now' }>;
}

/** What has come due, as the gate sees it. */
export interface Due {
  /** Without what may never be written any more. */
  readonly conversation: Conversation;
  readonly ready: readonly Ready[];
  /** When what has to wait may be tried again. */
  readonly waits: readonly number[];
  /** How much was left out for good. */
  readonly dropped: number;
}

const CORRECTIONS = { cancelled: 'event_cancelled', moved: 'event_moved', seat: 'seat_free' } as const;

/** The template that says this very thing, where there is one. */
const templateOf = (item: Item): { readonly template?: TemplateName } =>
  item.kind === 'correction' ? { template: CORRECTIONS[item.change] } : {};

type World = OutreachContext & { readonly now: number };

/**
 * What is due at `context.now`, each thing by itself through the gate. STOP leaves all of it as it is, so that after
 * START what is still to come is due again.
 */
export const dueNow = (conversation: Conversation, context: World): Due => {
  const { now } = context;
  if (conversation.profile.consent.status === 'stopped') return { conversation, ready: [], waits: [], dropped: 0 };
  const seen = itemsFor(conversation, context, now)
    .filter(({ at }) => at <= now)
    .map((item) => ({
      item,
      admitted: admit(item.kind, conversation, now, context, { until: item.until, ...templateOf(item) }),
    }));
  const never = seen.filter(({ admitted }) => admitted.send === 'never');
  const left = never.reduce((so, { item }) => marked(so, item, now, context), outreachOf(conversation));
  return {
    conversation: never.length > 0 ? withOutreach(conversation, left) : conversation,
    ready: seen.flatMap(({ item, admitted }) => (admitted.send === 'now' ? [{ item, admitted }] : [])),
    waits: seen.flatMap(({ admitted }) => (admitted.send === 'later' ? [admitted.at] : [])),
    dropped: never.length,
  };
};

/** When Homeroom next has something to write to a family; undefined where nothing is planned, and after STOP. */
export const nextDueAt = (conversation: Conversation, context: World): number | undefined => {
  if (conversation.profile.consent.status === 'stopped') return undefined;
  const { now } = context;
  const due = dueNow(conversation, context);
  const toCome = itemsFor(due.conversation, context, now).flatMap(({ at }) => (at > now ? [at] : []));
  const moments = [...(due.ready.length > 0 ? [now] : []), ...due.waits, ...toCome];
  return moments.length > 0 ? Math.min(...moments) : undefined;
};

/** What others said in a survey: it joins whatever goes out, and need not wait for a message of its own. */
export const joining = (conversation: Conversation, context: World): readonly Ready[] =>
  itemsFor(conversation, context, context.now).flatMap((item) => {
    if (item.kind !== 'survey' || item.part !== 'results' || !item.survey.results || item.at <= context.now) return [];
    const admitted = admit(item.kind, conversation, context.now, context, { until: item.until });
    return admitted.send === 'now' ? [{ item, admitted }] : [];
  });
