/**
 * The names that the stack (`lib`) and the functions (`lambdas`) must agree on. Both import this file, so
 * it imports the schema library and nothing else.
 */
import * as z from 'zod/mini';

/** Thrown where a setting is wrong or missing; the message is one sentence that names it and says what to do. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

const required = z.string().check(z.minLength(1));
const url = z.string().check(z.regex(/^https?:\/\/[^\s]+$/, 'must be a web address (http:// or https://)'));
const wholeNumber = (min: number, max: number) =>
  z.pipe(
    z.string().check(z.regex(/^\d+$/, 'must be a whole number')),
    z.pipe(z.transform(Number), z.number().check(z.gte(min), z.lte(max))),
  );
const flag = z.pipe(
  z.enum(['true', 'false']),
  z.transform((value) => value === 'true'),
);

/** The stages of the Graph API's address. v26.0 is current since 29 July 2026 (Meta's changelog). */
export const GRAPH_DEFAULTS = {
  baseUrl: 'https://graph.facebook.com',
  version: 'v26.0',
  /** A send that takes longer has an unknown outcome. Well under the turn function's own time-out. */
  timeoutMs: 8000,
} as const;

/** The most recent schema of stored items that this code writes. */
export const SCHEMA_VERSION = 2;

/** Where the functions find what is packed beside them. */
export const CONTENT_FOLDER = 'content';
export const DISTRICT_FILE = 'district.json';

/** The translation service, and what the names of its custom terminologies begin with, one for each language. */
const translation = {
  TRANSLATION: z.enum(['none', 'amazon']),
  TERMINOLOGY: z.optional(required),
};

/** Environment of the webhook function. */
export const WebhookEnv = z.object({
  SECRET_ID: required,
  INBOUND_QUEUE_URL: url,
  STATUS_QUEUE_URL: url,
  /** Our phone number ids, separated by commas. A signed webhook for another number is set aside. */
  NUMBER_IDS: z.pipe(
    required,
    z.transform((value: string) => value.split(',').map((id) => id.trim())),
  ),
});

/** Environment of the turn function. */
export const TurnEnv = z.object({
  SECRET_ID: required,
  TABLE_NAME: required,
  STATUS_QUEUE_URL: url,
  GRAPH_BASE_URL: url,
  GRAPH_VERSION: z.string().check(z.regex(/^v\d+\.\d+$/, 'must look like v26.0')),
  GRAPH_TIMEOUT_MS: wholeNumber(500, 15_000),
  /** Absolute paths, or relative to the function's folder. */
  CONTENT_FOLDER: required,
  DISTRICT_FILE: required,
  SERVES_DRAFTS: flag,
  TURN_DAYS: wholeNumber(1, 365),
  /** Of a family's own words in a request to the school. */
  ...translation,
});

const email = z.string().check(z.regex(/^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/, 'must be an e-mail address'));

const domain = z.string().check(z.regex(/^[a-z0-9.-]+\.[a-z]{2,}$/, 'must be a domain name like mail.example.org'));

/** Environment of the track function. */
export const TrackEnv = z.object({
  TABLE_NAME: required,
  INBOUND_QUEUE_URL: url,
  /** Its own queue: what is to come later goes there once more. */
  STATUS_QUEUE_URL: url,
  /** Holds the addresses of the webhooks that notices go to. */
  SECRET_ID: required,
  DISTRICT_FILE: required,
  /** Where staff find the desk; notices link to it. */
  DESK_URL: url,
  /** The sender of notices; without it no e-mail is sent. */
  NOTICE_FROM: z.optional(email),
  /** The domain that answers to requests come to, and the sender of requests; without them no request is mailed. */
  MAIL_DOMAIN: z.optional(domain),
  MAIL_FROM: z.optional(email),
  /** Where files of answered mails are kept, to be removed with all else of a family; absent where no mail comes in. */
  MAIL_BUCKET: z.optional(required),
  TRANSLATION: z.enum(['none', 'amazon']),
});

