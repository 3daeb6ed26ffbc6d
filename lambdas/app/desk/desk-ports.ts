import type { DistrictBase } from '#app/district/base.ts';
import type { Csv } from '#app/district/csv/ports.ts';
import type { KnownDistrict } from '#app/district/known-district.ts';
import type { DistrictStore } from '#app/district/ports.ts';
import type { MailStore } from '#app/mail/ports.ts';
import type { Calendars } from '#app/opportunities/import/calendar.ts';
import type { OpportunityStore, SeatStore } from '#app/opportunities/ports.ts';
import type { OutreachSettingsStore, OutreachStore, SurveyStore } from '#app/outreach/ports.ts';
import type { Clock, Log, Queues } from '#app/ports.ts';
import type { SavedReply } from '#contract/desk-api.ts';
import type { Content } from '#core/content.ts';
import type { DistrictFacts } from '#core/facts.ts';
import type { NumberId } from '#core/ids.ts';
import type { HandoffStore, MediaStore, StaffRecord, StaffStore, Translator } from './ports.ts';

/** What the desk knows of the district. */
export interface DeskDistrict {
  readonly timeZone: string;
  readonly schools: readonly { readonly id: string; readonly name: string }[];
  readonly numbers: readonly NumberId[];
  /** Ids of the schools that a number serves; none where it is not one of ours. */
  schoolsOf(number: NumberId): readonly string[];
  factsOf(number: NumberId): DistrictFacts;
  /** All that is known, as of the last `refresh`. */
  known(): KnownDistrict;
  /** Brings what colleagues have changed since. It never throws. */
  refresh(isExact?: boolean): Promise<void>;
  /** What the stage's file says, and where changes to it are kept. */
  readonly base: DistrictBase;
  readonly store: DistrictStore & OpportunityStore;
}

/** All that the API behind the desk needs. */
export interface DeskPorts {
  readonly clock: Clock;
  readonly log: Log;
  readonly handoffs: HandoffStore;
  readonly staff: StaffStore;
  readonly record: StaffRecord;
  readonly queues: Pick<Queues, 'sendContactEvents' | 'sendTrackEvents'>;
  readonly outreach: OutreachStore;
  readonly surveys: SurveyStore;
  readonly outreachSettings: OutreachSettingsStore;
  /** Who plans to come to what. */
  readonly seats: SeatStore;
  readonly media: MediaStore;
  /** Files that came with mails from schools; absent where no mail comes in. */
  readonly mailFiles?: Pick<MailStore, 'file'> | undefined;
  /** Absent where no translation service is configured. */
  readonly translator?: Translator;
  readonly content: Content;
  readonly district: DeskDistrict;
  readonly csv: Csv;
  /** Calendars that events come from. */
  readonly calendars: Calendars;
  readonly savedReplies: readonly SavedReply[];
  readonly idleMinutes: number;
  /** Comes back after so many milliseconds. */
  readonly wait: (ms: number) => Promise<void>;
}
