import type { HandoffView, Me } from '#contract/desk-api.ts';

/** A handoff as the API tells it; what a test does not name is usual. */
export const handoffView = (given: Partial<HandoffView> = {}): HandoffView => ({
  contact: 'c1',
  id: '1.a',
  schools: ['lincoln'],
  status: 'open',
  reason: 'asked',
  isUrgent: false,
  lang: 'es',
  openedAt: 1000,
  version: 1,
  changedAt: 1000,
  ...given,
});

export const RIVERA = { id: 'rivera', name: 'Ms. Rivera', title: 'front office' };
export const LEE = { id: 'lee', name: 'Mr. Lee', title: 'liaison' };

/** Ms. Rivera at her desk. */
export const me = (role: Me['person']['role'] = 'agent'): Me => ({
  person: { ...RIVERA, role, schools: ['lincoln'], isActive: true },
  schools: [{ id: 'lincoln', name: 'Lincoln Elementary' }],
  languages: [
    { lang: 'es', name: 'Spanish', autonym: 'Español', dir: 'ltr', policy: 'free' },
    { lang: 'ar', name: 'Arabic', autonym: 'العربية', dir: 'rtl', policy: 'check' },
  ],
  translation: 'machine',
  timeZone: 'America/Chicago',
  idleMinutes: 15,
  topics: [],
  colleagues: [LEE],
});
