import { useId } from 'react';
import type { EventEdit, EventPreview } from '#contract/events-api.ts';
import type { Lang } from '#core/language.ts';
import { sentenceOf } from '../../api/errors.ts';
import { useEventPreview } from '../../api/use-events-changes.ts';
import { useMe } from '../../api/use-me.ts';
import { FamilyText } from '../../words/family-text.tsx';
import { Choice } from '../improve/choice.tsx';

interface PreviewProps {
  /** Absent while something in the form is missing or wrong. */
  readonly event: EventEdit | undefined;
  readonly lang: Lang;
  readonly onLang: (lang: Lang) => void;
}

const Card = ({ preview }: { preview: EventPreview }) => (
  <>
    <div className="event-bubble" dir={preview.dir}>
      <FamilyText text={preview.text} lang={preview.lang} />
    </div>
    {preview.choices.length > 0 && (
      <ul className="event-choices" lang={preview.lang} dir={preview.dir} aria-label="What a family can tap">
        {preview.choices.map((choice) => (
          <li key={choice}>{choice}</li>
        ))}
      </ul>
    )}
    {preview.unseen.map((sentence) => (
      <p key={sentence} className="barrier-hint">
        {sentence}
      </p>
    ))}
  </>
);

/** The card as a family reads it in its chat, in the language that is chosen. */
export const Preview = ({ event, lang, onLang }: PreviewProps) => {
  const titleId = useId();
  const me = useMe();
  const { data, error } = useEventPreview(event, lang);
  return (
    <section className="event-preview card" aria-labelledby={titleId}>
      <h2 id={titleId}>As a family reads it</h2>
      <Choice
        label="Language"
        options={me.languages.map((one) => ({ id: one.lang, words: one.name }))}
        chosen={lang}
        onChoose={onLang}
      />
      <div className="event-chat" data-stale={!event || undefined}>
        {data && <Card preview={data} />}
      </div>
      {!event && <p className="hint">It appears when a title, a day and a school are filled in.</p>}
      {event && error && <p className="field-error">{sentenceOf(error)}</p>}
    </section>
  );
};
