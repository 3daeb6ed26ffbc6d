import { googleCalendarLink } from '../opportunities/calendar-link.ts';
import type { OccurrenceRef } from '../opportunities/opportunity.ts';
import type { StepInput, StepResult } from '../steps/step.ts';
import { answered, askedAbout, instead } from './answer-plan.ts';
import { icsOf } from './ics.ts';
import { isCancelled, whereOf } from './occasion.ts';

const FILE_NAME = 'calendar.ics';
const MIME_TYPE = 'text/calendar';

/** "Put in my calendar": a file for every calendar; where it cannot be sent, an address for Google's. */
export const calendarFile = (input: StepInput, ref: OccurrenceRef): StepResult => {
  const asked = askedAbout(input, ref);
  if (!asked || isCancelled(asked.occasion)) return instead(input, asked?.occasion);
  const { said, occasion, title } = asked;
  const { opportunity, occurrence } = occasion;
  const where = whereOf(occasion, said);
  const link = googleCalendarLink({
    title,
    startsAt: occurrence.startsAt,
    endsAt: occurrence.endsAt,
    timeZone: opportunity.timeZone,
    ...(opportunity.isAllDay ? { isAllDay: true } : {}),
    ...(where ? { where } : {}),
  });
  const result = answered(input, 'calendar', said.says('calendarFile', { title }), []);
  const text = icsOf(occasion, said, input.context.now);
  const document = { fileName: FILE_NAME, mimeType: MIME_TYPE, text, instead: link };
  return { ...result, replies: result.replies.map((reply) => ({ ...reply, document })) };
};
