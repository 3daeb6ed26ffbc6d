import type { Content } from '#core/content.ts';
import type { DistrictFacts } from '#core/facts.ts';
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
}

export type TurnPorts = DeliverPorts & { readonly world: TurnWorld };
