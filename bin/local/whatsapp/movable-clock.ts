/** The machine's clock: real time, plus what the page has moved it by. The offset survives a restart. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

export interface MovableClock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Moves the clock forward by `ms`. */
  move(ms: number): void;
}

const readOffset = (file: string): number => {
  try {
    const offset = Number(readFileSync(file, 'utf8'));
    return Number.isFinite(offset) ? offset : 0;
  } catch {
    return 0;
  }
};

/** @param file where the offset is kept, in milliseconds; without it the clock starts at real time */
export const createMovableClock = (file?: string): MovableClock => {
  let offsetMs = file ? readOffset(file) : 0;
  return {
    now: () => Date.now() + offsetMs,
    move(ms) {
      offsetMs += ms;
      if (!file) return;
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, String(offsetMs));
    },
  };
};
