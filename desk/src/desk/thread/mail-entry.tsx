import type { ThreadEntry } from '#contract/desk-api.ts';
import { FamilyText } from '../words/family-text.tsx';
import { TRANSLATION_WORDS } from '../words/messages.ts';
import { Beside } from './beside.tsx';
import { EntryFrame } from './entry-frame.tsx';
import { Media } from './media.tsx';

const markOf = ({ isKnown, isPassedOn }: Extract<ThreadEntry, { kind: 'mail' }>): string | undefined => {
  if (!isKnown) return 'From another address: look before you pass it on';
  return isPassedOn ? undefined : 'The family has not read this: pass it on in your reply';
};

interface MailEntryProps {
  readonly entry: Extract<ThreadEntry, { kind: 'mail' }>;
  readonly contact: string;
}

/** What somebody at the school answered by e-mail: as it was written, and as the family reads it. */
export const MailEntry = ({ entry, contact }: MailEntryProps) => {
  const { turn, index, from, original, text, lang, translation, isPassedOn, attachments, at } = entry;
  const mark = markOf(entry);
  const isOther = isPassedOn && lang !== 'en';
  return (
    <EntryFrame
      kind="staff"
      icon="staff"
      who={`${from}, by e-mail`}
      at={at}
      {...(mark ? { marks: <span className="badge badge-warn">{mark}</span> } : {})}
    >
      <Beside
        original={<FamilyText text={isPassedOn ? text : original} lang={isPassedOn ? lang : 'en'} />}
        {...(isOther
          ? { english: <FamilyText text={original} lang="en" />, source: TRANSLATION_WORDS[translation] }
          : {})}
      />
      {attachments.length > 0 && (
        <ul className="attachments">
          {attachments.map(({ key, name, mimeType }, at) => (
            <li key={key}>
              <Media
                content={{ kind: 'media', media: 'document', mimeType, fileName: name }}
                path={`/attachments/${encodeURIComponent(contact)}/${turn}/${index}/${at}`}
              />
            </li>
          ))}
        </ul>
      )}
    </EntryFrame>
  );
};
