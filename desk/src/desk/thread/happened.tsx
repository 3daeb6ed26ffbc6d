import type { ThreadEntry } from '#contract/desk-api.ts';
import { DANGERS, type Danger } from '#core/content.ts';
import { HANDOFF_REASONS, type HandoffReason } from '#core/handoff.ts';
import { useMe } from '../api/use-me.ts';
import { DANGER_NAMES, reasonOf } from '../words/handoffs.ts';
import { clockWords } from '../words/times.ts';

type Happening = Extract<ThreadEntry, { kind: 'happened' }>;

const isDanger = (detail: string | undefined): detail is Danger => DANGERS.some((danger) => danger === detail);
const isReason = (detail: string | undefined): detail is HandoffReason =>
  HANDOFF_REASONS.some((reason) => reason === detail);

const openedWords = (detail: string | undefined): string => {
  if (detail === 'asked') return 'The family asked for a person';
  if (isDanger(detail)) return `Staff were called: may be in danger, ${DANGER_NAMES[detail].toLowerCase()}`;
  return isReason(detail) ? `Staff were called: ${reasonOf({ reason: detail }).toLowerCase()}` : 'Staff were called';
};

const wordsOf = ({ what, detail }: Happening, by: string, to: string): string => {
  switch (what) {
    case 'opened':
      return openedWords(detail);
    case 'claimed':
      return `${by} took it`;
    case 'released':
      return `${by} released it`;
    case 'assigned':
      return by === to ? `${by} took it over` : `${by} gave it to ${to}`;
    case 'resolved':
      return `${by} resolved it`;
    case 'reopened':
      return `${by} reopened it`;
    case 'rated':
      return detail === 'good' ? 'The family said: this helped' : 'The family said: this did not help';
    case 'late':
      return 'Nobody answered in time; the next in line was told';
    default:
      return what satisfies never;
  }
};

/** Something that happened, as a thin line. */
export const Happened = ({ entry }: { entry: Happening }) => {
  const me = useMe();
  const nameOf = (person: Happening['by']): string => {
    if (!person) return 'Somebody';
    return person.id === me.person.id ? 'You' : person.name;
  };
  return (
    <p className="happened">
      <span>
        {wordsOf(entry, nameOf(entry.by), nameOf(entry.to))} · {clockWords(entry.at, me.timeZone)}
      </span>
    </p>
  );
};