/** Environment of the desk function: the API behind the desk. */
export const DeskEnv = z.object({
  SECRET_ID: required,
  TABLE_NAME: required,
  INBOUND_QUEUE_URL: url,
  STATUS_QUEUE_URL: url,
  GRAPH_BASE_URL: url,
  GRAPH_VERSION: z.string().check(z.regex(/^v\d+\.\d+$/, 'must look like v26.0')),
  GRAPH_TIMEOUT_MS: wholeNumber(500, 15_000),
  CONTENT_FOLDER: required,
  DISTRICT_FILE: required,
  /** Who issues the tokens of staff, for which client, and where the keys are that they are signed with. */
  TOKEN_ISSUER: url,
  TOKEN_AUDIENCE: required,
  TOKEN_JWKS_URL: url,
  /** Where files of answered mails are kept; absent where no mail comes in. */
  MAIL_BUCKET: z.optional(required),
  ...translation,
  IDLE_MINUTES: wholeNumber(5, 480),
});

/** Environment of the sweep function, which looks every minute for families who wait too long. */
export const SweepEnv = z.object({
  TABLE_NAME: required,
  INBOUND_QUEUE_URL: url,
  STATUS_QUEUE_URL: url,
  DISTRICT_FILE: required,
});

/** Environment of the calendar function, which looks every hour at the calendars that staff follow. */
export const CalendarEnv = z.object({
  TABLE_NAME: required,
  STATUS_QUEUE_URL: url,
  DISTRICT_FILE: required,
});

const isTimeZone = (zone: string) => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
};
const timeZone = z.string().check(z.refine(isTimeZone, 'must be an IANA time zone like America/Chicago'));

/** Environment of the mail function, which takes what schools answer by e-mail. */
export const MailEnv = z.object({
  TABLE_NAME: required,
  INBOUND_QUEUE_URL: url,
  /** Where mails come in, and files are kept. */
  MAIL_BUCKET: required,
  MAIL_DOMAIN: domain,
  /** Of the schools: "back on Monday". */
  TIME_ZONE: timeZone,
  CONTENT_FOLDER: required,
  ...translation,
});

export type WebhookEnv = z.infer<typeof WebhookEnv>;
export type TurnEnv = z.infer<typeof TurnEnv>;
export type TrackEnv = z.infer<typeof TrackEnv>;
export type DeskEnv = z.infer<typeof DeskEnv>;
export type SweepEnv = z.infer<typeof SweepEnv>;
export type MailEnv = z.infer<typeof MailEnv>;
export type CalendarEnv = z.infer<typeof CalendarEnv>;

/** What a function's environment must hold, by the function's name. */
export const FUNCTION_ENVS = {
  webhook: WebhookEnv,
  turn: TurnEnv,
  track: TrackEnv,
  desk: DeskEnv,
  sweep: SweepEnv,
  mail: MailEnv,
  calendar: CalendarEnv,
} as const;
export type FunctionName = keyof typeof FUNCTION_ENVS;

