import type { Seats } from '#app/opportunities/ports.ts';
import type { NumberId } from '#core/ids.ts';
import type { ComingUp } from '#core/opportunities/coming-up.ts';
import type { OutreachStore, SurveyStore } from './ports.ts';

/** What a turn needs for what families plan, follow and answer, besides their own conversation. */
export interface PlanPorts {
  readonly seats: Seats;
  readonly outreach: Pick<OutreachStore, 'saveOutreach' | 'dropOutreach'>;
  readonly surveys: Pick<SurveyStore, 'saveAnswers'>;
  /** What is coming up at the schools behind a number, as the turn knows it. */
  comingUpOf(number: NumberId): ComingUp;
}
