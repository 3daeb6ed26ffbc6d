/** Which of the queue is shown. Pure. */
import type { HandoffView, Me } from '#contract/desk-api.ts';
import { familyCode, reasonOf } from '../words/handoffs.ts';
import { languageOf, schoolName } from '../words/languages.ts';

export interface Filters {
  /** Ids, or empty for all. */
  readonly school: string;
  readonly lang: string;
  readonly topic: string;
  readonly owner: 'all' | 'mine' | 'nobody';
  readonly words: string;
}

export const NO_FILTERS: Filters = { school: '', lang: '', topic: '', owner: 'all', words: '' };

/** How many choices hide something; words that are searched for are seen anyway. */
export const countFilters = ({ school, lang, topic, owner }: Filters): number =>
  [school, lang, topic, owner === 'all' ? '' : owner].filter((choice) => choice !== '').length;

const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

const searched = (handoff: HandoffView, me: Me): string => {
  const { name, autonym } = languageOf(me, handoff.lang);
  const { preview, topic, owner, contact, schools } = handoff;
  const parts = [preview?.text, topic?.title, owner?.name, name, autonym, reasonOf(handoff), familyCode(contact)];
  return plain([...parts, ...schools.map((id) => schoolName(me, id))].join(' '));
};

const isOwnedAs = ({ owner }: HandoffView, wanted: Filters['owner'], me: string): boolean => {
  switch (wanted) {
    case 'all':
      return true;
    case 'mine':
      return owner?.id === me;
    case 'nobody':
      return owner === undefined;
    default:
      return wanted satisfies never;
  }
};

/** What of the handoffs is shown, in the order given. All words that are searched for must be there. */
export const shownOf = (handoffs: readonly HandoffView[], filters: Filters, me: Me): readonly HandoffView[] => {
  const { school, lang, topic, owner } = filters;
  const words = plain(filters.words).split(/\s+/).filter(Boolean);
  if (words.length === 0 && countFilters(filters) === 0) return handoffs;
  return handoffs.filter((handoff) => {
    if (school !== '' && !handoff.schools.includes(school)) return false;
    if (lang !== '' && handoff.lang !== lang) return false;
    if (topic !== '' && handoff.topic?.id !== topic) return false;
    if (!isOwnedAs(handoff, owner, me.person.id)) return false;
    if (words.length === 0) return true;
    const text = searched(handoff, me);
    return words.every((word) => text.includes(word));
  });
};
