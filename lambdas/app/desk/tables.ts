import { type ExportedFile, exportTable } from '#app/district/export.ts';
import { findPeople } from '#app/district/find-people.ts';
import { applyImport, previewImport } from '#app/district/import/apply.ts';
import type { ImportRights } from '#app/district/import/resolve-schools.ts';
import type { KnownDistrict } from '#app/district/known-district.ts';
import type { ImportReport, ImportRequest } from '#contract/district-api.ts';
import { checkRight } from './access.ts';
import { DeskError } from './desk-error.ts';
import type { DeskPorts } from './desk-ports.ts';
import type { StaffMember } from './ports.ts';
import { recordThat } from './record.ts';
import { whole } from './schools.ts';

/** An import's text, all files together: with its wrapping it must pass through the gateway and the function. */
const MOST_IMPORT_BYTES = 5 * 1024 * 1024;
/** The function may take 25 s; writing the last list that was begun takes its time too. */
const IMPORT_MS = 15_000;

const importRights = (person: StaffMember, { schools }: KnownDistrict): ImportRights => ({
  mayChange: (school) => person.schools.includes(school),
  mayAddSchools: schools.every(({ id }) => person.schools.includes(id)),
});

const checkSize = ({ files }: ImportRequest): void => {
  const bytes = files.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  if (bytes <= MOST_IMPORT_BYTES) return;
  throw new DeskError(
    'bad_request',
    'These files are too large: an import takes 5 MB in all. Split people.csv by school and send the parts one by one; of OneRoster leave out enrollments.csv.',
  );
};

/** What files would change. It writes nothing. */
export const previewFiles = async (
  { district, csv }: DeskPorts,
  person: StaffMember,
  request: ImportRequest,
): Promise<ImportReport> => {
  checkRight(person, 'district_import');
  checkSize(request);
  await district.refresh(true);
  const known = district.known();
  return previewImport({ csv }, known, request, importRights(person, known));
};

/** Does what files say, as far as the time allows; sent again, it goes on. */
export const importFiles = async (
  ports: DeskPorts,
  person: StaffMember,
  request: ImportRequest,
): Promise<ImportReport> => {
  checkRight(person, 'district_import');
  checkSize(request);
  const { district, csv, clock } = ports;
  await district.refresh(true);
  await recordThat(ports, person, 'people_imported');
  const rights = importRights(person, district.known());
  const { store, base } = district;
  const importing = applyImport({ csv, store, base, now: clock.now }, request, rights, clock.now() + IMPORT_MS);
  const report = await whole(importing);
  await district.refresh(true);
  return report;
};

/** What is known of somebody's schools, as a table to be saved. */
export const exportDistrict = async (
  ports: DeskPorts,
  person: StaffMember,
  { format, file }: { readonly format: string; readonly file: string },
): Promise<ExportedFile> => {
  checkRight(person, 'district_edit');
  const { district, csv } = ports;
  await district.refresh(true);
  const known = district.known();
  const own = {
    ...known,
    schools: known.schools.filter(({ id }) => person.schools.includes(id)),
    people: findPeople(known, new Set(person.schools), ''),
  };
  const exported = exportTable(csv, own, format, file);
  if (!exported) throw new DeskError('bad_request', 'There is no such table. Choose people, schools or days.');
  await recordThat(ports, person, 'district_exported');
  return exported;
};
