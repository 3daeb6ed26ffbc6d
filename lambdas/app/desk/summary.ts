import type { StoredHandoff } from '#app/ports.ts';
import type { Summary } from '#contract/desk-api.ts';
import type { NumberId } from '#core/ids.ts';
import { checkRight, numbersOf } from './access.ts';
import type { DeskPorts } from './desk-ports.ts';
import type { StaffMember } from './ports.ts';
import { MOST_QUESTIONS } from './questions.ts';
import { summarise } from './summarise.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
/** Far above what one number sees in a month; the figures of a number with more are those of the first ones. */
const MOST_HANDOFFS = 5000;

/** Everybody who waits, also whose handoff has not changed in these days. */
const allWaiting = async ({ handoffs }: DeskPorts, number: NumberId): Promise<readonly StoredHandoff[]> => {
  const found: StoredHandoff[] = [];
  let cursor: string | undefined;
  do {
    const page = await handoffs.waiting(number, MOST_HANDOFFS, cursor);
    found.push(...page.items);
    ({ cursor } = page);
  } while (cursor !== undefined && found.length < MOST_HANDOFFS);
  return found;
};

const handoffsOf = async (ports: DeskPorts, number: NumberId, since: number) => {
  const [waiting, changed] = await Promise.all([
    allWaiting(ports, number),
    ports.handoffs.changedSince(number, since, MOST_HANDOFFS),
  ]);
  return [...changed, ...waiting];
};

/** Each handoff once, as it was last changed. */
const onceEach = (handoffs: readonly StoredHandoff[]): readonly StoredHandoff[] => {
  const byKey = new Map<string, StoredHandoff>();
  for (const handoff of handoffs) {
    const key = `${handoff.contact} ${handoff.id}`;
    if ((byKey.get(key)?.turn ?? 0) <= handoff.turn) byKey.set(key, handoff);
  }
  return [...byKey.values()];
};

/** The figures of the last days, of the schools of somebody. */
export const readSummary = async (ports: DeskPorts, person: StaffMember, days: number): Promise<Summary> => {
  checkRight(person, 'figures');
  const { clock, district, content, handoffs } = ports;
  const now = clock.now();
  // The first of the days may be longer than 24 hours.
  const since = now - days * DAY_MS - HOUR_MS;
  const numbers = numbersOf(district, person);
  const [lists, questions] = await Promise.all([
    Promise.all(numbers.map((number) => handoffsOf(ports, number, since))),
    Promise.all(numbers.map((number) => handoffs.questions(number, now - days * DAY_MS, MOST_QUESTIONS))),
  ]);
  return summarise({
    handoffs: onceEach(lists.flat()),
    ...{ now, days, content, timeZone: district.timeZone },
    schoolsOf: ({ number }) => district.schoolsOf(number).filter((school) => person.schools.includes(school)),
    unanswered: questions.flat().length,
  });
};
