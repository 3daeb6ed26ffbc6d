/** Lines of a transcript that say what staff do at the desk, and what came of it. */
import type { StaffMember } from '../../lambdas/app/desk/ports.ts';
import type { Turn } from '../../lambdas/app/ports.ts';
import type { StaffAction } from '../../lambdas/core/handoff.ts';
import { isLang } from '../../lambdas/core/language.ts';
import { demoStaff } from './demo-staff.ts';

export interface StaffLine {
  readonly by: StaffMember;
  readonly action: StaffAction;
}

const STAFF = demoStaff([]);
const NAMES = STAFF.map((person) => [person.name.replace(/^\S+ /, '').toLowerCase(), person] as const);
const named = (name: string): StaffMember | undefined => NAMES.find(([known]) => known === name)?.[1];

const actionOf = (what: string, rest: string): StaffAction | undefined => {
  switch (what) {
    case 'claims':
      return { kind: 'claim' };
    case 'releases':
      return { kind: 'release' };
    case 'resolves':
      return { kind: 'resolve' };
    case 'reopens':
      return { kind: 'reopen' };
    case 'notes':
      return { kind: 'note', text: rest };
    case 'assigns': {
      const to = named(rest);
      return to && { kind: 'assign', to };
    }
    case 'answers': {
      const [, translation, lang = 'en', text = rest] =
        /^\((saved|none|machine|checked) (\w+)\) (.*)$/.exec(rest) ?? [];
      if (!isLang(lang)) return undefined;
      const how = translation as 'saved' | 'none' | 'machine' | 'checked' | undefined;
      return { kind: 'reply', original: text, text, lang, translation: how ?? 'same' };
    }
    default:
      return undefined;
  }
};

/**
 * What `@ rivera claims`, `@ rivera answers (saved es) …`, `@ haile assigns whitfield` and the like mean.
 * Undefined where it means nothing.
 */
export const staffLineOf = (line: string): StaffLine | undefined => {
  const [, name = '', what = '', rest = ''] = /^@ (\w+) (\w+) ?(.*)$/.exec(line) ?? [];
  const by = named(name);
  const action = actionOf(what, rest);
  return by && action ? { by, action } : undefined;
};

/** What became of an action: `= done`, or why it was refused. */
export const outcomeLine = (turn: Turn | undefined): string => {
  const handoff = turn?.conversation.handoff;
  const last = handoff && handoff.status !== 'none' ? handoff.actions.at(-1) : undefined;
  return last?.refused === undefined ? '= done' : `= refused: ${last.refused}`;
};
