/** The groups that topics belong to, as the list of parents' questions has them. */
export const AREAS = [
  'enrollment',
  'attendance',
  'daily',
  'grades',
  'language',
  'special-education',
  'health',
  'meals',
  'transport',
  'discipline',
  'contact',
  'homework',
  'events',
  'programs',
  'well-being',
  'privacy',
] as const;

/** Where a true answer is decided. */
export const SCOPES = ['national', 'state', 'district'] as const;
