import type { ThreadEntry } from '#contract/desk-api.ts';
import { useMe } from '../api/use-me.ts';
import { FamilyText } from '../words/family-text.tsx';
import { TRANSLATION_WORDS } from '../words/messages.ts';
import { Beside } from './beside.tsx';
import { DeliveryMark } from './delivery-mark.tsx';
import { EntryFrame } from './entry-frame.tsx';

/** What a colleague, or oneself, wrote to the family: as it reads it, and as it was written. */
export const StaffEntry = ({ entry }: { entry: Extract<ThreadEntry, { kind: 'staff' }> }) => {
  const { by, text, lang, original, translation, delivery, at } = entry;
  const me = useMe();
  const isMine = by.id === me.person.id;
  return (
    <EntryFrame
      kind="staff"
      icon="staff"
      who={isMine ? 'You' : `${by.name}, ${by.title}`}
      at={at}
      marks={<DeliveryMark delivery={delivery} />}
    >
      <Beside
        original={<FamilyText text={text} lang={lang} />}
        {...(lang === 'en'
          ? {}
          : { english: <FamilyText text={original} lang="en" />, source: TRANSLATION_WORDS[translation] })}
      />
      {translation === 'none' && <p className="beside-source">{TRANSLATION_WORDS.none}</p>}
    </EntryFrame>
  );
};
