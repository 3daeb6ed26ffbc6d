import type { Content } from '#core/content.ts';
import type { Directory } from '#core/directory.ts';
import type { DistrictFacts } from '#core/facts.ts';
import type { OfficeTime } from '#core/handoff.ts';
import type { NumberId } from '#core/ids.ts';
import type { ComingUp } from '#core/opportunities/coming-up.ts';
import type { Understand } from '#core/understanding/understanding.ts';
import type { DeliverPorts } from './deliver.ts';
import type { Translator } from './desk/ports.ts';

/** What a turn needs besides ports: the content and what is known of the district. */
export interface TurnWorld {
  readonly content: Content;
  readonly understand: Understand;
  readonly timeZone: string;
  readonly servesDrafts: boolean;
  /** How long turns are kept, in days: a family may ask. */
  readonly turnDays: number;
  factsOf(number: NumberId): DistrictFacts;
  /** The schools behind a number, and the people there. */
  directoryOf(number: NumberId): Directory;
  /** What is coming up at the schools behind a number. */
  comingUpOf(number: NumberId): ComingUp;
  /** Brings what staff have changed since; the functions above and below then tell it. Absent where nothing changes. */
  refresh?(): Promise<void>;
  /** What is known of the office behind a number at a time. */
  officeAt(number: NumberId, now: number): OfficeTime;
}

export type TurnPorts = DeliverPorts & {
  readonly world: TurnWorld;
  /** Absent where no translation service is configured. */
  readonly translator?: Translator | undefined;
};
