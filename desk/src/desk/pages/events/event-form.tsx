import { type FormEvent, useEffect, useMemo, useRef, useState } from 'react';
import { Button, Form } from 'react-aria-components';
import { isLang, type Lang } from '#core/language.ts';
import { sentenceOf } from '../../api/errors.ts';
import { Meanwhile } from '../schools/meanwhile.tsx';
import { useUnsaved } from '../schools/use-unsaved.ts';
import { BarriersPart } from './barriers-part.tsx';
import { editOf } from './event-edit.ts';
import { Preview } from './preview.tsx';
import { RsvpPart } from './rsvp-part.tsx';
import { TextsPart } from './texts-part.tsx';
import type { EventForm as Form_ } from './use-event-form.ts';
import { WhatPart } from './what-part.tsx';
import { WhenPart } from './when-part.tsx';
import { WhoPart } from './who-part.tsx';

interface EventFormProps {
  readonly form: Form_;
  readonly schools: readonly { readonly id: string; readonly name: string }[];
  /** The most people who have said yes to one of its times. */
  readonly coming: number;
}

/** The language whose text has a problem. */
const langIn = (problems: Readonly<Record<string, string>>): Lang | undefined => {
  const field = Object.keys(problems).find((name) => name.startsWith('texts.'));
  const lang = field?.split('.')[1];
  return isLang(lang) ? lang : undefined;
};

const SaveBar = ({ form }: { form: Form_ }) => {
  const { status, isNew, isDirty, hasUnsaved, isSaving, problems, submit, undo, error } = form;
  const hasProblems = Object.keys(problems).length > 0;
  const isDraft = status === 'draft';
  return (
    <div className="save-bar">
      <p role="status">
        {hasProblems && 'Some fields need a look. '}
        {hasUnsaved || isNew ? 'Not saved yet.' : 'Everything is saved.'}
      </p>
      {error && (
        <p className="field-error" role="alert">
          {sentenceOf(error)}
        </p>
      )}
      <div className="dialog-buttons">
        <Button className="button" isDisabled={!hasUnsaved || isSaving} onPress={undo}>
          Undo all
        </Button>
        {isDraft && (
          <Button className="button" isDisabled={!isDirty || isSaving} onPress={() => submit('draft')}>
            Save as a draft
          </Button>
        )}
        <Button type="submit" className="button button-primary" isDisabled={!isDirty && !isDraft}>
          {isSaving ? 'Saving…' : isDraft ? 'Publish' : 'Save'}
        </Button>
      </div>
    </div>
  );
};

/** Everything that families may be told of an event, beside it how they will read it. Nothing is sent before Save. */
export const EventForm = ({ form, schools, coming }: EventFormProps) => {
  const element = useRef<HTMLFormElement>(null);
  const [lang, setLang] = useState<Lang>('en');
  const { draft, change, problems, changes, submit } = form;
  useUnsaved(form.hasUnsaved);
  const event = useMemo(() => editOf(draft), [draft]);
  useEffect(() => {
    if (Object.keys(problems).length === 0) return;
    const wrong = langIn(problems);
    if (wrong) setLang(wrong);
    // After the fields of that language are there.
    requestAnimationFrame(() =>
      element.current?.querySelector<HTMLElement>('[data-invalid] :is(input, textarea)')?.focus(),
    );
  }, [problems]);
  const onSubmit = (submitted: FormEvent) => {
    submitted.preventDefault();
    submit('published');
  };
  const part = { draft, change };
  return (
    <div className="event-columns">
      <Form
        ref={element}
        className="school-form"
        validationBehavior="aria"
        validationErrors={problems}
        onSubmit={onSubmit}
        aria-label="Event"
      >
        {changes && <Meanwhile changes={changes} />}
        <WhatPart {...part} />
        <TextsPart {...part} lang={lang} onLang={setLang} />
        <WhenPart {...part} />
        <WhoPart {...part} schools={schools} />
        <BarriersPart {...part} />
        {draft.form !== 'deadline' && <RsvpPart {...part} coming={coming} />}
        <SaveBar form={form} />
      </Form>
      <Preview event={event} lang={lang} onLang={setLang} />
    </div>
  );
};
