/**
 * What the desk asks of its API and what it is told: the one description that the function behind the API and the
 * page share. Times are milliseconds since 1970. Every error is an `ErrorBody` with a sentence for a person.
 */
import * as z from 'zod/mini';
import { DANGERS } from '#core/content.ts';
import { HANDOFF_REASONS, REFUSALS, ROLES, TRANSLATIONS } from '#core/handoff.ts';
import { LANGS } from '#core/language.ts';
import { REQUEST_KINDS, REQUEST_STATES, type RequestId } from '#core/request.ts';

/** All paths of the API begin with it. */
export const API_PREFIX = '/v1';
/** The longest text that WhatsApp takes in one message (Meta, "Text messages", November 2026). */
export const MOST_CHARACTERS = 4096;

const time = z.number();
const id = z.string().check(z.minLength(1), z.maxLength(200));
const Lang = z.enum(LANGS);
const Text = z.string().check(z.minLength(1), z.maxLength(MOST_CHARACTERS));

const StaffRefView = z.object({ id, name: z.string(), title: z.string() });

export const Person = z.object({
  ...StaffRefView.shape,
  email: z.optional(z.string()),
  role: z.enum(ROLES),
  /** Ids of schools. */
  schools: z.array(id),
  isActive: z.boolean(),
});
export type Person = z.infer<typeof Person>;

/**
 * Whether a machine's translation may go out in a language: `free` by itself, `check` once somebody who reads the
 * language has looked at it, `interpreter` not at all.
 */
const Policy = z.enum(['free', 'check', 'interpreter']);

const LanguageView = z.object({
  lang: Lang,
  /** Its name in English and in itself. */
  name: z.string(),
  autonym: z.string(),
  dir: z.enum(['ltr', 'rtl']),
  policy: Policy,
});

export const Me = z.object({
  person: Person,
  schools: z.array(z.object({ id, name: z.string() })),
  languages: z.array(LanguageView),
  /** `none`: no translation service is configured. */
  translation: z.enum(['none', 'machine']),
  /** The district's, as IANA names it: times are shown in it, wherever somebody sits. */
  timeZone: z.string(),
  /** After so long without a key or a tap the session ends. */
  idleMinutes: z.number(),
  topics: z.array(z.object({ id, title: z.string() })),
  /** Colleagues who can be given a conversation. */
  colleagues: z.array(StaffRefView),
});
export type Me = z.infer<typeof Me>;

export const HandoffView = z.object({
  contact: id,
  id,
  schools: z.array(id),
  status: z.enum(['open', 'claimed', 'resolved']),
  reason: z.enum(HANDOFF_REASONS),
  isUrgent: z.boolean(),
  danger: z.optional(z.enum(DANGERS)),
  topic: z.optional(z.object({ id, title: z.string() })),
  lang: Lang,
  openedAt: time,
  owner: z.optional(StaffRefView),
  claimedAt: z.optional(time),
  firstReplyAt: z.optional(time),
  resolvedAt: z.optional(time),
  /** Since when the family waits for an answer; absent where nobody waits. */
  waitingSince: z.optional(time),
  /** When the family was told that it would hear from somebody, at the latest. */
  replyBy: z.optional(time),
  rating: z.optional(z.enum(['good', 'bad'])),
  /** The last words, cut short. */
  preview: z.optional(z.object({ text: z.string(), by: z.enum(['parent', 'staff', 'homeroom']) })),
  /** Grows with each change. */
  version: z.number(),
  changedAt: time,
});
export type HandoffView = z.infer<typeof HandoffView>;

/** A page of `waiting` ones (urgent first, then the longest waiting) or of `resolved` ones (the newest first). */
export const HandoffPage = z.object({ handoffs: z.array(HandoffView), cursor: z.optional(z.string()), now: time });
export type HandoffPage = z.infer<typeof HandoffPage>;

/** What has changed after `since`, maybe some of what had changed shortly before. Ask again with `now`. */
export const Changes = z.object({ handoffs: z.array(HandoffView), now: time });

const DeliveryView = z.enum(['sending', 'waiting', 'sent', 'failed', 'held', 'unknown', 'given_up']);

/** `machine`: by the translation service. `content`: the same reviewed text in English. */
const English = z.object({ text: z.string(), by: z.enum(['machine', 'content']) });

const entry = { turn: z.number(), index: z.number(), at: time };

