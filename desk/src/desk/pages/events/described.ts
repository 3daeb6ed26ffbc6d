/** What of a form decides for a family, as far as it is filled in. Pure. */
import type { missingBarriers } from '#contract/event-barriers.ts';
import type { EventDraft, Said } from './event-draft.ts';

const flagOf = (value: Said): boolean | undefined => (value === 'unknown' ? undefined : value === 'yes');

/** A form that is not complete yet, as the hints look at it. */
export const describedBy = (draft: EventDraft): Parameters<typeof missingBarriers>[0] => ({
  ...{ form: draft.form, category: draft.category, audience: draft.audience, interpreters: draft.interpreters },
  place: draft.placeName.trim() || draft.placeAddress.trim() ? {} : undefined,
  link: draft.link.trim() || undefined,
  cost: draft.cost === 'unknown' ? undefined : {},
  contact: draft.contactName.trim() || draft.contactPhone.trim() ? {} : undefined,
  isOnline: flagOf(draft.isOnline),
  childcare: flagOf(draft.childcare),
  food: flagOf(draft.food),
  ride: flagOf(draft.ride),
  noIdAsked: flagOf(draft.noIdAsked),
  interpreterOnRequest: flagOf(draft.interpreterOnRequest),
});
