import type { Content } from '#core/content.ts';
import type { DistrictFacts } from '#core/facts.ts';
import type { OfficeTime } from '#core/handoff.ts';
import type { NumberId } from '#core/ids.ts';
import type { Understand } from '#core/understanding/understanding.ts';
import type { DeliverPorts } from './deliver.ts';

/** What a turn needs besides ports: the content and what is known of the district. */
export interface TurnWorld {
  readonly content: Content;
  readonly understand: Understand;
  readonly timeZone: string;
  readonly servesDrafts: boolean;
  factsOf(number: NumberId): DistrictFacts;
  /** What is known of the office behind a number at a time. */
  officeAt(number: NumberId, now: number): OfficeTime;
}

export type TurnPorts = DeliverPorts & { readonly world: TurnWorld };
