import { closureProblem, schoolProblem } from '#app/district/check.ts';
import { tidySchool } from '#app/district/from-contract.ts';
import type { KnownSchool } from '#app/district/known-district.ts';
import { BrokenDistrictError, type SchoolPatch, saveSchool } from '#app/district/save.ts';
import type { Closure, DistrictView, SchoolEdit, SchoolView } from '#contract/district-api.ts';
import { type SchoolId, schoolId } from '#core/directory.ts';
import { FACT_NAMES, factInWords } from '#core/facts.ts';
import { SOURCE_LANG } from '#core/language.ts';
import { clockOf } from '#core/when.ts';
import { checkRight, hasRight } from './access.ts';
import { DeskError, notFound } from './desk-error.ts';
import type { DeskPorts } from './desk-ports.ts';
import type { StaffMember } from './ports.ts';
import { type Recorded, recordThat } from './record.ts';

const schoolView = ({ id, version, closure, edit }: KnownSchool): SchoolView => ({
  ...{ id, version, ...edit },
  ...(closure ? { closure } : {}),
});

/** What is not as the page saw it. */
export const stale = () =>
  new DeskError('conflict', 'Somebody changed this since you opened it. Load the page again, then make your change.');

/** Runs a change; what cannot be changed because a stored piece is broken is told in words. */
export const whole = async <Value>(change: Promise<Value>): Promise<Value> => {
  try {
    return await change;
  } catch (error) {
    if (!(error instanceof BrokenDistrictError)) throw error;
    throw new DeskError(
      'unavailable',
      'Nothing was changed: a part of what is stored of the district cannot be read. Tell whoever runs Homeroom.',
    );
  }
};

/** The schools of somebody, with all that was changed up to now. */
const ownSchools = async ({ district }: DeskPorts, person: StaffMember): Promise<readonly KnownSchool[]> => {
  await district.refresh(true);
  return district.known().schools.filter(({ id }) => person.schools.includes(id));
};

const ownSchool = async (ports: DeskPorts, person: StaffMember, id: SchoolId): Promise<KnownSchool> => {
  const school = (await ownSchools(ports, person)).find((one) => one.id === id);
  if (!school) throw notFound('school');
  return school;
};

/** The district as somebody sees it: what it gives itself, and their schools. */
export const readDistrict = async (ports: DeskPorts, person: StaffMember): Promise<DistrictView> => {
  checkRight(person, 'district');
  const schools = await ownSchools(ports, person);
  const { facts, timeZone } = ports.district.known();
  const inWords = FACT_NAMES.map((name) => [name, factInWords(facts, name, SOURCE_LANG)] as const);
  return {
    ...{ name: facts.districtName, timeZone },
    today: clockOf(ports.clock.now(), timeZone).date,
    schools: schools.map(schoolView),
    facts: Object.fromEntries(inWords.flatMap(([name, text]) => (text === undefined ? [] : [[name, text]]))),
    mayEdit: hasRight(person, 'district_edit'),
  };
};

const change = async (
  ports: DeskPorts,
  person: StaffMember,
  school: KnownSchool,
  { version, patch, what }: { readonly version: number; readonly patch: SchoolPatch; readonly what: Recorded },
): Promise<SchoolView> => {
  if (school.version !== version) throw stale();
  await recordThat(ports, person, what);
  const result = await whole(saveSchool(ports.district.store, school.id, version, patch));
  if (result === 'stale') throw stale();
  return schoolView(await ownSchool(ports, person, school.id));
};

/**
 * Changes what is known of a school.
 * @throws DeskError where somebody may not, where it was changed since, or where it is not right
 */
export const editSchool = async (
  ports: DeskPorts,
  person: StaffMember,
  id: string,
  { version, school: said }: { readonly version: number; readonly school: SchoolEdit },
): Promise<SchoolView> => {
  checkRight(person, 'district_edit');
  const school = await ownSchool(ports, person, schoolId(id));
  const edit = tidySchool(said);
  const problem = schoolProblem(edit);
  if (problem !== undefined) throw new DeskError('bad_request', problem);
  return await change(ports, person, school, { version, patch: { edit }, what: 'school_edited' });
};

/**
 * The switch: closes a school, or opens it again. Families are told otherwise from their next message on.
 * @throws DeskError where somebody may not, where it was changed since, or where it is not right
 */
export const closeSchool = async (
  ports: DeskPorts,
  person: StaffMember,
  id: string,
  { version, closure }: { readonly version: number; readonly closure: Closure | null },
): Promise<SchoolView> => {
  checkRight(person, 'district');
  const school = await ownSchool(ports, person, schoolId(id));
  const problem = closure ? closureProblem(closure) : undefined;
  if (problem !== undefined) throw new DeskError('bad_request', problem);
  const what = closure ? 'school_closed' : 'school_reopened';
  return await change(ports, person, school, { version, patch: { closure }, what });
};
