import type { Content } from '../content.ts';
import type { Child, Directory, SchoolPerson } from '../directory.ts';
import type { Lang } from '../language.ts';
import { type Draft, type FlowState, SLOTS, type Slot } from './flow.ts';

/** What a text is read with. */
export interface FillContext {
  readonly content: Content;
  /** The languages that the text may be in, the likeliest first. */
  readonly langs: readonly Lang[];
  /** The ISO date of today at the school. */
  readonly today: string;
  readonly directory: Directory;
  readonly children: readonly Child[];
  /** The text begins the flow: in a question anything may stand, and a name is taken only where it is sure. */
  readonly isStart?: boolean;
}

/** What only the family can say. */
export interface OpenQuestion {
  /** Days, or times, of which only the family knows which one it means. */
  readonly unsure?: { readonly slot: 'days' | 'time'; readonly options: readonly string[] };
  /** Several people have the name that was written. */
  readonly sameName?: readonly SchoolPerson[];
  /** Several children of the family have the name that was written, or several of them were written. */
  readonly which?: readonly Child[];
  /** Two children whom we do not know were written: they stand in the draft. */
  readonly isTwo?: boolean;
}

/** What of a text was taken, and what is left open in it. */
export interface Filled {
  readonly draft: Draft;
  /** The slots that the text spoke of, whether or not it said something new. */
  readonly heard: readonly Slot[];
  readonly open: OpenQuestion;
  /** What none of it was. */
  readonly rest: string;
}

/** A text half read: what is left of it, and what was found. */
export interface TextReading extends Filled {
  /** The text as it was written. */
  readonly whole: string;
  /** The text without the grade, and with its days and times. */
  readonly named?: string;
  /** People whose names stand in the text, and what it is without them. */
  readonly people?: { readonly named: readonly SchoolPerson[]; readonly without: string };
}

/** Reads one thing out of a text. */
export type FillStep = (reading: TextReading, flow: FlowState, context: FillContext) => TextReading;

/** Whether a flow of this kind asks for a slot at all. */
export const needs = ({ kind }: FlowState, slot: Slot): boolean => (SLOTS[kind] as readonly string[]).includes(slot);
