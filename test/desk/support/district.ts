import type { DirectoryPersonView, SchoolView } from '#contract/district-api.ts';

/** A school as the API tells it; what a test does not name is usual. */
export const school = (given: Partial<SchoolView> = {}): SchoolView => ({
  id: 'mill-creek',
  version: 1,
  name: 'Mill Creek Middle School',
  grades: ['6', '7', '8'],
  officePhone: '+1 312-555-0130',
  schoolHours: { days: [1, 2, 3, 4, 5], open: '08:10', close: '15:15' },
  days: [],
  ...given,
});

/** Somebody whom families can reach; what a test does not name is usual. */
export const contact = (given: Partial<DirectoryPersonView> = {}): DirectoryPersonView => ({
  id: 'p-1',
  version: 1,
  name: 'Ms. Alvarez',
  role: 'teacher',
  schools: ['mill-creek'],
  grades: ['6'],
  room: '12',
  languages: ['Spanish'],
  email: 'alvarez@riverbend.example.org',
  phone: '+1 312-555-0150',
  reachedBy: 'email',
  isActive: true,
  ...given,
});
