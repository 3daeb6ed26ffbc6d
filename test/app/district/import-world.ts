import { createCsv } from '#adapters/csv/csv.ts';
import { createMemoryDistrictStore } from '#adapters/memory/memory-district-store.ts';
import type { DistrictBase } from '#app/district/base.ts';
import { exportTable } from '#app/district/export.ts';
import { applyImport, previewImport } from '#app/district/import/apply.ts';
import type { ImportRights } from '#app/district/import/resolve-schools.ts';
import { knownDistrict } from '#app/district/known-district.ts';
import type { DistrictStore } from '#app/district/ports.ts';
import type { ImportReport } from '#contract/district-api.ts';

/** Two schools, of which the file says a little. */
const BASE: DistrictBase = {
  timeZone: 'America/Chicago',
  facts: { districtName: 'Riverbend' },
  schools: {
    high: {
      edit: { name: 'Riverbend High', grades: ['9'], days: [{ date: '2026-11-26', kind: 'no_school' }] },
      facts: {},
    },
    low: { edit: { name: 'Cottonwood', grades: ['k', '1'], days: [] }, facts: {} },
  },
};

const EVERYTHING: ImportRights = { mayChange: () => true, mayAddSchools: true };

const csv = createCsv();
const filesOf = (files: Readonly<Record<string, string>>) =>
  Object.entries(files).map(([name, text]) => ({ name, text }));

const startOfTime = (): number => 0;

/** A district into which tests import; `files` are texts by name. */
export const createImportWorld = (store: DistrictStore = createMemoryDistrictStore()) => {
  const known = async () => knownDistrict(BASE, await store.read());
  const FOREVER = Number.POSITIVE_INFINITY;
  return {
    ...{ store, known },
    preview: async (
      files: Readonly<Record<string, string>>,
      { removesMissing = false, rights = EVERYTHING } = {},
    ): Promise<ImportReport> =>
      previewImport({ csv }, await known(), { files: filesOf(files), removesMissing }, rights),
    apply: (
      files: Readonly<Record<string, string>>,
      { removesMissing = false, rights = EVERYTHING, deadline = FOREVER, now = startOfTime } = {},
    ): Promise<ImportReport> =>
      applyImport({ csv, store, base: BASE, now }, { files: filesOf(files), removesMissing }, rights, deadline),
    exported: async (format: string, file: string): Promise<string> => {
      const table = exportTable(csv, await known(), format, file);
      if (!table) throw new Error('there is no such table');
      return table.text;
    },
    person: async (id: string) => (await known()).people.find((one) => one.id === id),
    school: async (id: string) => (await known()).schools.find((one) => one.id === id),
  };
};

/** Problems as `file:row:column message`. */
export const problemsOf = ({ problems }: ImportReport): string[] =>
  problems.map(({ file, row = '', column = '', message }) => `${file}:${row}:${column} ${message}`);
