import { memo } from 'react';
import type { HandoffView, Me, ThreadEntry } from '#contract/desk-api.ts';
import { Happened } from './happened.tsx';
import { HomeroomEntry } from './homeroom-entry.tsx';
import { MailEntry } from './mail-entry.tsx';
import { NoteEntry } from './note-entry.tsx';
import { ParentEntry } from './parent-entry.tsx';
import { RequestEntry } from './request-entry.tsx';
import { StaffEntry } from './staff-entry.tsx';

interface EntryProps {
  readonly entry: ThreadEntry;
  /** The family's. */
  readonly language: Me['languages'][number];
  readonly handoff: Pick<HandoffView, 'contact' | 'id'>;
}

/** One thing that was said or happened. */
export const Entry = memo(({ entry, language, handoff }: EntryProps) => {
  switch (entry.kind) {
    case 'parent':
      return <ParentEntry entry={entry} language={language} contact={handoff.contact} />;
    case 'homeroom':
      return <HomeroomEntry entry={entry} />;
    case 'staff':
      return <StaffEntry entry={entry} />;
    case 'note':
      return <NoteEntry entry={entry} />;
    case 'mail':
      return <MailEntry entry={entry} contact={handoff.contact} />;
    case 'request':
      return <RequestEntry entry={entry} handoff={handoff} />;
    case 'happened':
      return <Happened entry={entry} />;
    default:
      return entry satisfies never;
  }
});
Entry.displayName = 'Entry';
