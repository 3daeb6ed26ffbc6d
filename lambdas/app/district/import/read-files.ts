import { readDays } from '#app/district/csv/days-table.ts';
import { readPeople } from '#app/district/csv/people-table.ts';
import type { Csv } from '#app/district/csv/ports.ts';
import { readSchools } from '#app/district/csv/schools-table.ts';
import type { Problems } from '#app/district/csv/sheet.ts';
import type { KnownDistrict } from '#app/district/known-district.ts';
import { knownOrgs, readOrgs } from '#app/district/oneroster/orgs.ts';
import { readRoles } from '#app/district/oneroster/roles.ts';
import { taughtGrades } from '#app/district/oneroster/taught-grades.ts';
import { readUsers } from '#app/district/oneroster/users.ts';
import type { ImportFile } from '#contract/district-api.ts';
import type { ImportRows } from './rows.ts';

const HOMEROOM: readonly string[] = ['schools.csv', 'people.csv', 'days.csv'];
const ONEROSTER: readonly string[] = [
  'orgs.csv',
  'users.csv',
  'roles.csv',
  'classes.csv',
  'courses.csv',
  'enrollments.csv',
];
/** Files of a OneRoster export that hold nothing for Homeroom, or what it must not know. They are not read. */
const PASSED_OVER: readonly string[] = [
  'manifest.csv',
  'academicsessions.csv',
  'demographics.csv',
  'userprofiles.csv',
  'userresources.csv',
  'classresources.csv',
  'courseresources.csv',
  'resources.csv',
  'lineitems.csv',
  'results.csv',
  'categories.csv',
];

const nameOf = ({ name }: ImportFile) => name.toLowerCase();

const checkNames = (files: readonly ImportFile[], own: readonly string[], problems: Problems): void => {
  const seen = new Set<string>();
  for (const file of files) {
    const name = nameOf(file);
    if (seen.has(name)) problems.push({ file: file.name, message: 'This file is there twice. Send it once.' });
    seen.add(name);
    if (own.includes(name) || PASSED_OVER.includes(name)) continue;
    const message = `Homeroom does not know this file. Name it ${HOMEROOM.join(', ')} or as OneRoster does (${ONEROSTER.join(', ')}).`;
    problems.push({ file: file.name, message });
  }
};

/** Reads the files of an import, in Homeroom's own tables or in OneRoster's. What is wrong goes to `problems`. */
export const readFiles = (
  csv: Csv,
  files: readonly ImportFile[],
  known: KnownDistrict,
  problems: Problems,
): ImportRows => {
  const named = (name: string) => files.find((file) => nameOf(file) === name);
  if (!files.some((file) => ONEROSTER.includes(nameOf(file)))) {
    checkNames(files, HOMEROOM, problems);
    const [schools, people, days] = HOMEROOM.map(named);
    return {
      format: 'homeroom',
      schools: schools ? readSchools(csv, schools, problems) : [],
      people: people ? readPeople(csv, people, problems) : [],
      days: days ? readDays(csv, days, problems) : [],
    };
  }
  checkNames(files, ONEROSTER, problems);
  const [orgsFile, users, rolesFile] = ['orgs.csv', 'users.csv', 'roles.csv'].map(named);
  const orgs = orgsFile ? readOrgs(csv, orgsFile, known.schools, problems) : knownOrgs(known.schools);
  const roles = rolesFile ? readRoles(csv, rolesFile, problems) : new Map();
  const [classes, courses, enrollments] = ['classes.csv', 'courses.csv', 'enrollments.csv'].map(named);
  const taught = taughtGrades(csv, { classes, courses, enrollments }, problems);
  return {
    format: 'oneroster',
    schools: orgs.rows,
    people: users ? readUsers(csv, users, { orgs, roles, taught }, problems) : [],
    days: [],
  };
};
