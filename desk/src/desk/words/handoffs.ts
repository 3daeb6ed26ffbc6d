/** Handoffs in the words of staff. */
import type { HandoffView } from '#contract/desk-api.ts';
import type { Danger } from '#core/content.ts';
import type { HandoffReason, Refusal } from '#core/handoff.ts';

const REASONS: Readonly<Record<HandoffReason, string>> = {
  asked: 'Asked for a person',
  not_understood: 'Not understood',
  danger: 'May be in danger',
  out_of_date: 'Answer is out of date',
  pace: 'Wrote very much',
  bounced: 'Mail to the school did not arrive',
  unanswered: 'School has not answered',
  away: 'Colleague is away',
  mail: 'Mail from the school to pass on',
  interpreter: 'Interpreter not confirmed',
};

export const DANGER_NAMES: Readonly<Record<Danger, string>> = {
  'medical-emergency': 'Medical emergency',
  violence: 'Violence',
  'self-harm': 'Self-harm',
  'missing-child': 'Missing child',
  abuse: 'Abuse',
  'immigration-enforcement': 'Immigration enforcement',
  'no-food-or-shelter': 'No food or shelter',
};

/** What whoever takes it does first. */
export const DANGER_STEPS: Readonly<Record<Danger, string>> = {
  'medical-emergency': 'If somebody may be hurt now, call 911. Then tell the nurse and follow the school’s protocol.',
  violence: 'If anybody may be in danger now, call 911. Then tell the principal and follow the school’s protocol.',
  'self-harm':
    'If it may happen now, call 911; 988 advises at any hour. Bring in a counselor now; do not leave it for later.',
  'missing-child': 'Call 911 and tell the principal at once. Then ask the family where the child was last seen.',
  abuse:
    'If there is danger now, call 911. School staff must report what they suspect; follow the protocol, do not investigate.',
  'immigration-enforcement':
    'Follow the district’s protocol and tell the principal. Do not ask about anybody’s status, and do not write it down.',
  'no-food-or-shelter': 'Tell the liaison for families without a home today. For danger tonight, call 911 or 211.',
};

/** The code by which colleagues can speak of a family: it tells nothing about them. */
export const familyCode = (contact: string): string => `Family ${contact.slice(0, 4).toUpperCase()}`;

/** Why somebody is wanted: "May be in danger: self-harm". */
export const reasonOf = ({ reason, danger }: Pick<HandoffView, 'reason' | 'danger'>): string =>
  danger ? `${REASONS[reason]}: ${DANGER_NAMES[danger].toLowerCase()}` : REASONS[reason];

const STATUSES: Readonly<Record<HandoffView['status'], string>> = {
  open: 'Nobody has it',
  claimed: 'Taken',
  resolved: 'Resolved',
};

/** Who has it: "You have it", "Mr. Lee has it", "Nobody has it". */
export const ownerOf = ({ status, owner }: Pick<HandoffView, 'status' | 'owner'>, me: string): string => {
  if (!owner) return STATUSES[status];
  return owner.id === me ? 'You have it' : `${owner.name} has it`;
};

/** What a person is told whose action was not done. */
export const refusalOf = (why: Refusal | undefined, { owner }: Pick<HandoffView, 'owner'>): string => {
  switch (why) {
    case 'owned':
      return owner ? `${owner.name} has it.` : 'A colleague has it.';
    case 'not_owner':
      return owner ? `${owner.name} has it; it is not yours.` : 'Claim it first: nobody has it.';
    case 'resolved':
      return 'It is resolved. Reopen it first.';
    case 'not_resolved':
      return 'It is not resolved.';
    case 'gone':
      return 'This conversation is not there any more.';
    case 'stopped':
      return 'The family has said STOP: nothing can be sent to them.';
    case undefined:
      return 'It was not done.';
  }
};