const HHMM = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time like 08:05'));
const isoDate = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a date like 2026-12-03'));
const hours = z.object({
  days: z.array(z.int().check(z.gte(1), z.lte(7))).check(z.minLength(1)),
  open: HHMM,
  close: HHMM,
});
const step = z.strictObject({
  /** Who is told, as colleagues say it: "Front office". */
  name: required,
  emails: z._default(z.array(email), []),
  /** The name of a webhook among the secrets, to a channel of Slack or Teams. */
  webhook: z.optional(required),
});
/** Who answers families, and how soon. */
const staffing = z.strictObject({
  /** Minutes of office time within which a family hears from a person. */
  replyWithinMinutes: z.int().check(z.gte(5), z.lte(2880)),
  /** The first step is told of each new conversation, the next ones as long as nobody has answered in time. */
  ladder: z.array(step).check(z.minLength(1), z.maxLength(5)),
});
const facts = {
  schoolName: z.optional(required),
  officePhone: z.optional(required),
  officeHours: z.optional(hours),
  attendanceLine: z.optional(required),
  schoolHours: z.optional(hours),
  calendarLink: z.optional(url),
  closingsLink: z.optional(url),
  mealFormLink: z.optional(url),
  busDesk: z.optional(required),
  interpreterRequest: z.optional(required),
  welcomeCenter: z.optional(required),
  nursePhone: z.optional(required),
  familyLiaison: z.optional(required),
  gradesLink: z.optional(url),
  appName: z.optional(required),
  homelessLiaison: z.optional(required),
  specialEducation: z.optional(required),
  legalAid: z.optional(required),
  techHelp: z.optional(required),
  afterSchool: z.optional(required),
  conferenceDates: z.optional(z.array(isoDate)),
  /** Holidays and other days on which the office is closed. */
  closedDates: z.optional(z.array(isoDate)),
};
/** As U.S. schools count them: pre-kindergarten, kindergarten, 1 to 12; the same as GRADES of `core/directory.ts`. */
const grade = z.enum(['pk', 'k', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12']);
const day = z.strictObject({
  date: isoDate,
  kind: z.enum(['no_school', 'half_day']),
  name: z.optional(required),
  /** When a half day ends. */
  dismissal: z.optional(HHMM),
});
/** What a school has besides facts. Without days of its own the dates on which the office is closed are free. */
const school = z.strictObject({
  ...facts,
  schoolName: required,
  address: z.optional(required),
  grades: z.optional(z.array(grade)),
  days: z.optional(z.array(day)),
  staffing: z.optional(staffing),
});
/**
 * A district: its facts, its schools, and which of its WhatsApp numbers serves which schools. What staff change of a
 * school at the desk lies over it, in the table.
 */
export const District = z.strictObject({
  name: required,
  timeZone,
  ...facts,
  staffing,
  /** By an id of one's own: letters, digits and . _ : @ - */
  schools: z.record(z.string().check(z.regex(/^[\w.:@-]{1,120}$/, 'must be an id like riverbend-high')), school),
  /** By WhatsApp's phone number id. A number of one school speaks for that school. */
  numbers: z.record(
    z.string().check(z.regex(/^\d{5,20}$/, 'must be a phone number id of WhatsApp: digits only')),
    z.strictObject({ schools: z.array(required).check(z.minLength(1)) }),
  ),
});
export type District = z.infer<typeof District>;

/** The secrets of a deployment, one JSON object in Secrets Manager. */
export const Secrets = z.object({
  /** One or two app secrets of the Meta app: the current one, and the previous one during a rotation. */
  appSecrets: z.array(required).check(z.minLength(1), z.maxLength(2)),
  verifyToken: required,
  accessToken: required,
  /** Keys the contact ids. Never change it: every contact would become a stranger. */
  identityKey: z.string().check(z.minLength(16)),
  /** Incoming webhooks of Slack or Teams, by the names that the district's ladders use. */
  noticeWebhooks: z.optional(z.record(z.string(), z.string().check(z.regex(/^https?:\/\//)))),
});
export type Secrets = z.infer<typeof Secrets>;

/**
 * Checks settings against their schema.
 * @param what what is being checked, for the sentence: "the environment of the turn function"
 * @throws ConfigError naming the first setting that is wrong. It never repeats the value.
 */
export const parseSettings = <Schema extends z.core.$ZodType>(
  schema: Schema,
  value: unknown,
  what: string,
): z.output<Schema> => {
  // The issue's input tells missing from wrong; it goes no further than this function.
  const result = z.safeParse(schema, value, { reportInput: true });
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const path = issue?.path.join('.') || 'it';
  const isMissing = issue !== undefined && issue.input === undefined;
  throw new ConfigError(
    isMissing
      ? `${path} is missing in ${what}; set it.`
      : `${path} is wrong in ${what}: ${issue?.message ?? 'not valid'}.`,
  );
};
