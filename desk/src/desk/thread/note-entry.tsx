import type { ThreadEntry } from '#contract/desk-api.ts';
import { FamilyText } from '../words/family-text.tsx';
import { EntryFrame } from './entry-frame.tsx';

/** What a colleague noted; it never reaches the family. */
export const NoteEntry = ({ entry: { by, text, at } }: { entry: Extract<ThreadEntry, { kind: 'note' }> }) => (
  <EntryFrame
    kind="note"
    icon="note"
    who={`Note by ${by.name}`}
    at={at}
    marks={<span className="badge badge-warn">Only staff see this</span>}
  >
    <FamilyText text={text} />
  </EntryFrame>
);
