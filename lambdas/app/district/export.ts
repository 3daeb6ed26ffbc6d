import { writeDays } from './csv/days-table.ts';
import { writePeople } from './csv/people-table.ts';
import type { Csv } from './csv/ports.ts';
import { writeSchools } from './csv/schools-table.ts';
import type { KnownDistrict } from './known-district.ts';
import { writeOrgs, writeUsers } from './oneroster/write.ts';

/** A file to be saved. */
export interface ExportedFile {
  readonly name: string;
  readonly text: string;
}

const WRITERS: Readonly<Record<string, (csv: Csv, known: KnownDistrict) => string>> = {
  'csv people': (csv, { people }) => writePeople(csv, people),
  'csv schools': (csv, { schools }) => writeSchools(csv, schools),
  'csv days': (csv, { schools }) => writeDays(csv, schools),
  'oneroster users': writeUsers,
  'oneroster orgs': writeOrgs,
};

/**
 * What is known as a table, which an import takes back as it is.
 * @returns undefined where there is no such table
 */
export const exportTable = (csv: Csv, known: KnownDistrict, format: string, file: string): ExportedFile | undefined => {
  const key = `${format} ${file}`;
  const write = Object.hasOwn(WRITERS, key) ? WRITERS[key] : undefined;
  return write && { name: `${file}.csv`, text: write(csv, known) };
};
