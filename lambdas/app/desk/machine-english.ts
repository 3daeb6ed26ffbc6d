import type { ThreadEntry } from '#contract/desk-api.ts';
import { type Lang, SOURCE_LANG } from '#core/language.ts';
import type { Translator } from './ports.ts';

/** Texts that are kept, the oldest forgotten first: a colleague who opens the same thread waits for nothing. */
const MOST_KEPT = 2000;
/** Asked for side by side: a page of a thread must not take all that the service gives in a second. */
const LANES = 6;
/** How long a thread waits for its English. What comes later is there the next time. */
const MOST_WAIT_MS = 3000;

/** English of families' words, by a machine, remembered while the function lives. */
export interface MachineEnglish {
  /** The entries with English beside what has none. Never throws: where the service fails they come as they are. */
  add(entries: readonly ThreadEntry[], langAt: (turn: number) => Lang): Promise<ThreadEntry[]>;
}

interface Wanted {
  readonly text: string;
  readonly from: Lang;
}

const wordsOf = (entry: ThreadEntry): string | undefined => {
  if (entry.kind === 'homeroom') return entry.english ? undefined : entry.text;
  if (entry.kind !== 'parent') return undefined;
  switch (entry.content.kind) {
    case 'text':
      return entry.content.text;
    case 'choice':
      return entry.content.title;
    case 'media':
      return entry.content.caption;
    default:
      return undefined;
  }
};

/** Words that a machine can make something of: letters, and not only numbers, emoji or an address. */
const isTranslatable = (text: string) => /\p{L}{2}/u.test(text.replace(/https?:\/\/\S+/g, ''));

const wantedOf = (entry: ThreadEntry, langAt: (turn: number) => Lang): Wanted | undefined => {
  const text = wordsOf(entry);
  const from = entry.kind === 'homeroom' ? entry.lang : langAt(entry.turn);
  return text === undefined || from === SOURCE_LANG || !isTranslatable(text) ? undefined : { text, from };
};

const keyOf = ({ text, from }: Wanted) => `${from} ${text}`;

/** @param wait comes back after so many milliseconds */
export const createMachineEnglish = (translator: Translator, wait: (ms: number) => Promise<void>): MachineEnglish => {
  const kept = new Map<string, string>();
  const keep = (key: string, english: string) => {
    kept.set(key, english);
    const [oldest] = kept.keys();
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  };

  /** One after the other; a service that fails once is not asked again for this thread. */
  const translateAll = async (missing: Wanted[]): Promise<void> => {
    let isDown = false;
    const lane = async () => {
      for (let one = missing.shift(); one && !isDown; one = missing.shift()) {
        try {
          keep(keyOf(one), await translator.translate(one.text, one.from, SOURCE_LANG));
        } catch {
          isDown = true;
        }
      }
    };
    await Promise.all(Array.from({ length: LANES }, lane));
  };

  return {
    add: async (entries, langAt) => {
      const wanted = entries.map((entry) => wantedOf(entry, langAt));
      // The newest first: they are what somebody has to answer.
      const missing = new Map(
        wanted.flatMap((one) => (one && !kept.has(keyOf(one)) ? [[keyOf(one), one] as const] : [])).reverse(),
      );
      if (missing.size > 0) await Promise.race([translateAll([...missing.values()]), wait(MOST_WAIT_MS)]);
      return entries.map((entry, at) => {
        const one = wanted[at];
        const text = one && kept.get(keyOf(one));
        const takes = entry.kind === 'parent' || entry.kind === 'homeroom';
        return text !== undefined && takes ? { ...entry, english: { text, by: 'machine' as const } } : entry;
      });
    },
  };
};
