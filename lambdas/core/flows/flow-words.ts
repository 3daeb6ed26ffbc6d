import type { Grade, PersonRole } from '../directory.ts';
import { LETTER_PARTS, REASONS, REQUEST_KINDS, SUBJECTS } from '../request.ts';

/** Roles that families can ask for, in the order in which they are offered. */
export const ASKED_ROLES = [
  'bus',
  'cafeteria',
  'nurse',
  'special_education',
  'counselor',
  'records',
  'attendance',
  'liaison',
  'office',
] as const satisfies readonly PersonRole[];
export type AskedRole = (typeof ASKED_ROLES)[number];

/** The questions of a flow, besides the parts of the letter. */
const ASKS = [
  'child',
  'whichChild',
  'whichOfTwo',
  'grade',
  'school',
  'schoolOnly',
  'oneChild',
  'to',
  'toUnknown',
  'days',
  'daysUnsure',
  'daysNoSchool',
  'time',
  'timeUnsure',
  'reason',
  'subject',
  'times',
  'words',
  'problem',
  'interpreterFor',
  'interpreterLang',
  'change',
  'again',
  'person',
] as const;

/** The sections of a language's `flows.yaml` and what stands in each. */
export const FLOW_SECTIONS = {
  titles: REQUEST_KINDS,
  starts: [...REQUEST_KINDS, 'who'],
  offers: REQUEST_KINDS,
  examples: ['child', 'childDay', 'childTime', 'childTeacher', 'day', 'time', 'times'],
  asks: [...ASKS, ...LETTER_PARTS],
  choices: [
    'send',
    'change',
    'cancel',
    'resume',
    'skip',
    'today',
    'tomorrow',
    'otherDay',
    'otherChild',
    'office',
    'noInterpreter',
    'morning',
    'noon',
    'afternoon',
    'evening',
  ],
  reasons: REASONS,
  subjects: SUBJECTS,
  labels: [
    'to',
    'school',
    'child',
    'grade',
    'days',
    'time',
    'times',
    'reason',
    'subject',
    'words',
    'interpreter',
    ...LETTER_PARTS,
    'phone',
    'hours',
    'room',
    'speaks',
  ],
  grades: ['pk', 'k', 'number'],
  says: [
    'begun',
    'review',
    'reviewEnd',
    'wordsStay',
    'wordsInEnglish',
    'wordsBack',
    'wordsChanged',
    'receipt',
    'receiptAbsence',
    'fever',
    'cancelled',
    'nothingToSend',
    'noMail',
    'callNumber',
    'sayThis',
    'who',
    'whoIs',
    'nobody',
    'answered',
    'answeredSoon',
    'attachment',
    'refused',
    'bounced',
    'away',
    'awayUntil',
    'unanswered',
    'interpreterConfirmed',
    'childKept',
    'childForgotten',
    'closedToday',
    'closedOn',
    'lateStart',
    'earlyEnd',
    'online',
    'noSchoolToday',
    'halfDayToday',
    'weekendToday',
    'openToday',
  ],
  who: ASKED_ROLES,
  sounds: REQUEST_KINDS,
} as const;

/** What is listened for: whole messages first, then words found inside a message. */
export const FLOW_LISTENS = {
  whole: ['cancel', 'change', 'send', 'skip', 'resume', 'office', 'another'],
  inside: [
    'forgetChild',
    ...['ill', 'appointment', 'family', 'religious', 'transport'],
    /** Before a child's name: "my son", "her name is". */
    ...['kin', 'named'],
    /** What tells two tasks of one topic apart. */
    ...['early', 'late', 'meeting'],
  ],
} as const;

type Texts<Section extends keyof typeof FLOW_SECTIONS> = Readonly<
  Record<(typeof FLOW_SECTIONS)[Section][number], string>
>;
type Whole = (typeof FLOW_LISTENS)['whole'][number];
type Inside = (typeof FLOW_LISTENS)['inside'][number];

/** All that is said and listened for in the flows, in one language. `{name}` in a text is filled by the code. */
export type FlowWords = { readonly [Section in keyof typeof FLOW_SECTIONS]: Texts<Section> } & {
  readonly listens: Readonly<Record<Whole | Inside, readonly string[]>>;
};

/** A text with its `{fields}` filled. */
export const filled = (text: string, fields: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => (Object.hasOwn(fields, name) ? (fields[name] ?? whole) : whole));

/** A grade in words of the language. */
export const gradeInWords = ({ grades }: FlowWords, grade: Grade): string =>
  grade === 'pk' || grade === 'k' ? grades[grade] : filled(grades.number, { number: grade });
