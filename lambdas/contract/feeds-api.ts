/**
 * What the desk asks about calendars that are followed, and about events out of a table. Times are milliseconds since
 * 1970. Every error is an `ErrorBody`.
 */
import * as z from 'zod/mini';
import { CATEGORIES } from '#core/opportunities/opportunity.ts';

const id = z.string().check(z.regex(/^[\w-]{1,40}$/, 'may hold letters, digits and _ - only'));
const school = z.string().check(z.regex(/^[\w.:@-]{1,120}$/, 'may hold letters, digits and . _ : @ - only'));
const url = z
  .string()
  .check(z.maxLength(500), z.regex(/^(?:https|webcals?):\/\/\S+$/i, 'must begin with https:// or webcal://'));
const count = z.number();

/** What staff say of a calendar. */
export const FeedEdit = z.strictObject({
  name: z.string().check(z.minLength(1), z.maxLength(80)),
  url,
  /** None: its events are of the whole district. */
  schools: z.array(school),
  /** Whether families are told of its events without somebody looking at each. */
  isTrusted: z.boolean(),
  isActive: z.boolean(),
});
export type FeedEdit = z.infer<typeof FeedEdit>;
/** `version` 0 makes a new one. */
export const FeedChange = z.object({ version: z.number(), feed: FeedEdit });

/** What was wrong, by line of the calendar. */
const FeedProblem = z.object({ line: z.optional(z.number()), message: z.string() });
export type FeedProblem = z.infer<typeof FeedProblem>;

export const FeedView = z.object({
  id,
  version: z.number(),
  feed: FeedEdit,
  /** When it was last looked at, as far as that brought news; where all is the same it is written once a day. */
  lookedAt: z.optional(z.number()),
  /** Looks in a row that came to nothing. */
  failures: count,
  result: z.optional(
    z.object({
      outcome: z.enum(['changed', 'same', 'failed']),
      ...{ added: count, changed: count, cancelled: count },
      problems: z.array(FeedProblem),
    }),
  ),
  /** Its events to come, and how many of them wait for somebody to look at them. */
  coming: count,
  unchecked: count,
  mayEdit: z.boolean(),
});
export type FeedView = z.infer<typeof FeedView>;
export const FeedList = z.object({ feeds: z.array(FeedView), mayAdd: z.boolean() });
export type FeedList = z.infer<typeof FeedList>;

/** `id`: of a calendar that is followed already, so that only what it would change counts. */
export const FeedPreviewRequest = z.object({ url, id: z.optional(id) });

/** What a calendar would bring. Nothing is written. */
export const FeedPreview = z.object({
  ...{ added: count, changed: count, cancelled: count, same: count },
  /** Of new and changed ones the first, as they would be. */
  events: z.array(
    z.object({
      title: z.string(),
      category: z.enum(CATEGORIES),
      /** Its next time, and how many there are after it. */
      startsAt: z.number(),
      more: count,
      timeZone: z.string(),
      isAllDay: z.boolean(),
      place: z.optional(z.string()),
      isCancelled: z.boolean(),
    }),
  ),
  problems: z.array(FeedProblem),
  moreProblems: count,
});
export type FeedPreview = z.infer<typeof FeedPreview>;

/** One table of events: comma-separated, UTF-8. */
export const EventsImportRequest = z.object({
  name: z.string().check(z.minLength(1), z.maxLength(120)),
  text: z.string(),
  /** Whether who imports has looked at them: else no family is told until somebody has. */
  areChecked: z.boolean(),
});
export type EventsImportRequest = z.infer<typeof EventsImportRequest>;

/** What a table would change, or has changed. Rows with problems are left out, the others stand. */
export const EventsImportReport = z.object({
  ...{ added: count, changed: count, same: count },
  examples: z.array(z.object({ kind: z.enum(['added', 'changed']), text: z.string() })),
  problems: z.array(
    z.object({
      /** As a spreadsheet counts: the line of names is 1. */
      row: z.optional(z.number()),
      column: z.optional(z.string()),
      message: z.string(),
    }),
  ),
  moreProblems: count,
});
export type EventsImportReport = z.infer<typeof EventsImportReport>;