export const ThreadEntry = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('parent'),
    ...entry,
    content: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('text'), text: z.string() }),
      z.object({ kind: z.literal('choice'), title: z.string() }),
      z.object({
        kind: z.literal('media'),
        media: z.enum(['image', 'video', 'audio', 'voice', 'document', 'sticker']),
        mimeType: z.string(),
        caption: z.optional(z.string()),
        fileName: z.optional(z.string()),
      }),
      z.object({ kind: z.enum(['location', 'contacts', 'form']) }),
    ]),
    english: z.optional(English),
    /** What the bot took the words for. */
    topic: z.optional(z.object({ id, title: z.string() })),
    taken: z.optional(z.string()),
  }),
  z.object({
    kind: z.literal('homeroom'),
    ...entry,
    text: z.string(),
    lang: Lang,
    purpose: z.enum(['answer', 'choices', 'safety', 'notice']),
    choices: z.array(z.string()),
    english: z.optional(English),
    topic: z.optional(z.object({ id, title: z.string() })),
    delivery: DeliveryView,
  }),
  z.object({
    kind: z.literal('staff'),
    ...entry,
    by: StaffRefView,
    /** As the family reads it. */
    text: z.string(),
    lang: Lang,
    /** As it was written. */
    original: z.string(),
    translation: z.enum(TRANSLATIONS),
    delivery: DeliveryView,
  }),
  z.object({ kind: z.literal('note'), ...entry, by: StaffRefView, text: z.string() }),
  /** Somebody at the school answered by e-mail. */
  z.object({
    kind: z.literal('mail'),
    ...entry,
    from: z.string(),
    /** False where it is not proven that the mail came from them. */
    isKnown: z.boolean(),
    /** Whether it has gone to the family; else somebody at the desk passes it on. */
    isPassedOn: z.boolean(),
    original: z.string(),
    /** As the family reads it. */
    text: z.string(),
    lang: Lang,
    translation: z.enum(TRANSLATIONS),
    attachments: z.array(z.object({ key: z.string(), name: z.string(), mimeType: z.string(), bytes: z.number() })),
  }),
  /** The family asked the school for something, or something became of it. */
  z.object({
    kind: z.literal('request'),
    ...entry,
    what: z.enum(['asked', 'sent', 'refused', 'bounced', 'away', 'due', 'confirmed']),
    request: z.object({
      id,
      kind: z.enum(REQUEST_KINDS),
      state: z.enum(REQUEST_STATES),
      to: z.string(),
      child: z.optional(z.string()),
      days: z.array(z.string()),
    }),
    by: z.optional(StaffRefView),
  }),
  z.object({
    kind: z.literal('happened'),
    ...entry,
    what: z.enum(['opened', 'claimed', 'released', 'assigned', 'resolved', 'reopened', 'rated', 'late']),
    by: z.optional(StaffRefView),
    to: z.optional(StaffRefView),
    /** The rating, the reason, or the danger. */
    detail: z.optional(z.string()),
  }),
]);
export type ThreadEntry = z.infer<typeof ThreadEntry>;

/** A piece of a conversation, the oldest entry first; `cursor` leads to what was before. */
export const Thread = z.object({
  handoff: HandoffView,
  entries: z.array(ThreadEntry),
  cursor: z.optional(z.string()),
});
export type Thread = z.infer<typeof Thread>;

/** How a family can be called; absent where WhatsApp has not told its number. */
export const PhoneNumber = z.object({ phone: z.optional(z.string()) });

export const Action = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('claim') }),
  z.object({ kind: z.literal('release') }),
  z.object({ kind: z.literal('assign'), to: id }),
  z.object({ kind: z.literal('resolve') }),
  z.object({ kind: z.literal('reopen') }),
  z.object({
    kind: z.literal('reply'),
    original: Text,
    text: Text,
    lang: Lang,
    translation: z.enum(TRANSLATIONS),
  }),
  z.object({ kind: z.literal('note'), text: Text }),
  /** Everything about the family is removed, for a lead or an admin. */
  z.object({ kind: z.literal('erase') }),
  /** An interpreter will be there. */
  z.object({
    kind: z.literal('confirm'),
    request: z.pipe(
      id,
      z.transform((value) => value as RequestId),
    ),
  }),
]);
export type Action = z.infer<typeof Action>;

/** `key` names the wish: the same one twice is done once. */
export const ActionRequest = z.object({ key: z.string().check(z.regex(/^[\w-]{8,64}$/)), action: Action });
export type ActionRequest = z.infer<typeof ActionRequest>;

