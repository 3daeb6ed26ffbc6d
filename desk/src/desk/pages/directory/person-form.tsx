import type { FormEvent } from 'react';
import { Form, Switch } from 'react-aria-components';
import { Choice } from '../improve/choice.tsx';
import { FormEnd } from '../people/form-end.tsx';
import { useFirstProblem } from '../people/use-first-problem.ts';
import { WordsField } from '../people/words-field.tsx';
import { Chips } from '../schools/chips.tsx';
import { GradeChips } from '../schools/grade-chips.tsx';
import { Meanwhile } from '../schools/meanwhile.tsx';
import { ROLE_CHOICES, WAY_CHOICES, withoutEmail } from './person-words.ts';
import type { usePersonForm } from './use-person-form.ts';

interface PersonFormProps {
  readonly form: ReturnType<typeof usePersonForm>;
  readonly schools: readonly { readonly id: string; readonly name: string }[];
  readonly onCancel: () => void;
}

/** Adds somebody whom families can reach, or changes them. Each field says what is wrong with it. */
export const PersonForm = ({ form, schools, onCancel }: PersonFormProps) => {
  const { draft, change, problems, changes, submit, isSaving, error } = form;
  const element = useFirstProblem(problems);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    submit();
  };
  const mark = withoutEmail({ email: draft.email.trim(), phone: draft.phone.trim() });
  const words = (name: 'title' | 'room' | 'languages' | 'hours', label: string, hint: string) => (
    <WordsField
      name={name}
      label={label}
      hint={hint}
      isRequired={false}
      value={draft[name]}
      onChange={(value) => change({ [name]: value })}
    />
  );
  return (
    <Form
      ref={element}
      className="person-form"
      validationBehavior="aria"
      validationErrors={problems}
      onSubmit={onSubmit}
    >
      {changes && <Meanwhile changes={changes} />}
      <WordsField
        name="name"
        label="Name"
        hint="As families know them: “Ms. Alvarez”."
        value={draft.name}
        onChange={(name) => change({ name })}
      />
      <div className="field-pair">
        <Choice label="Role" options={ROLE_CHOICES} chosen={draft.role} onChoose={(role) => change({ role })} />
        <Choice
          label="Best reached by"
          options={WAY_CHOICES}
          chosen={draft.reachedBy}
          onChoose={(reachedBy) => change({ reachedBy })}
        />
      </div>
      {words('title', 'What they do', 'Where the role does not say it: “Grade 3 teacher”.')}
      <Chips
        name="schools"
        label="Schools"
        options={schools.map(({ id, name }) => ({ id, words: name }))}
        chosen={draft.schools}
        onChoose={(chosen) => change({ schools: chosen })}
      />
      <GradeChips
        hint="Whom they teach or look after. None chosen: everybody."
        chosen={draft.grades}
        onChoose={(grades) => change({ grades })}
      />
      <div className="field-pair">
        <WordsField
          name="email"
          label="E-mail"
          hint="Never shown to families."
          type="email"
          isRequired={false}
          value={draft.email}
          onChange={(email) => change({ email })}
        />
        <WordsField
          name="phone"
          label="Phone"
          hint="Families are given it."
          type="tel"
          isRequired={false}
          value={draft.phone}
          onChange={(phone) => change({ phone })}
        />
      </div>
      {mark && draft.isActive && (
        <p className="person-mark" role="status">
          {mark}.
        </p>
      )}
      <div className="field-pair">
        {words('room', 'Room', 'Number or name.')}
        {words('hours', 'Hours', '“Mon–Fri 2:45 to 3:30 p.m.”')}
      </div>
      {words('languages', 'Languages', 'Besides English, with commas: “Spanish, Somali”.')}
      <div>
        <Switch className="switch" isSelected={!draft.isActive} onChange={(hasLeft) => change({ isActive: !hasLeft })}>
          <span className="switch-track" />
          Has left
        </Switch>
        <p className="hint">
          Who has left stays in this list, but families are not sent to them and nothing is written to them.
        </p>
      </div>
      <FormEnd error={error} isSaving={isSaving} save="Save" onCancel={onCancel} />
    </Form>
  );
};
