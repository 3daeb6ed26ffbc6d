/**
 * An import from the choice of files to its end. It stands outside of the page, so that somebody may look at other
 * pages meanwhile; what was imported when it stops stays imported.
 */
import { ImportReport } from '#contract/district-api.ts';
import type { Api } from '../../api/client.ts';
import { ApiError, sentenceOf } from '../../api/errors.ts';
import { FileTrouble } from './decode-text.ts';
import type { ChosenFile } from './open-files.ts';
import { filesOf, type ReadFiles, readFiles, withFileRows } from './read-files.ts';

export interface ImportState {
  readonly step: 'nothing' | 'reading' | 'refused' | 'checking' | 'checked' | 'importing' | 'stopped' | 'done';
  readonly files?: ReadFiles;
  readonly removesMissing: boolean;
  /** What the import would change. */
  readonly plan?: ImportReport;
  /** What it has changed so far. */
  readonly result?: ImportReport;
  /** Why it was refused or stopped. */
  readonly trouble?: string;
}

type Counted = ImportReport['people'];

const KINDS = ['schools', 'people', 'days'] as const;

const changesIn = ({ added, changed, removed }: Counted): number => added + changed + removed;

/** How many changes a report tells of. */
export const countChanges = (report: ImportReport): number =>
  KINDS.reduce((sum, kind) => sum + changesIn(report[kind]), 0);

const addCounts = (one: Counted, other: Counted): Counted => ({
  added: one.added + other.added,
  changed: one.changed + other.changed,
  removed: one.removed + other.removed,
  // To a later piece, what an earlier one has done looks as if it had always been so.
  same: one.same,
});

/** What two pieces, one after the other, have done together. */
const together = (before: ImportReport | undefined, piece: ImportReport): ImportReport =>
  before
    ? {
        ...piece,
        schools: addCounts(before.schools, piece.schools),
        people: addCounts(before.people, piece.people),
        days: addCounts(before.days, piece.days),
      }
    : piece;

/** A busy service, or a moment without connection, is tried again so often in a row. */
const MOST_TRIES = 4;
const PAUSE_MS = 1500;
const waitMs = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

export interface ImportJob {
  get(): ImportState;
  subscribe(listener: () => void): () => void;
  /** Reads files and has them checked; what was there before is forgotten. */
  choose(files: readonly ChosenFile[]): Promise<void>;
  /** Has the same files checked once more. @param removesMissing whether who is missing in them has left */
  check(removesMissing: boolean): Promise<void>;
  /** Imports what was checked, piece by piece; also goes on where it stopped. */
  run(): Promise<void>;
  /** Forgets the files. */
  clear(): void;
}

const NOTHING: ImportState = { step: 'nothing', removesMissing: false };

/** @param pause waits before another try */
export const createImportJob = (api: Pick<Api, 'post'>, pause: (ms: number) => Promise<void> = waitMs): ImportJob => {
  let state = NOTHING;
  const listeners = new Set<() => void>();
  const change = (next: ImportState) => {
    state = next;
    for (const listener of listeners) listener();
  };

  const ask = async (path: string, files: ReadFiles): Promise<ImportReport> => {
    const request = { files: filesOf(files), removesMissing: state.removesMissing };
    for (let attempt = 1; ; attempt += 1) {
      try {
        return withFileRows(await api.post(path, request, ImportReport), files);
      } catch (error) {
        const isPassing = error instanceof ApiError && error.isPassing;
        if (!isPassing || attempt === MOST_TRIES) throw error;
        await pause(PAUSE_MS * attempt);
      }
    }
  };

  const check = async (files: ReadFiles, removesMissing: boolean) => {
    change({ step: 'checking', files, removesMissing });
    const isStill = () => state.files === files && state.removesMissing === removesMissing;
    try {
      const plan = await ask('/directory/import/preview', files);
      if (isStill()) change({ step: 'checked', files, removesMissing, plan });
    } catch (error) {
      if (isStill()) change({ step: 'refused', files, removesMissing, trouble: sentenceOf(error) });
    }
  };

  return {
    get: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    choose: async (chosen) => {
      const reading: ImportState = { ...NOTHING, step: 'reading' };
      change(reading);
      // Lets the page say so before a large archive keeps it busy.
      await pause(0);
      try {
        const files = await readFiles(chosen);
        if (state === reading) await check(files, false);
      } catch (error) {
        const trouble = error instanceof FileTrouble ? error.message : sentenceOf(error);
        if (state === reading) change({ ...NOTHING, step: 'refused', trouble });
      }
    },
    check: async (removesMissing) => {
      if (state.files) await check(state.files, removesMissing);
    },
    run: async () => {
      const { files, step } = state;
      if (!files || step === 'importing') return;
      const { trouble: _, ...rest } = state;
      change({ ...rest, step: 'importing' });
      try {
        for (let isDone = false; !isDone; ) {
          const piece = await ask('/directory/import', files);
          isDone = piece.isDone;
          change({ ...state, step: isDone ? 'done' : 'importing', result: together(state.result, piece) });
        }
      } catch (error) {
        change({ ...state, step: 'stopped', trouble: sentenceOf(error) });
      }
    },
    clear: () => {
      if (state.step !== 'importing') change(NOTHING);
    },
  };
};
