import type { FormEvent, ReactNode } from 'react';
import { Button, Form } from 'react-aria-components';
import type { DistrictView, SchoolView } from '#contract/district-api.ts';
import { ApiError, sentenceOf } from '../../api/errors.ts';
import { DateList } from './date-list.tsx';
import { DaysTable } from './days-table.tsx';
import { GradeChips } from './grade-chips.tsx';
import { HoursFields } from './hours-fields.tsx';
import { Meanwhile } from './meanwhile.tsx';
import { TEXT_GROUPS, type TextName } from './text-fields.ts';
import { districtHint, TextGroup } from './text-group.tsx';
import { useSchoolForm } from './use-school-form.ts';
import { useUnsaved } from './use-unsaved.ts';

const Group = ({ title, children }: { title: string; children: ReactNode }) => (
  <fieldset className="card form-group">
    <legend>{title}</legend>
    {children}
  </fieldset>
);

import { useFirstProblem } from '../people/use-first-problem.ts';

interface SchoolFormProps {
  readonly school: SchoolView;
  readonly district: DistrictView;
}

/** Everything that families may be told of a school. Nothing is sent before Save. */
export const SchoolForm = ({ school, district: { facts, today } }: SchoolFormProps) => {
  const { draft, change, problems, changes, submit, undo, isDirty, isSaving, error } = useSchoolForm(school);
  const form = useFirstProblem(problems);
  useUnsaved(isDirty);

  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    submit();
  };
  const texts = (group: keyof typeof TEXT_GROUPS) => (
    <TextGroup
      group={group}
      values={draft}
      facts={facts}
      onChange={(name: TextName, value) => change({ [name]: value })}
    />
  );
  const isConflict = error instanceof ApiError && error.status === 409;
  const hasProblems = Object.keys(problems).length > 0;
  return (
    <Form
      ref={form}
      className="school-form"
      validationBehavior="aria"
      validationErrors={problems}
      onSubmit={onSubmit}
      aria-label={school.name}
    >
      {changes && <Meanwhile changes={changes} />}
      <Group title={TEXT_GROUPS.address.title}>
        {texts('address')}
        <GradeChips
          hint="The grades that are taught here."
          chosen={draft.grades}
          onChoose={(grades) => change({ grades })}
        />
      </Group>
      <Group title={TEXT_GROUPS.phones.title}>{texts('phones')}</Group>
      <Group title="Office hours">
        <HoursFields
          name="officeHours"
          hint={districtHint(facts['officeHours'])}
          from="Opens"
          to="Closes"
          hours={draft.officeHours}
          onChange={(officeHours) => change({ officeHours })}
        />
      </Group>
      <Group title="Bell times">
        <HoursFields
          name="schoolHours"
          hint={districtHint(facts['schoolHours'])}
          from="First bell"
          to="Last bell"
          hours={draft.schoolHours}
          onChange={(schoolHours) => change({ schoolHours })}
        />
      </Group>
      <Group title={TEXT_GROUPS.links.title}>{texts('links')}</Group>
      <Group title={TEXT_GROUPS.help.title}>{texts('help')}</Group>
      <Group title="Calendar: no school and half days">
        <DaysTable rows={draft.days} today={today} onChange={(days) => change({ days })} />
      </Group>
      <Group title="Parent-teacher conferences">
        <DateList dates={draft.conferenceDates} onChange={(conferenceDates) => change({ conferenceDates })} />
      </Group>
      <div className="save-bar">
        <p role="status">
          {hasProblems && isDirty && 'Some fields need a look. '}
          {isDirty ? 'Not saved yet.' : 'Everything is saved.'}
        </p>
        {error && !isConflict && (
          <p className="field-error" role="alert">
            {sentenceOf(error)}
          </p>
        )}
        <div className="dialog-buttons">
          <Button className="button" isDisabled={!isDirty || isSaving} onPress={undo}>
            Undo all
          </Button>
          <Button type="submit" className="button button-primary" isDisabled={!isDirty}>
            {isSaving ? 'Saving…' : 'Save'}
          </Button>
        </div>
      </div>
    </Form>
  );
};
