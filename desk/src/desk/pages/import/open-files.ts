/** What is chosen, as files with bytes: zip archives are opened, and of them only the tables that are imported. */
import { type UnzipFileInfo, unzipSync } from 'fflate';
import { FileTrouble } from './decode-text.ts';
import { baseName, type TableName, tableOf } from './tables.ts';

/** What is needed of a browser's `File`. */
export interface ChosenFile {
  readonly name: string;
  readonly size: number;
  arrayBuffer(): Promise<ArrayBuffer>;
}

export interface OpenedTable {
  readonly table: TableName;
  readonly bytes: Uint8Array;
}

interface Opened {
  readonly tables: readonly OpenedTable[];
  /** Names of what was not read. */
  readonly ignored: readonly string[];
}

const MEGABYTE = 1024 * 1024;
/** A browser's tab must hold a file several times over. */
const MOST_FILE_MB = 100;
const MOST_TABLE_MB = 150;

const inMegabytes = (bytes: number): string => `${Math.round(bytes / MEGABYTE)} MB`;

const checkSize = ({ name, size }: ChosenFile): void => {
  if (size <= MOST_FILE_MB * MEGABYTE) return;
  throw new FileTrouble(
    `${name} has ${inMegabytes(size)}, and at most ${MOST_FILE_MB} MB can be read here. Export fewer schools at a time, or only the tables named below.`,
  );
};

/** What the Finder puts into archives beside the files. */
const isHidden = (path: string): boolean => path.startsWith('__MACOSX/') || baseName(path).startsWith('.');

const openZip = (bytes: Uint8Array, name: string): Opened => {
  const ignored: string[] = [];
  const wants = (file: UnzipFileInfo): boolean => {
    if (file.name.endsWith('/') || isHidden(file.name)) return false;
    if (!tableOf(file.name)) {
      ignored.push(baseName(file.name));
      return false;
    }
    if (file.originalSize <= MOST_TABLE_MB * MEGABYTE) return true;
    throw new FileTrouble(
      `${baseName(file.name)} in ${name} has ${inMegabytes(file.originalSize)}, and at most ${MOST_TABLE_MB} MB can be read here. Export fewer schools at a time.`,
    );
  };
  try {
    const tables = Object.entries(unzipSync(bytes, { filter: wants })).flatMap(([path, content]) => {
      const table = tableOf(path);
      return table ? [{ table, bytes: content }] : [];
    });
    return { tables, ignored };
  } catch (error) {
    if (error instanceof FileTrouble) throw error;
    throw new FileTrouble(`${name} cannot be opened: it is broken, or locked with a password. Export it once more.`, {
      cause: error,
    });
  }
};

const openOne = async (file: ChosenFile): Promise<Opened> => {
  const table = tableOf(file.name);
  if (table) return { tables: [{ table, bytes: new Uint8Array(await file.arrayBuffer()) }], ignored: [] };
  if (/\.zip$/i.test(file.name)) return openZip(new Uint8Array(await file.arrayBuffer()), file.name);
  return { tables: [], ignored: [file.name] };
};

/** @throws FileTrouble where a file is too large, or an archive cannot be opened */
export const openFiles = async (files: readonly ChosenFile[]): Promise<Opened> => {
  for (const file of files) checkSize(file);
  const opened = await Promise.all(files.map(openOne));
  return { tables: opened.flatMap(({ tables }) => tables), ignored: opened.flatMap(({ ignored }) => ignored) };
};
