/** Requests of families, for tests. */
import type { StoredRequest } from '#app/ports.ts';
import { personId, schoolId } from '#core/directory.ts';
import { type ContactId, numberId } from '#core/ids.ts';
import { requestId } from '#core/request.ts';
import { NOW } from './stored.ts';

/** An absence that a family of the demo reports to its school's office. */
export const requestOf = (contact: ContactId, parts: Partial<StoredRequest> = {}): StoredRequest => ({
  id: requestId(5, NOW),
  kind: 'absence',
  state: 'sending',
  school: schoolId('riverbend-high'),
  to: {
    person: personId('p-alvarez'),
    name: 'Ms. Alvarez',
    role: 'attendance',
    email: 'alvarez@high.riverbend.example.org',
  },
  lang: 'es',
  at: NOW,
  details: { child: { name: 'Juan', grade: '3' }, days: ['2026-11-24'], reason: 'ill' },
  reminders: 0,
  contact,
  number: numberId('100000000000001'),
  turn: 5,
  ...parts,
});
