import type { StaffMember } from '../../../lambdas/app/desk/ports.ts';
import { escapeHtml } from '../../../lambdas/app/escape-html.ts';
import type { Role } from '../../../lambdas/core/handoff.ts';
import { plainPage } from '../plain-page.ts';

const MAY: Readonly<Record<Role, string>> = {
  agent: 'answers families',
  lead: 'answers families, takes over from colleagues, reads the record',
  admin: 'answers families, takes over, reads the record, names staff',
  editor: 'improves what Homeroom says',
};

const choice = ({ id, name, title, role, schools }: StaffMember): string => `<li>
<button name="staff" value="${escapeHtml(id)}">
<strong>${escapeHtml(name)}, ${escapeHtml(title)}</strong>
<span class="soft">${MAY[role]}; ${schools.length} ${schools.length === 1 ? 'school' : 'schools'}</span>
</button>
</li>`;

/** Who are you? One button for each member of staff; it posts their id back to the page's own address. */
export const choicePage = (staff: readonly StaffMember[]): string =>
  plainPage(
    'Demo login',
    `<h1>Demo login: choose who you are</h1>
<p class="soft">For this machine only: nobody is asked for a password. Where Homeroom is deployed, staff sign in with Amazon Cognito.</p>
<form method="post"><ul>${staff.map(choice).join('\n')}</ul></form>`,
  );

/** A sentence, and the way back to the desk. */
export const sentencePage = (title: string, sentence: string, deskUrl: string): string =>
  plainPage(
    title,
    `<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(sentence)}</p>
<p><a href="${escapeHtml(deskUrl)}">Go to the desk</a></p>`,
  );
