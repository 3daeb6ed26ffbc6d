import type { SchoolEdit } from '#contract/district-api.ts';
import type { DistrictFacts } from '#core/facts.ts';

/** A school as the stage's file describes it. */
export interface BaseSchool {
  /** What staff may edit at the desk. */
  readonly edit: SchoolEdit;
  /** Facts of the school that only the file gives. */
  readonly facts: Partial<DistrictFacts>;
}

/** The district as the stage's file describes it: what a deployment begins with. */
export interface DistrictBase {
  readonly timeZone: string;
  readonly facts: DistrictFacts;
  readonly schools: Readonly<Record<string, BaseSchool>>;
}
