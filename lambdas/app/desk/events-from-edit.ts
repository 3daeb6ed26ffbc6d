import { given } from '#app/given.ts';
import { TimesError } from '#app/opportunities/occurrences.ts';
import { eventProblems } from '#contract/event-problems.ts';
import type { EventEdit } from '#contract/events-api.ts';
import { schoolId } from '#core/directory.ts';
import { LANGS } from '#core/language.ts';
import type { Opportunity, OpportunityId, OpportunityText } from '#core/opportunities/opportunity.ts';
import { DeskError } from './desk-error.ts';
import { editedOccurrences, momentAt, ruleOf } from './events-times.ts';

const textsOf = ({ texts }: EventEdit): Opportunity['texts'] =>
  Object.fromEntries(
    LANGS.flatMap((lang): [string, OpportunityText][] => {
      const text = texts[lang];
      if (!text) return [];
      const { title, about, bring, by } = text;
      return [[lang, { title, ...given({ about, bring }), by }]];
    }),
  );

/** Whose times are a calendar's are changed there: the next look at it would undo what is changed here. */
const timesOf = (edit: EventEdit, before: Opportunity | undefined, now: number) => {
  if (before?.source.kind === 'feed') {
    const { timeZone, occurrences, repeats, isAllDay } = before;
    return { timeZone, occurrences, ...given({ repeats, isAllDay }) };
  }
  const isAllDay = edit.isAllDay || undefined;
  const occurrences = editedOccurrences(edit, before, now);
  return { timeZone: edit.timeZone, occurrences, ...given({ repeats: ruleOf(edit), isAllDay }) };
};

const placeOf = ({ place }: EventEdit) => place && { name: place.name, ...given({ address: place.address }) };
const contactOf = ({ contact }: EventEdit) => contact && { name: contact.name, ...given({ phone: contact.phone }) };

const optional = (edit: EventEdit) => {
  const { link, isOnline, ages, cost, childcare, food, interpreterOnRequest, ride, noIdAsked, capacity } = edit;
  const rsvpBy = edit.rsvpBy === undefined ? undefined : momentAt(edit.rsvpBy, edit.timeZone);
  return given({
    ...{ link, isOnline, ages, cost, childcare, food, interpreterOnRequest, ride, noIdAsked, capacity, rsvpBy },
    ...{ place: placeOf(edit), contact: contactOf(edit) },
  });
};

/** What of an event comes from the form; the rest says who it is and how it stands. */
export interface EditedAs extends Pick<Opportunity, 'id' | 'version' | 'status' | 'source'> {
  readonly id: OpportunityId;
  readonly checked?: Opportunity['checked'] | undefined;
}

/**
 * An event as it is after the form was filled in.
 * @throws DeskError where something in it is not right, with a sentence that says what to do
 */
export const eventFromEdit = (
  edit: EventEdit,
  { checked, ...as }: EditedAs,
  before: Opportunity | undefined,
  now: number,
): Opportunity => {
  const [problem] = Object.values(eventProblems(edit));
  if (problem !== undefined) throw new DeskError('bad_request', problem);
  const { form, category, grades, languages, audience, interpreters, takesRsvp } = edit;
  try {
    return {
      ...as,
      ...{ form, category, grades, languages, audience, interpreters, takesRsvp },
      texts: textsOf(edit),
      schools: edit.schools.map(schoolId),
      ...timesOf(edit, before, now),
      ...optional(edit),
      ...given({ checked }),
    };
  } catch (error) {
    if (error instanceof TimesError) throw new DeskError('bad_request', error.message);
    throw error;
  }
};
