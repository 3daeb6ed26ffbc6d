/** The state file: read once, written whole and atomically shortly after each change. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { demoPhones } from './phones.ts';
import { World } from './world.ts';

/** Changes within this time are written together. A killed process loses at most this much. */
const WRITE_DELAY_MS = 50;

export interface WorldFile {
  readonly world: World;
  /** Notes that the world has changed. */
  changed(): void;
  /** Writes now what waits to be written. */
  close(): void;
}

const parse = (text: string): World | undefined => {
  try {
    return World.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
};

const read = (path: string): World | undefined => {
  if (!existsSync(path)) return undefined;
  const world = parse(readFileSync(path, 'utf8'));
  if (!world) throw new Error(`${path} holds no chats that can be read: delete it to start afresh.`);
  return world;
};

const write = (path: string, world: World) => {
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}.tmp`;
  writeFileSync(draft, JSON.stringify(world));
  renameSync(draft, path);
};

/** @param path where to keep the world; without it the world lives as long as the process. */
export const openWorldFile = (path: string | undefined): WorldFile => {
  const world: World = (path && read(path)) || {
    ...{ version: 1, phones: demoPhones() },
    ...{ pending: [], files: [], templates: [] },
  };
  let timer: NodeJS.Timeout | undefined;
  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    if (path) write(path, world);
  };
  return {
    world,
    changed() {
      timer ??= setTimeout(flush, WRITE_DELAY_MS);
    },
    close() {
      if (timer) flush();
    },
  };
};
