import type { ThreadEntry } from '#contract/desk-api.ts';
import { FamilyText } from '../words/family-text.tsx';
import { SOURCES } from '../words/messages.ts';
import { Beside } from './beside.tsx';
import { DeliveryMark } from './delivery-mark.tsx';
import { EntryFrame } from './entry-frame.tsx';

type Homeroom = Extract<ThreadEntry, { kind: 'homeroom' }>;

const PURPOSES: Readonly<Record<Homeroom['purpose'], string>> = {
  answer: 'answered',
  choices: 'offered choices',
  safety: 'gave the safety text',
  notice: 'said',
};

/** What the bot said. */
export const HomeroomEntry = ({ entry }: { entry: Homeroom }) => {
  const { text, lang, purpose, choices, english, topic, delivery, at } = entry;
  return (
    <EntryFrame
      kind="homeroom"
      icon="bot"
      who={`Homeroom ${PURPOSES[purpose]}${topic ? `: ${topic.title}` : ''}`}
      at={at}
      marks={delivery !== 'sent' && <DeliveryMark delivery={delivery} />}
    >
      <Beside
        original={
          <>
            <FamilyText text={text} lang={lang} />
            {choices.length > 0 && (
              <ul className="entry-choices" aria-label="Offered">
                {choices.map((choice) => (
                  <li key={choice}>
                    <FamilyText text={choice} lang={lang} isInline />
                  </li>
                ))}
              </ul>
            )}
          </>
        }
        {...(english && lang !== 'en'
          ? { english: <FamilyText text={english.text} lang="en" />, source: SOURCES[english.by] }
          : {})}
      />
    </EntryFrame>
  );
};
