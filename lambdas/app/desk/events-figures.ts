import type { EventFigures, Shy } from '#contract/events-api.ts';
import { LANGS, type Lang } from '#core/language.ts';
import { OUTCOMES, type Seat } from '#core/opportunities/seats.ts';
import type { DeskPorts } from './desk-ports.ts';
import { eventFor } from './events-access.ts';
import type { StaffMember } from './ports.ts';

/** Of fewer families of a language than this the number is not told: at a school everybody knows who they are. */
const FEWEST = 5;

const isSmall = (count: number): boolean => count > 0 && count < FEWEST;

/** Counts by language as they may be seen. A single small one could be worked out of the sum: then the next is hidden too. */
const shyCounts = (counts: ReadonlyMap<Lang, number>): ReadonlyMap<Lang, Shy> => {
  const small = [...counts.values()].filter(isSmall).length;
  const large = [...counts].filter(([, count]) => count >= FEWEST).sort(([, one], [, other]) => one - other);
  const hidden = small === 1 ? large[0]?.[0] : undefined;
  const shown = ([lang, count]: readonly [Lang, number]): [Lang, Shy] => {
    if (isSmall(count)) return [lang, 'few'];
    return [lang, lang === hidden ? 'hidden' : count];
  };
  return new Map([...counts].map(shown));
};

const KINDS = {
  said: ({ state }: Seat) => state === 'yes',
  came: ({ cameAt }: Seat) => cameAt !== undefined,
  went: ({ outcome }: Seat) => outcome === 'went',
  couldNot: ({ outcome }: Seat) => outcome !== undefined && outcome !== 'went',
} as const;

/** What became of an event over all its times: who said yes, came, went, and why others could not. */
export const readEventFigures = async (ports: DeskPorts, person: StaffMember, id: string): Promise<EventFigures> => {
  const event = await eventFor(ports, person, id);
  const seats = (await ports.seats.seatsOf(event.id)).flatMap(({ list }) => list.seats);
  const langs = LANGS.filter((lang) => seats.some((seat) => seat.lang === lang && seat.state !== 'reminder'));
  const column = (isIt: (seat: Seat) => boolean) => {
    const counts = new Map(
      langs.map((lang) => [lang, seats.filter((seat) => seat.lang === lang && isIt(seat)).length]),
    );
    return { sum: seats.filter(isIt).length, shy: shyCounts(counts) };
  };
  const [said, came, went, couldNot] = [KINDS.said, KINDS.came, KINDS.went, KINDS.couldNot].map(column);
  const shyOf = (one: ReturnType<typeof column> | undefined, lang: Lang): Shy => one?.shy.get(lang) ?? 0;
  const reasons = OUTCOMES.filter((reason) => reason !== 'went').map((reason) => ({
    reason,
    count: seats.filter(({ outcome }) => outcome === reason).length,
  }));
  return {
    ...{ said: said?.sum ?? 0, came: came?.sum ?? 0, went: went?.sum ?? 0, couldNot: couldNot?.sum ?? 0 },
    reasons: reasons.filter(({ count }) => count > 0),
    byLanguage: langs.map((lang) => ({
      lang,
      ...{ said: shyOf(said, lang), came: shyOf(came, lang), went: shyOf(went, lang), couldNot: shyOf(couldNot, lang) },
    })),
  };
};
