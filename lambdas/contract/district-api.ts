/**
 * What the desk asks about the district and what it is told: schools, days, closings, people, and their import and
 * export. Dates are ISO dates and times `HH:MM`, both of the district's time zone. Every error is an `ErrorBody`.
 */
import * as z from 'zod/mini';
import { GRADES, PERSON_ROLES, REACHED_BY } from '#core/directory.ts';

const id = z.string().check(z.regex(/^[\w.:@-]{1,120}$/, 'may hold letters, digits and . _ : @ - only'));
const date = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a date like 2026-12-03'));
const clock = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time like 08:05'));
const line = z.string().check(z.minLength(1), z.maxLength(200));
const link = z.string().check(z.regex(/^https?:\/\/\S{1,300}$/, 'must be a web address (https://)'));
const email = z
  .string()
  .check(z.maxLength(254), z.regex(/^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/, 'must be an e-mail address'));

const Hours = z.strictObject({
  /** ISO numbers of weekdays, 1 = Monday. */
  days: z.array(z.int().check(z.gte(1), z.lte(7))).check(z.minLength(1)),
  open: clock,
  close: clock,
});

/** What is different and was not planned. One switch: it changes what families are told at once. */
export const Closure = z.strictObject({
  kind: z.enum(['closed', 'late_start', 'early_dismissal', 'online']),
  from: date,
  to: date,
  at: z.optional(clock),
});
export type Closure = z.infer<typeof Closure>;

const SchoolDay = z.strictObject({
  date,
  kind: z.enum(['no_school', 'half_day']),
  name: z.optional(line),
  dismissal: z.optional(clock),
});

/** What staff may say of a school. What is left out is the district's, or is not known. */
export const SchoolEdit = z.strictObject({
  name: line,
  address: z.optional(line),
  grades: z.array(z.enum(GRADES)),
  officePhone: z.optional(line),
  officeHours: z.optional(Hours),
  attendanceLine: z.optional(line),
  schoolHours: z.optional(Hours),
  calendarLink: z.optional(link),
  closingsLink: z.optional(link),
  mealFormLink: z.optional(link),
  busDesk: z.optional(line),
  interpreterRequest: z.optional(line),
  welcomeCenter: z.optional(line),
  nursePhone: z.optional(line),
  familyLiaison: z.optional(line),
  appName: z.optional(line),
  conferenceDates: z.optional(z.array(date)),
  days: z.array(SchoolDay).check(z.maxLength(400)),
});
export type SchoolEdit = z.infer<typeof SchoolEdit>;

/** A school as the desk shows it; `version` comes back with a change, so that nobody overwrites a colleague's. */
export const SchoolView = z.object({ id, version: z.number(), closure: z.optional(Closure), ...SchoolEdit.shape });
export type SchoolView = z.infer<typeof SchoolView>;

/** A field that a school does not fill in itself says what the district gives instead. */
export const DistrictView = z.object({
  name: z.string(),
  timeZone: z.string(),
  today: date,
  schools: z.array(SchoolView),
  /** Facts of the district, by name, as families read them in English. */
  facts: z.record(z.string(), z.string()),
  mayEdit: z.boolean(),
});
export type DistrictView = z.infer<typeof DistrictView>;

export const SchoolChange = z.object({ version: z.number(), school: SchoolEdit });
export const ClosureChange = z.object({ version: z.number(), closure: z.nullable(Closure) });

/** Somebody whom families can reach at a school. */
export const DirectoryPerson = z.strictObject({
  name: line,
  role: z.enum(PERSON_ROLES),
  title: z.optional(line),
  schools: z.array(id).check(z.minLength(1)),
  grades: z.array(z.enum(GRADES)),
  room: z.optional(line),
  languages: z.array(line),
  email: z.optional(email),
  phone: z.optional(line),
  reachedBy: z.enum(REACHED_BY),
  hours: z.optional(line),
  isActive: z.boolean(),
});
export type DirectoryPerson = z.infer<typeof DirectoryPerson>;
export const DirectoryPersonView = z.object({ id, version: z.number(), ...DirectoryPerson.shape });
export type DirectoryPersonView = z.infer<typeof DirectoryPersonView>;
/** `version` 0 makes a new one. */
export const DirectoryPersonChange = z.object({ version: z.number(), person: DirectoryPerson });

/** A piece of the directory, by name; `total` counts all that fit the search. */
export const DirectoryPage = z.object({
  people: z.array(DirectoryPersonView),
  total: z.number(),
  cursor: z.optional(z.string()),
});
export type DirectoryPage = z.infer<typeof DirectoryPage>;

/**
 * What is imported: Homeroom's own tables (`schools.csv`, `people.csv`, `days.csv`), or those of a OneRoster 1.1 or 1.2
 * export (`orgs.csv`, `users.csv`, and where there are any `classes.csv`, `courses.csv`, `enrollments.csv`, `roles.csv`).
 */
export const ImportFile = z.object({ name: z.string().check(z.regex(/^[\w.-]{1,80}$/)), text: z.string() });
export type ImportFile = z.infer<typeof ImportFile>;
export const ImportRequest = z.object({
  files: z.array(ImportFile).check(z.minLength(1), z.maxLength(12)),
  /** Whether people of the same schools who do not stand in the files have left. */
  removesMissing: z.boolean(),
});
export type ImportRequest = z.infer<typeof ImportRequest>;

/** What is wrong in a file; `row` counts as a spreadsheet does, the line of names is 1. */
export const ImportProblem = z.object({
  file: z.string(),
  row: z.optional(z.number()),
  column: z.optional(z.string()),
  message: z.string(),
});
export type ImportProblem = z.infer<typeof ImportProblem>;

const Counted = z.object({ added: z.number(), changed: z.number(), removed: z.number(), same: z.number() });

/**
 * What an import would change, or what this one call has changed: where it takes several, their counts add up. Rows
 * with problems are left out, the others stand.
 */
export const ImportReport = z.object({
  format: z.enum(['homeroom', 'oneroster']),
  schools: Counted,
  people: Counted,
  days: Counted,
  /** Some of the changes, in words: "Ms. Alvarez: room 12 becomes 14". */
  examples: z.array(z.object({ kind: z.enum(['added', 'changed', 'removed']), text: z.string() })),
  problems: z.array(ImportProblem),
  /** Problems beyond those listed. */
  moreProblems: z.number(),
  /** False where a piece is left: send the same files again, what is done stays done. */
  isDone: z.boolean(),
});
export type ImportReport = z.infer<typeof ImportReport>;
