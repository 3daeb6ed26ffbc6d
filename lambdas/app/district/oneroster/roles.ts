import type { Csv } from '#app/district/csv/ports.ts';
import { type Problems, readSheet } from '#app/district/csv/sheet.ts';
import type { ImportFile } from '#contract/district-api.ts';
import { isGone, staffRole } from './vocabulary.ts';

const COLUMNS = ['sourcedId', 'status', 'userSourcedId', 'roleType', 'role', 'orgSourcedId'] as const;

/** What a member of staff is, and at which orgs, the primary one first. */
export interface StaffRoles {
  readonly roles: readonly string[];
  readonly orgs: readonly string[];
}

/**
 * Reads `roles.csv` of OneRoster 1.2, by the user's id. Rows of students and guardians are passed over, and so is
 * what has ended.
 */
export const readRoles = (csv: Csv, file: ImportFile, problems: Problems): ReadonlyMap<string, StaffRoles> => {
  const required = ['userSourcedId', 'role', 'orgSourcedId'];
  const sheet = readSheet(csv, file, { columns: COLUMNS, required }, problems);
  const byUser = new Map<string, StaffRoles>();
  for (const row of sheet?.rows ?? []) {
    const role = row.text('role');
    if (!staffRole(role) || isGone(row.text('status'))) continue;
    const user = row.text('userSourcedId');
    const before = byUser.get(user) ?? { roles: [], orgs: [] };
    const org = row.text('orgSourcedId');
    const isPrimary = row.text('roleType').toLowerCase() === 'primary';
    byUser.set(
      user,
      isPrimary
        ? { roles: [role, ...before.roles], orgs: [org, ...before.orgs] }
        : { roles: [...before.roles, role], orgs: [...before.orgs, org] },
    );
  }
  return byUser;
};
