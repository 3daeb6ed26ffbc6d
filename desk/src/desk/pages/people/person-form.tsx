import { type FormEvent, useState } from 'react';
import { Form } from 'react-aria-components';
import { FormEnd } from './form-end.tsx';
import { type DraftProblems, type PersonDraft, problemsOf, signatureOf } from './person-draft.ts';
import { RoleChoice } from './role-choice.tsx';
import { SchoolBoxes } from './school-boxes.tsx';
import { useFirstProblem } from './use-first-problem.ts';
import { WordsField } from './words-field.tsx';

interface PersonFormProps {
  readonly start: PersonDraft;
  readonly isNew: boolean;
  /** They are who is logged in. */
  readonly isSelf: boolean;
  readonly takenIds: ReadonlySet<string>;
  readonly schools: readonly { readonly id: string; readonly name: string }[];
  readonly isSaving: boolean;
  readonly error: unknown;
  readonly onSave: (draft: PersonDraft) => void;
  readonly onCancel: () => void;
}

const OWN_ROLE = 'You cannot change your own role, so that the desk is never left without an admin. Ask another admin.';

/** Adds a person or changes one. Each field says what is wrong with it. */
export const PersonForm = (props: PersonFormProps) => {
  const { start, isNew, isSelf, takenIds, schools, isSaving, error, onSave, onCancel } = props;
  const [draft, setDraft] = useState(start);
  const [problems, setProblems] = useState<DraftProblems>({});
  const form = useFirstProblem(problems);
  const change = (part: Partial<PersonDraft>) => setDraft({ ...draft, ...part });
  const signature = signatureOf(draft);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = problemsOf(draft, takenIds);
    setProblems(found);
    if (Object.keys(found).length === 0 && !isSaving) onSave(draft);
  };

  return (
    <Form ref={form} className="person-form" validationBehavior="aria" validationErrors={problems} onSubmit={submit}>
      <WordsField
        name="id"
        label="Login"
        hint={
          isNew ? 'The subject (“sub”) of their login. Whoever runs your logins knows it.' : 'It cannot be changed.'
        }
        value={draft.id}
        isReadOnly={!isNew}
        onChange={(id) => change({ id })}
      />
      <WordsField
        name="name"
        label="Name"
        hint="As families know them: “Ms. Rivera”."
        value={draft.name}
        onChange={(name) => change({ name })}
      />
      <WordsField
        name="title"
        label="What they do"
        hint="In a few words that families understand: “front office”."
        value={draft.title}
        onChange={(title) => change({ title })}
      />
      {signature !== '' && (
        <p className="person-signature">
          Families read: <strong>{signature}</strong>
        </p>
      )}
      <WordsField
        name="email"
        label="E-mail"
        hint="Where they hear that a family waits."
        type="email"
        isRequired={false}
        value={draft.email}
        onChange={(email) => change({ email })}
      />
      <RoleChoice role={draft.role} onChoose={(role) => change({ role })} locked={isSelf ? OWN_ROLE : undefined} />
      <SchoolBoxes schools={schools} chosen={draft.schools} onChoose={(chosen) => change({ schools: chosen })} />
      <FormEnd error={error} isSaving={isSaving} save="Save" onCancel={onCancel} />
    </Form>
  );
};
