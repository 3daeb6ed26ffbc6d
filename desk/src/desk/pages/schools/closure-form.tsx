import { type FormEvent, useState } from 'react';
import { Form } from 'react-aria-components';
import type { Closure, SchoolView } from '#contract/district-api.ts';
import { FormEnd } from '../people/form-end.tsx';
import { useFirstProblem } from '../people/use-first-problem.ts';
import { WordsField } from '../people/words-field.tsx';
import {
  type ClosureDraft,
  type ClosureProblems,
  closureOf,
  closureProblems,
  isComplete,
  newClosure,
} from './closure-draft.ts';
import { confirmationWords } from './closure-words.ts';
import { dayAfter, longDate } from './dates.ts';
import { Radios } from './radios.tsx';

interface ClosureFormProps {
  readonly school: SchoolView;
  readonly today: string;
  readonly isSaving: boolean;
  readonly error: unknown;
  readonly onSave: (closure: Closure) => void;
  readonly onCancel: () => void;
}

const KINDS = [
  { id: 'closed', words: 'Closed' },
  { id: 'late_start', words: 'Late start' },
  { id: 'early_dismissal', words: 'Early dismissal' },
  { id: 'online', words: 'Online' },
] as const;

const datesIn = (today: string) =>
  [
    { id: 'today', words: `Today, ${longDate(today)}` },
    { id: 'tomorrow', words: `Tomorrow, ${longDate(dayAfter(today))}` },
    { id: 'dates', words: 'Other days' },
  ] as const;

/** What is different, and when; below it what families will hear, before it is switched on. */
export const ClosureForm = ({ school, today, isSaving, error, onSave, onCancel }: ClosureFormProps) => {
  const [draft, setDraft] = useState<ClosureDraft>(() => newClosure(today));
  const [problems, setProblems] = useState<ClosureProblems>({});
  const form = useFirstProblem(problems);
  const change = (part: Partial<ClosureDraft>) => {
    setDraft({ ...draft, ...part });
    setProblems({});
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = closureProblems(draft, today, school.schoolHours);
    setProblems(found);
    if (Object.keys(found).length === 0 && !isSaving) onSave(closureOf(draft, today));
  };

  return (
    <Form ref={form} className="person-form" validationBehavior="aria" validationErrors={problems} onSubmit={submit}>
      <Radios
        label="What is different"
        name="kind"
        options={KINDS}
        chosen={draft.kind}
        onChoose={(kind) => change({ kind })}
      />
      {draft.kind === 'late_start' && (
        <WordsField name="at" label="School starts at" type="time" value={draft.at} onChange={(at) => change({ at })} />
      )}
      {draft.kind === 'early_dismissal' && (
        <WordsField name="at" label="School ends at" type="time" value={draft.at} onChange={(at) => change({ at })} />
      )}
      <Radios
        label="When"
        name="when"
        options={datesIn(today)}
        chosen={draft.when}
        onChoose={(when) => change({ when })}
      />
      {draft.when === 'dates' && (
        <div className="field-pair">
          <WordsField
            name="from"
            label="First day"
            type="date"
            value={draft.from}
            onChange={(from) => change({ from })}
          />
          <WordsField name="to" label="Last day" type="date" value={draft.to} onChange={(to) => change({ to })} />
        </div>
      )}
      <p className="closure-told" role="status">
        {isComplete(draft, today)
          ? confirmationWords(school.name, closureOf(draft, today), today)
          : 'Fill in the rest, and what families will be told stands here.'}
      </p>
      <FormEnd error={error} isSaving={isSaving} save="Yes, tell families" onCancel={onCancel} />
    </Form>
  );
};
