import { createHash } from 'node:crypto';
import type { Calendars } from '#app/opportunities/import/calendar.ts';
import { opportunityId } from '#core/opportunities/opportunity.ts';
import { createFeedFetcher, type FetchOptions } from './fetch-feed.ts';
import { isPublicAddress } from './public-address.ts';

const ID_DIGITS = 20;

/** Calendars from the open internet. */
export const createCalendars = (options: FetchOptions = { mayReach: isPublicAddress }): Calendars => ({
  fetch: createFeedFetcher(options),
  // Loaded with the first calendar: the desk does without it most of the time.
  read: async (text, span) => (await import('./parse-calendar.ts')).parseCalendar(text, span),
  idOf: (feed, uid) => {
    const digits = createHash('sha256').update(`${feed}\n${uid}`).digest('hex').slice(0, ID_DIGITS);
    return opportunityId(`f${digits}`);
  },
});
