/**
 * What the desk asks about events, deadlines and programs, and what it is told. Times of the form are wall times
 * (`2026-12-03T18:00`) of the event's own zone; all others are milliseconds since 1970. Every error is an `ErrorBody`.
 */
import * as z from 'zod/mini';
import { GRADES } from '#core/directory.ts';
import { LANGS } from '#core/language.ts';
import { CATEGORIES, FORMS } from '#core/opportunities/opportunity.ts';
import { OUTCOMES } from '#core/opportunities/seats.ts';
import { BARRIERS } from './event-barriers.ts';

const id = z.string().check(z.regex(/^[\w.-]{1,60}$/, 'may hold letters, digits and . _ - only'));
const school = z.string().check(z.regex(/^[\w.:@-]{1,120}$/, 'may hold letters, digits and . _ : @ - only'));
const date = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a date like 2026-12-03'));
const wallTime = z
  .string()
  .check(z.regex(/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/, 'must be a time like 2026-12-03T18:00'));
const line = z.string().check(z.minLength(1), z.maxLength(200));
const link = z.string().check(z.regex(/^https?:\/\/\S{1,300}$/, 'must be a web address (https://)'));
const Lang = z.enum(LANGS);
const time = z.number();
const count = z.number();

/** Longer, a title does not fit into the line of a list, and a text not into one message with all that it stands beside. */
export const MOST_TITLE = 100;
export const MOST_ABOUT = 700;

export const EventText = z.strictObject({
  title: z.string().check(z.minLength(1), z.maxLength(MOST_TITLE)),
  about: z.optional(z.string().check(z.minLength(1), z.maxLength(MOST_ABOUT))),
  bring: z.optional(line),
  by: z.enum(['person', 'machine']),
});
export type EventText = z.infer<typeof EventText>;

/** What staff say of an event. What is left out is not known, and is not told to families. */
export const EventEdit = z.strictObject({
  form: z.enum(FORMS),
  category: z.enum(CATEGORIES),
  texts: z.partialRecord(Lang, EventText),
  /** IANA zone. */
  timeZone: line,
  /** Of a deadline both are its last moment. Of whole days the time of the clock does not count. */
  start: wallTime,
  end: wallTime,
  isAllDay: z.boolean(),
  /** RFC 5545 rule without its end: `FREQ=WEEKLY;BYDAY=TU`. */
  repeats: z.optional(
    z.string().check(z.regex(/^FREQ=[A-Z0-9=;,+-]{3,150}$/, 'must be a rule like FREQ=WEEKLY;BYDAY=TU')),
  ),
  /** The last day on which it may begin. */
  until: z.optional(date),
  place: z.optional(z.strictObject({ name: line, address: z.optional(line) })),
  link: z.optional(link),
  isOnline: z.optional(z.boolean()),
  /** None: the whole district's. */
  schools: z.array(school),
  grades: z.array(z.enum(GRADES)),
  ages: z.optional(
    z.strictObject({ from: z.int().check(z.gte(0), z.lte(99)), to: z.int().check(z.gte(0), z.lte(99)) }),
  ),
  languages: z.array(Lang),
  audience: z.enum(['children', 'parents', 'families']),
  cost: z.optional(
    z.strictObject({ cents: z.int().check(z.gte(0), z.lte(1_000_000)), per: z.enum(['person', 'family']) }),
  ),
  childcare: z.optional(z.boolean()),
  food: z.optional(z.boolean()),
  interpreters: z.array(Lang),
  interpreterOnRequest: z.optional(z.boolean()),
  ride: z.optional(z.boolean()),
  noIdAsked: z.optional(z.boolean()),
  contact: z.optional(z.strictObject({ name: line, phone: z.optional(line) })),
  takesRsvp: z.boolean(),
  /** People, not families. */
  capacity: z.optional(z.int().check(z.gte(1), z.lte(100_000))),
  rsvpBy: z.optional(wallTime),
});
export type EventEdit = z.infer<typeof EventEdit>;

/** Whether families may be told of it: only what somebody has looked at lately is. */
const Checked = z.enum(['checked', 'never', 'old']);
const Status = z.enum(['draft', 'published', 'cancelled']);
const Source = z.enum(['desk', 'csv', 'feed']);

/** An event in a list. */
export const EventRow = z.object({
  id,
  version: z.number(),
  status: Status,
  checked: Checked,
  form: z.enum(FORMS),
  category: z.enum(CATEGORIES),
  /** English, or the first language that there is. */
  title: z.string(),
  /** The next time, or the last one where none is to come. */
  startsAt: time,
  endsAt: time,
  timeZone: z.string(),
  isAllDay: z.boolean(),
  /** How many more times are to come after this one. */
  more: count,
  schools: z.array(school),
  place: z.optional(z.string()),
  /** Languages of families that it has no title in, and those whose title no person has looked at. */
  missing: z.array(Lang),
  machine: z.array(Lang),
  barriers: z.array(z.enum(BARRIERS)),
  takesRsvp: z.boolean(),
  source: Source,
  mayEdit: z.boolean(),
});
export type EventRow = z.infer<typeof EventRow>;

