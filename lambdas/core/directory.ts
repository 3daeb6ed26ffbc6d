import type { DistrictFacts } from './facts.ts';
import type { Lang } from './language.ts';

/** A school of the district, by the id that the district file gives it. */
export type SchoolId = string & { readonly __brand: 'SchoolId' };
export const schoolId = (value: string): SchoolId => value as SchoolId;
/** A person whom families can reach at a school. Not the same as a login: most of them never see the desk. */
export type PersonId = string & { readonly __brand: 'PersonId' };
export const personId = (value: string): PersonId => value as PersonId;

/** Grades as U.S. schools count them: pre-kindergarten, kindergarten, 1 to 12. */
export const GRADES = ['pk', 'k', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12'] as const;
export type Grade = (typeof GRADES)[number];

/** What somebody does at a school, as far as families have to do with it. */
export const PERSON_ROLES = [
  'teacher',
  'office',
  'attendance',
  'nurse',
  'counselor',
  'liaison',
  'special_education',
  'bus',
  'cafeteria',
  'principal',
  'records',
  'interpreter',
] as const;
export type PersonRole = (typeof PERSON_ROLES)[number];

/** How somebody likes to be reached. */
export const REACHED_BY = ['email', 'phone', 'in_person', 'app'] as const;
export type ReachedBy = (typeof REACHED_BY)[number];

/** Somebody whom families can reach. Addresses are for Homeroom: families are given phones, never an e-mail address. */
export interface SchoolPerson {
  readonly id: PersonId;
  /** As families and colleagues say it: "Ms. Alvarez". */
  readonly name: string;
  readonly role: PersonRole;
  /** What they do, in English, where the role does not say it: "Grade 3 teacher". */
  readonly title?: string;
  readonly schools: readonly SchoolId[];
  /** Whom they teach or look after; empty = everybody. */
  readonly grades: readonly Grade[];
  readonly room?: string;
  /** Languages that they speak besides English, as English names or codes. */
  readonly languages: readonly string[];
  readonly email?: string;
  readonly phone?: string;
  readonly reachedBy: ReachedBy;
  /** When they can be reached, in English: "Mon-Fri 2:45 to 3:30 p.m." */
  readonly hours?: string;
  /** Whether they still work there: whoever has left is never written to. */
  readonly isActive: boolean;
}

/** A day on which school is otherwise than usual. */
export interface SchoolDay {
  /** ISO date, in the district's time zone. */
  readonly date: string;
  readonly kind: 'no_school' | 'half_day';
  /** In English, for staff: "Thanksgiving". */
  readonly name?: string;
  /** When a half day ends, `HH:MM`. */
  readonly dismissal?: string;
}

/** What is different today and was not planned: snow, heat, a broken pipe. Set by one switch at the desk. */
export interface Closure {
  readonly kind: 'closed' | 'late_start' | 'early_dismissal' | 'online';
  /** ISO dates, both included. */
  readonly from: string;
  readonly to: string;
  /** When it starts late or ends early, `HH:MM`. */
  readonly at?: string;
}

/** A school as families have to do with it. */
export interface School {
  readonly id: SchoolId;
  readonly name: string;
  /** The district's facts, with the school's own over them. */
  readonly facts: DistrictFacts;
  readonly address?: string;
  readonly grades: readonly Grade[];
  readonly days: readonly SchoolDay[];
  readonly closure?: Closure;
}

/** The schools behind one of our numbers, and the people there. */
export interface Directory {
  readonly schools: readonly School[];
  readonly people: readonly SchoolPerson[];
}

/** A child as far as a family has told: never more than a first name or nickname, and where it goes to school. */
export interface Child {
  /** Unique in its family: `c1`, `c2` … never used again. */
  readonly id: string;
  readonly name: string;
  readonly school?: SchoolId;
  readonly grade?: Grade;
  readonly teacher?: PersonId;
}

/** In what language somebody wants an interpreter; `dialect` in the family's own words. */
export interface InterpreterWish {
  readonly lang: Lang | 'other';
  readonly dialect?: string;
}
