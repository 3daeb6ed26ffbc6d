import { given } from '#app/given.ts';
import { occurrencesOf } from '#app/opportunities/occurrences.ts';
import type { EventEdit } from '#contract/events-api.ts';
import type { Occurrence, Opportunity } from '#core/opportunities/opportunity.ts';
import { clockOf, momentOf } from '#core/when.ts';

const DAY_MS = 86_400_000;
/** A time that is moved further than this is another one. */
const MOST_MOVED_MS = 4 * DAY_MS;
const MOST = 150;
const UNTIL = /;?UNTIL=(\d{4})(\d{2})(\d{2})[^;]*/;

/** `2026-12-03T18:00`, as clocks of the zone show it. */
export const wallTimeOf = (at: number, timeZone: string): string => {
  const { date, time } = clockOf(at, timeZone);
  return `${date}T${time}`;
};

/** The moment of a wall time. */
export const momentAt = (wallTime: string, timeZone: string): number =>
  momentOf(wallTime.slice(0, 10), wallTime.slice(11, 16), timeZone);

type EditedTimes = Pick<EventEdit, 'start' | 'end' | 'isAllDay' | 'timeZone' | 'repeats' | 'until'>;
type EditedForm = EditedTimes & Pick<EventEdit, 'form'>;

/** The rule with its last day, as it is stored. */
export const ruleOf = ({ repeats, until }: Pick<EventEdit, 'repeats' | 'until'>): string | undefined => {
  const rule = repeats?.replace(UNTIL, '');
  return rule && until ? `${rule};UNTIL=${until.replaceAll('-', '')}` : rule;
};

/** The times of an event as the form has them. Where some are cancelled, it begins with the first that is not. */
export const editedTimes = ({ occurrences, timeZone, repeats, isAllDay = false }: Opportunity): EditedTimes => {
  const first = occurrences.find(({ isCancelled }) => !isCancelled) ?? occurrences[0] ?? { startsAt: 0, endsAt: 0 };
  const [, year, month, day] = UNTIL.exec(repeats ?? '') ?? [];
  const rule = repeats?.replace(UNTIL, '');
  return {
    ...{ timeZone, isAllDay, start: wallTimeOf(first.startsAt, timeZone), end: wallTimeOf(first.endsAt, timeZone) },
    ...(rule ? { repeats: rule } : {}),
    ...(rule && year ? { until: `${year}-${month}-${day}` } : {}),
  };
};

/**
 * What a new time was before, so that families who said yes to it stay on its list: the same moment, else the same
 * day, else the nearest that is not another time of the new ones.
 */
const pairUp = (before: readonly Occurrence[], made: readonly Occurrence[]): Map<Occurrence, Occurrence> => {
  const pairs = new Map<Occurrence, Occurrence>();
  const free = new Set(before);
  const pair = (isIt: (old: Occurrence, one: Occurrence) => boolean) => {
    for (const one of made) {
      if (pairs.has(one)) continue;
      const old = [...free].find((candidate) => isIt(candidate, one));
      if (!old) continue;
      pairs.set(one, old);
      free.delete(old);
    }
  };
  pair((old, one) => old.startsAt === one.startsAt);
  pair((old, one) => old.key.slice(0, 10) === one.key.slice(0, 10));
  const isOnly = before.length === 1 && made.length === 1;
  pair((old, one) => isOnly || Math.abs(old.startsAt - one.startsAt) < MOST_MOVED_MS);
  return pairs;
};

/** A key that no other time of the event has: a time that was moved away keeps the name of where it was. */
const freeKey = (key: string, taken: ReadonlySet<string>, nr = 2): string => {
  if (!taken.has(key)) return key;
  const other = `${key}-${nr}`;
  return taken.has(other) ? freeKey(key, taken, nr + 1) : other;
};

const madeTimes = ({ start, end, repeats, until, timeZone, isAllDay, form }: EditedForm, now: number) => {
  const today = clockOf(now, timeZone).date;
  const isOver = until !== undefined && until < today;
  const written = (wallTime: string) => (isAllDay ? wallTime.slice(0, 10) : wallTime);
  const times = { timeZone, isAllDay, form, start: written(start), end: written(end) };
  const rule = repeats?.replace(UNTIL, '');
  if (!rule) return occurrencesOf(times);
  // What repeats goes on from today, however long ago it began.
  return occurrencesOf({ ...times, repeats: rule, ...given({ until, from: isOver ? undefined : today }) });
};

/**
 * All times of an event after its times were edited. A time that is only moved keeps its key, and so its list of
 * families; one to come that is no more is kept as cancelled, so that those who planned for it are told.
 * @throws TimesError with a sentence for a person
 */
export const editedOccurrences = (edit: EditedForm, before: Opportunity | undefined, now: number): Occurrence[] => {
  const made = madeTimes(edit, now);
  const known = before?.occurrences ?? [];
  const coming = known.filter(({ endsAt }) => endsAt > now);
  const pairs = pairUp(coming, made);
  const kept = new Set(pairs.values());
  const dropped = coming.filter((one) => !kept.has(one)).map((one) => ({ ...one, isCancelled: true }));
  const taken = new Set(coming.map(({ key }) => key));
  const current = made.map((one) => {
    const old = pairs.get(one);
    const key = old?.key ?? freeKey(one.key, taken);
    taken.add(key);
    return { ...one, key, ...(old?.isCancelled ? { isCancelled: true } : {}) };
  });
  return [...current, ...dropped].sort((one, other) => one.startsAt - other.startsAt).slice(0, MOST);
};
