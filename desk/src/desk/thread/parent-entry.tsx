import type { Me, ThreadEntry } from '#contract/desk-api.ts';
import { Icon } from '../frame/icons.tsx';
import { FamilyText } from '../words/family-text.tsx';
import { SOURCES } from '../words/messages.ts';
import { Beside } from './beside.tsx';
import { EntryFrame } from './entry-frame.tsx';
import { Media } from './media.tsx';

type Parent = Extract<ThreadEntry, { kind: 'parent' }>;

interface ParentEntryProps {
  readonly entry: Parent;
  readonly language: Me['languages'][number];
  readonly contact: string;
}

const OTHERS = { location: 'Shared a place', contacts: 'Shared a contact', form: 'Filled in a form' } as const;

const Words = ({ entry: { content, turn, index }, language, contact }: ParentEntryProps) => {
  switch (content.kind) {
    case 'text':
      return <FamilyText text={content.text} lang={language.lang} />;
    case 'choice':
      return (
        <p className="entry-choice">
          <span className="hint">Tapped: </span>
          <FamilyText text={content.title} lang={language.lang} isInline />
        </p>
      );
    case 'media':
      return (
        <>
          <Media content={content} path={`/media/${encodeURIComponent(contact)}/${turn}/${index}`} />
          {content.caption !== undefined && <FamilyText text={content.caption} lang={language.lang} />}
        </>
      );
    case 'location':
    case 'contacts':
    case 'form':
      return (
        <p className="entry-other">
          <Icon name={content.kind === 'location' ? 'pin' : 'person'} />
          {OTHERS[content.kind]}
        </p>
      );
    default:
      return content satisfies never;
  }
};

/** What the family wrote, tapped or sent. */
export const ParentEntry = ({ entry, language, contact }: ParentEntryProps) => {
  const { english, topic, at } = entry;
  return (
    <EntryFrame
      kind="parent"
      icon="person"
      who="Family"
      at={at}
      marks={topic && <span className="entry-mark">Homeroom took it for: {topic.title}</span>}
    >
      <Beside
        original={<Words entry={entry} language={language} contact={contact} />}
        {...(english && language.lang !== 'en'
          ? { english: <FamilyText text={english.text} lang="en" />, source: SOURCES[english.by] }
          : {})}
      />
    </EntryFrame>
  );
};
