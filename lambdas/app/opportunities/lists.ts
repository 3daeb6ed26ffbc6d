import type { Opportunity, OpportunityId } from '#core/opportunities/opportunity.ts';
import type { OpportunityList } from './ports.ts';

/** A district has a fixed number of lists: which one an opportunity stands in follows from its id alone. */
const LISTS = 64;

/** FNV-1a over the characters: even, and the same for good. */
const hashOf = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
};

/** The number of the list that an opportunity stands in, from 0 to 63. */
export const listNrOf = (id: OpportunityId): number => hashOf(id) % LISTS;

/** The list as stored, or an empty one that has never been written. */
export const listIn = (lists: readonly OpportunityList[], nr: number): OpportunityList =>
  lists.find((list) => list.nr === nr) ?? { nr, version: 0, opportunities: [] };

/** The list after these opportunities were put into it, each in the place that it had, new ones last. */
export const listWith = (list: OpportunityList, changes: readonly Opportunity[]): OpportunityList => {
  const byId = new Map(changes.map((change) => [change.id, change]));
  const known = new Set(list.opportunities.map(({ id }) => id));
  return {
    nr: list.nr,
    version: list.version + 1,
    opportunities: [
      ...list.opportunities.map((before) => byId.get(before.id) ?? before),
      ...[...byId.values()].filter(({ id }) => !known.has(id)),
    ],
  };
};
