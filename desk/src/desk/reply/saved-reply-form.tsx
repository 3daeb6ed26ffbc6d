import { useId, useState } from 'react';
import { Button } from 'react-aria-components';
import type { HandoffView, Me, SavedReply } from '#contract/desk-api.ts';
import { announce } from '../frame/announce.tsx';
import { useActing } from '../thread/use-acting.ts';
import { FamilyText } from '../words/family-text.tsx';
import { fieldsOf, fieldWords, fillIn } from './fill-in.ts';

interface SavedReplyFormProps {
  readonly handoff: HandoffView;
  readonly saved: SavedReply;
  /** The family's. */
  readonly language: Me['languages'][number];
  readonly onBack: () => void;
  readonly onDone: () => void;
  readonly onEnglish: (text: string) => void;
}

interface FieldProps {
  readonly name: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

const Field = ({ name, value, onChange }: FieldProps) => {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{fieldWords(name)}</label>
      <input id={id} className="input" value={value} onChange={(event) => onChange(event.target.value)} />
    </div>
  );
};

/** Fills in a saved reply and sends it word for word. */
export const SavedReplyForm = ({ handoff, saved, language, onBack, onDone, onEnglish }: SavedReplyFormProps) => {
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const { run, isPending } = useActing(handoff);
  const english = saved.texts['en'] ?? '';
  const theirs = saved.texts[handoff.lang];
  const fields = fieldsOf(`${theirs ?? ''} ${english}`);
  const isFilled = fields.every((field) => (values[field] ?? '').trim() !== '');
  const original = fillIn(english, values);
  const send = async (text: string) => {
    const isDone = await run({ kind: 'reply', original, text, lang: handoff.lang, translation: 'saved' });
    if (!isDone) return;
    announce('Reply sent', 'heard');
    onDone();
  };
  return (
    <div className="saved-form">
      {fields.map((name) => (
        <Field
          key={name}
          name={name}
          value={values[name] ?? ''}
          onChange={(value) => setValues({ ...values, [name]: value })}
        />
      ))}
      <div className="saved-texts">
        {theirs !== undefined && handoff.lang !== 'en' && (
          <div>
            <h3>
              {language.name}{' '}
              <span className="badge">{saved.isReviewed ? 'Reviewed' : 'Not yet reviewed by a speaker'}</span>
            </h3>
            <FamilyText text={fillIn(theirs, values)} lang={language.lang} />
          </div>
        )}
        <div>
          <h3>English</h3>
          <FamilyText text={original} lang="en" />
        </div>
      </div>
      {theirs === undefined && (
        <p className="hint">Nobody has written this in {language.name} yet. It can go into the reply box in English.</p>
      )}
      <div className="dialog-buttons">
        <Button className="button" onPress={onBack}>
          Back
        </Button>
        {theirs === undefined ? (
          <Button className="button button-primary" onPress={() => onEnglish(original)}>
            Put into the reply box
          </Button>
        ) : (
          <Button
            className="button button-primary"
            isDisabled={!isFilled || isPending}
            onPress={() => void send(fillIn(theirs, values))}
          >
            {isPending ? 'Sending…' : `Send in ${language.name}`}
          </Button>
        )}
      </div>
    </div>
  );
};