/** `pending`: it will be done in a moment, and seen among the changes. */
export const ActionResult = z.object({
  outcome: z.enum(['done', 'refused', 'pending']),
  why: z.optional(z.enum(REFUSALS)),
  handoff: HandoffView,
});
export type ActionResult = z.infer<typeof ActionResult>;

export const PreviewRequest = z.object({ text: Text, lang: Lang, topic: z.optional(id) });

/** Something that reads otherwise after translation and back: somebody should look. */
const Change = z.object({
  kind: z.enum(['number', 'date', 'name', 'negation', 'link', 'permission', 'medicine']),
  /** In the text as written. */
  original: z.optional(z.string()),
  /** In the text after translation. */
  found: z.optional(z.string()),
  /** A plain English sentence that says what changed. */
  message: z.string(),
});

/** A hint on how the English could be kinder or plainer. It never stands in the way. */
const Hint = z.object({
  kind: z.enum(['jargon', 'long_sentence', 'grade', 'deficit']),
  /** Where in the text, in UTF-16 units. */
  start: z.number(),
  end: z.number(),
  words: z.string(),
  message: z.string(),
  instead: z.optional(z.string()),
});

export const Preview = z.object({
  /** How the family would read it; absent where no translation can be had. */
  text: z.optional(z.string()),
  back: z.optional(z.string()),
  /** `same`: the family reads English. `failed`: the service is configured and does not answer. */
  by: z.enum(['machine', 'same', 'none', 'failed']),
  policy: Policy,
  /** The matter is one for an interpreter or a checked translation: rights, health, discipline, special education. */
  isEssential: z.boolean(),
  changes: z.array(Change),
  hints: z.array(Hint),
});
export type Preview = z.infer<typeof Preview>;

/** `{name}` in the texts is a field that staff fill in. */
export const SavedReply = z.object({
  id,
  title: z.string(),
  fields: z.array(z.string()),
  isReviewed: z.boolean(),
  texts: z.record(z.string(), z.string()),
});
export const SavedReplies = z.object({ replies: z.array(SavedReply) });
export type SavedReply = z.infer<typeof SavedReply>;

const Count = z.object({ count: z.number() });
const Waits = z.object({ medianMs: z.optional(z.number()), p95Ms: z.optional(z.number()) });

export const Summary = z.object({
  days: z.number(),
  waiting: z.number(),
  urgent: z.number(),
  oldestWaitingSince: z.optional(time),
  opened: z.number(),
  resolved: z.number(),
  firstReply: Waits,
  byLanguage: z.array(z.object({ lang: Lang, ...Count.shape, ...Waits.shape })),
  bySchool: z.array(z.object({ school: id, ...Count.shape, ...Waits.shape })),
  byTopic: z.array(z.object({ topic: id, title: z.string(), ...Count.shape })),
  byReason: z.array(z.object({ reason: z.enum(HANDOFF_REASONS), ...Count.shape })),
  /** ISO dates in the district's time zone, without gaps. */
  byDay: z.array(z.object({ date: z.string(), opened: z.number(), resolved: z.number() })),
  ratings: z.object({ good: z.number(), bad: z.number() }),
  unanswered: z.number(),
});
export type Summary = z.infer<typeof Summary>;

/** A question that the bot could not answer. */
export const Question = z.object({
  id,
  text: z.string(),
  lang: Lang,
  at: time,
  /** What came closest. */
  candidates: z.array(z.object({ id, title: z.string() })),
  /** The topic that staff linked it to. */
  linked: z.optional(z.object({ id, title: z.string() })),
});
/** Questions alike stand together, the largest group first. */
export const Questions = z.object({
  groups: z.array(z.object({ key: z.string(), questions: z.array(Question) })),
});
export type Questions = z.infer<typeof Questions>;
export const LinkRequest = z.object({ questions: z.array(id).check(z.minLength(1), z.maxLength(100)), topic: id });

export const People = z.object({ people: z.array(Person) });
export const PersonRequest = z.omit(Person, { id: true });

export const AuditEntry = z.object({
  at: time,
  by: id,
  name: z.string(),
  what: z.string(),
  /** The beginning of the contact's id: what colleagues call the family by. */
  family: z.optional(z.string()),
  handoff: z.optional(id),
});
export const AuditPage = z.object({ entries: z.array(AuditEntry), cursor: z.optional(z.string()) });

export const ErrorBody = z.object({ error: z.string() });
