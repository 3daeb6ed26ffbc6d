/** Lengths of time in words. Pure. */
const MINUTE_MS = 60_000;
const MINUTES_A_DAY = 24 * 60;

/** The two largest units, rounded. Less than half a minute, and what lies ahead by a clock that is slow, has none. */
const unitsOf = (ms: number): readonly (readonly [number, 'day' | 'hour' | 'minute'])[] => {
  const minutes = Math.max(0, Math.round(ms / MINUTE_MS));
  const hours = Math.round(minutes / 60);
  const units =
    minutes < MINUTES_A_DAY
      ? ([
          [Math.floor(minutes / 60), 'hour'],
          [minutes % 60, 'minute'],
        ] as const)
      : ([
          [Math.floor(hours / 24), 'day'],
          [hours % 24, 'hour'],
        ] as const);
  return units.filter(([count]) => count > 0);
};

/**
 * For a sentence: `2 hours 5 minutes`, `3 days`, `less than a minute`.
 *
 * @param ms milliseconds
 */
export const durationInWords = (ms: number): string =>
  unitsOf(ms)
    .map(([count, unit]) => `${count} ${unit}${count === 1 ? '' : 's'}`)
    .join(' ') || 'less than a minute';

const SHORT = { day: 'd', hour: 'h', minute: 'min' } as const;

/**
 * For a cell of a table: `2 h 5 min`, `3 d`, `< 1 min`. A line breaks between units only.
 *
 * @param ms milliseconds
 */
export const durationInShort = (ms: number): string =>
  unitsOf(ms)
    .map(([count, unit]) => `${count}\u00A0${SHORT[unit]}`)
    .join(' ') || '<\u00A01\u00A0min';
