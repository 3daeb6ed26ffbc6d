import type { StaffMember } from '../../lambdas/app/desk/ports.ts';
import { staffId } from '../../lambdas/core/ids.ts';

/** The school that the secretary works at; the others work at all schools. */
const SECRETARYS_SCHOOL = 'riverbend-high';

/**
 * The made-up staff of the demo district: three who answer families, with a role each, and an editor of the content.
 * @param schools ids of all schools of the district
 */
export const demoStaff = (schools: readonly string[]): readonly StaffMember[] => [
  {
    id: staffId('demo-secretary'),
    name: 'Ms. Rivera',
    title: 'front office',
    email: 'rivera@riverbend.example.org',
    role: 'agent',
    schools: [SECRETARYS_SCHOOL],
    isActive: true,
  },
  {
    id: staffId('demo-liaison'),
    name: 'Mr. Haile',
    title: 'family liaison',
    email: 'haile@riverbend.example.org',
    role: 'lead',
    schools,
    isActive: true,
  },
  {
    id: staffId('demo-principal'),
    name: 'Dr. Whitfield',
    title: 'principal',
    email: 'whitfield@riverbend.example.org',
    role: 'admin',
    schools,
    isActive: true,
  },
  {
    id: staffId('demo-editor'),
    name: 'Ms. Okafor',
    title: 'content editor',
    email: 'okafor@riverbend.example.org',
    role: 'editor',
    schools,
    isActive: true,
  },
];
