/** What is wrong with the form of an event, and what is sent of one that is right. Pure. */
import * as z from 'zod/mini';
import { eventProblems } from '#contract/event-problems.ts';
import { EventEdit } from '#contract/events-api.ts';
import { GRADES } from '#core/directory.ts';
import type { EventDraft, Said } from './event-draft.ts';
import { ruleOf } from './repeats.ts';
import { textProblems, textsOf } from './text-draft.ts';

/** By the name of the field; a sentence that says what to do. */
export type DraftProblems = Readonly<Record<string, string>>;

const LINK = /^https?:\/\/\S{1,300}$/;
const WHOLE = /^\d{1,6}$/;
const DOLLARS = /^\d{1,5}(?:\.\d{2})?$/;

const flag = <Name extends string>(name: Name, value: Said) => (value === 'unknown' ? {} : { [name]: value === 'yes' });
const wallTime = (day: string, time: string) => `${day}T${time}`;

/** A deadline has one moment, which the form asks for as its end. */
const timesOf = (draft: EventDraft) => {
  const { form, endDay, startDay, startTime, endTime, timeZone, repeats, until } = draft;
  const isDeadline = form === 'deadline';
  const isAllDay = !isDeadline && (draft.isAllDay || form === 'program');
  const end = wallTime(endDay, isAllDay ? '23:59' : endTime);
  const start = isDeadline ? end : wallTime(startDay, isAllDay ? '00:00' : startTime);
  const rule = form === 'event' ? ruleOf(draft, startDay) : undefined;
  return {
    ...{ start, end, timeZone: timeZone.trim(), isAllDay },
    ...(rule ? { repeats: rule } : {}),
    ...(rule && repeats !== 'none' && until !== '' ? { until } : {}),
  };
};

const costOf = ({ cost, amount }: EventDraft) => {
  if (cost === 'unknown') return {};
  if (cost === 'free') return { cost: { cents: 0, per: 'family' } };
  return { cost: { cents: Math.round(Number(amount) * 100), per: cost } };
};

const placeOf = ({ placeName, placeAddress }: EventDraft) => {
  const [name, address] = [placeName.trim(), placeAddress.trim()];
  return name === '' && address === '' ? {} : { place: { name: name || address, ...(address ? { address } : {}) } };
};

const contactOf = ({ contactName, contactPhone }: EventDraft) => {
  const [name, phone] = [contactName.trim(), contactPhone.trim()];
  return name === '' && phone === '' ? {} : { contact: { name: name || phone, ...(phone ? { phone } : {}) } };
};

const rsvpOf = ({ form, takesRsvp, capacity, rsvpByDay, rsvpByTime }: EventDraft) => {
  const takes = takesRsvp && form !== 'deadline';
  return {
    takesRsvp: takes,
    ...(takes && capacity.trim() !== '' ? { capacity: Number(capacity) } : {}),
    ...(form !== 'deadline' && rsvpByDay !== '' ? { rsvpBy: wallTime(rsvpByDay, rsvpByTime) } : {}),
  };
};

/** As it would be sent; what is wrong with it is told by `draftProblems`. */
const rawEdit = (draft: EventDraft): object => ({
  ...{ form: draft.form, category: draft.category, audience: draft.audience, texts: textsOf(draft.texts) },
  ...timesOf(draft),
  ...placeOf(draft),
  ...(draft.link.trim() ? { link: draft.link.trim() } : {}),
  ...flag('isOnline', draft.isOnline),
  schools: draft.isDistrict ? [] : draft.schools,
  grades: GRADES.filter((grade) => draft.grades.includes(grade)),
  ...(draft.agesFrom !== '' ? { ages: { from: Number(draft.agesFrom), to: Number(draft.agesTo || 99) } } : {}),
  ...{ languages: draft.languages, interpreters: draft.interpreters },
  ...costOf(draft),
  ...flag('childcare', draft.childcare),
  ...flag('food', draft.food),
  ...flag('ride', draft.ride),
  ...flag('noIdAsked', draft.noIdAsked),
  ...flag('interpreterOnRequest', draft.interpreterOnRequest),
  ...contactOf(draft),
  ...rsvpOf(draft),
});

const numberProblem = (value: string, most: number) =>
  value === '' || (WHOLE.test(value) && Number(value) <= most)
    ? undefined
    : `Enter a number up to ${most}, or nothing.`;

/** Of a table of problems those that there are. */
const those = (problems: Readonly<Record<string, string | false | undefined>>): DraftProblems =>
  Object.fromEntries(Object.entries(problems).flatMap(([name, words]) => (words ? [[name, words]] : [])));

const timeProblems = ({ form, isAllDay, startDay, startTime, endDay, endTime, ...draft }: EventDraft): DraftProblems =>
  those({
    startDay: form !== 'deadline' && startDay === '' && 'Enter the day.',
    startTime: form === 'event' && !isAllDay && startTime === '' && 'Enter the time.',
    endDay: endDay === '' && 'Enter the day.',
    endTime: form !== 'program' && !isAllDay && endTime === '' && 'Enter the time.',
    rsvpByTime: draft.rsvpByDay !== '' && draft.rsvpByTime === '' && 'Enter the time.',
  });

const isPaid = ({ cost }: EventDraft): boolean => cost === 'person' || cost === 'family';

const otherProblems = (draft: EventDraft): DraftProblems =>
  those({
    amount: isPaid(draft) && !DOLLARS.test(draft.amount.trim()) && 'Enter dollars, such as 5 or 2.50.',
    link: draft.link.trim() !== '' && !LINK.test(draft.link.trim()) && 'Enter an address that begins with https://.',
    schools: !draft.isDistrict && draft.schools.length === 0 && 'Choose at least one school.',
    agesFrom: numberProblem(draft.agesFrom, 99),
    agesTo: numberProblem(draft.agesTo, 99),
    capacity: draft.takesRsvp && numberProblem(draft.capacity, 100_000),
  });

/** Which field of the form shows a problem of what is sent. */
const SHOWN_AT: Readonly<Record<string, string>> = {
  ...{ start: 'startDay', end: 'endDay', ages: 'agesTo', rsvpBy: 'rsvpByDay' },
};

/** Everything that stands in the way of saving. */
export const draftProblems = (draft: EventDraft): DraftProblems => {
  const found = { ...textProblems(draft.texts), ...timeProblems(draft), ...otherProblems(draft) };
  if (Object.keys(found).length > 0) return found;
  const { data, error } = z.safeParse(EventEdit, rawEdit(draft));
  if (!data) {
    const [issue] = error.issues;
    const field = String(issue?.path[0] ?? 'startDay');
    return { [SHOWN_AT[field] ?? field]: `${issue?.message ?? 'Look at this again'}.` };
  }
  return Object.fromEntries(
    Object.entries(eventProblems(data)).flatMap(([field, words]) => (words ? [[SHOWN_AT[field] ?? field, words]] : [])),
  );
};

/** What is sent. @returns undefined of a draft with problems */
export const editOf = (draft: EventDraft): EventEdit | undefined =>
  Object.keys(draftProblems(draft)).length === 0 ? z.parse(EventEdit, rawEdit(draft)) : undefined;

/** Whether there is something to save. */
export const isChanged = (one: EventDraft, other: EventDraft): boolean => JSON.stringify(one) !== JSON.stringify(other);