/** A piece of the list, the soonest first (of what is past the latest); `total` counts all that fit. */
export const EventPage = z.object({
  events: z.array(EventRow),
  total: count,
  /** Of the schools of whoever asks, whatever the search. */
  unchecked: count,
  mayAdd: z.boolean(),
  cursor: z.optional(z.string()),
});
export type EventPage = z.infer<typeof EventPage>;

export const WHENS = ['upcoming', 'past', 'drafts', 'unchecked'] as const;
export type When = (typeof WHENS)[number];

/** One time that it takes place, with who plans to come. */
const OccurrenceView = z.object({
  key: z.string(),
  startsAt: time,
  endsAt: time,
  isCancelled: z.boolean(),
  /** Families, by what they said. */
  yes: count,
  waiting: count,
  reminders: count,
  /** People of those who said yes. */
  people: count,
});
export type OccurrenceView = z.infer<typeof OccurrenceView>;

export const EventView = z.object({
  id,
  version: z.number(),
  status: Status,
  checked: Checked,
  /** By whom, and on which day. */
  checkedBy: z.optional(z.object({ by: z.string(), on: z.string() })),
  source: Source,
  event: EventEdit,
  occurrences: z.array(OccurrenceView),
  missing: z.array(Lang),
  mayEdit: z.boolean(),
});
export type EventView = z.infer<typeof EventView>;

/** `version` 0 makes a new one. */
export const EventChange = z.object({ version: z.number(), status: z.enum(['draft', 'published']), event: EventEdit });
export const CancelRequest = z.object({ occurrence: z.optional(z.string().check(z.minLength(1), z.maxLength(60))) });
export const CheckRequest = z.object({ version: z.number() });

/** What became of a change: the event as it is now, sentences that staff should read, and how many families are told. */
export const EventSaved = z.object({ event: EventView, warnings: z.array(z.string()), told: count });
export type EventSaved = z.infer<typeof EventSaved>;

export const EventPreviewRequest = z.object({ event: EventEdit, lang: Lang });

/** The card as a family reads it in its chat. */
export const EventPreview = z.object({
  lang: Lang,
  dir: z.enum(['ltr', 'rtl']),
  text: z.string(),
  /** What it can tap. */
  choices: z.array(z.string()),
  /** Why no family is told of it as it is; sentences for staff. */
  unseen: z.array(z.string()),
});
export type EventPreview = z.infer<typeof EventPreview>;

const Family = z.object({
  lang: Lang,
  state: z.enum(['yes', 'waiting', 'reminder']),
  adults: count,
  children: count,
  /** On the waiting list, from 1. */
  place: z.optional(count),
  /** The same number stands at another one that may be the same family. */
  maybeOne: z.optional(count),
  hasCome: z.boolean(),
});

/** Who plans to come, without names: nobody has told them. */
export const EventPeople = z.object({
  occurrence: z.string(),
  startsAt: time,
  families: z.array(Family),
  /** Languages of families with a place, and how many people that is: whom to bring interpreters for. */
  languages: z.array(z.object({ lang: Lang, families: count, people: count, hasInterpreter: z.boolean() })),
  yes: z.object({ families: count, adults: count, children: count }),
  waiting: z.object({ families: count, adults: count, children: count }),
  capacity: z.optional(count),
});
export type EventPeople = z.infer<typeof EventPeople>;

/** `few`: 1 to 4. `hidden`: from it and the sum a small one could be worked out. */
const Shy = z.union([z.number(), z.enum(['few', 'hidden'])]);
export type Shy = z.infer<typeof Shy>;

/** What became of it, over all its times. */
export const EventFigures = z.object({
  said: count,
  came: count,
  went: count,
  couldNot: count,
  reasons: z.array(z.object({ reason: z.enum(OUTCOMES), count })),
  byLanguage: z.array(z.object({ lang: Lang, said: Shy, came: Shy, went: Shy, couldNot: Shy })),
});
export type EventFigures = z.infer<typeof EventFigures>;

/** What families of some languages cannot read, and what no family can know, of what is coming up. */
export const EventGaps = z.object({
  events: z.array(EventRow),
  languages: z.array(z.object({ lang: Lang, missing: count, machine: count })),
});
export type EventGaps = z.infer<typeof EventGaps>;

export const EventTextRequest = z.object({
  text: z.object({ title: line, about: EventText.shape.about, bring: EventText.shape.bring }),
  to: Lang,
});
