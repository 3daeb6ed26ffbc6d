import { type FormEvent, useState } from 'react';
import { Button, Form } from 'react-aria-components';
import type { ObservancesView } from '#contract/outreach-api.ts';
import { sentenceOf } from '../../api/errors.ts';
import { announce } from '../../frame/announce.tsx';
import { Trouble } from '../../frame/states.tsx';
import { WordsField } from '../people/words-field.tsx';
import { longDate } from '../schools/dates.ts';
import { useObservances, useSaveObservances } from './use-surveys.ts';

type Observance = ObservancesView['observances'][number];
const NOTHING: Observance = { name: '', from: '', to: '' };

const daysOf = ({ from, to }: Observance): string =>
  from === to ? longDate(from) : `${longDate(from)} to ${longDate(to)}`;

const AddForm = ({ onAdd }: { onAdd: (one: Observance) => void }) => {
  const [draft, setDraft] = useState(NOTHING);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (draft.name.trim() === '' || draft.from === '') return;
    onAdd({ name: draft.name.trim(), from: draft.from, to: draft.to === '' ? draft.from : draft.to });
    setDraft(NOTHING);
  };
  return (
    <Form className="survey-observance" onSubmit={submit}>
      <div className="field-columns">
        <WordsField name="name" label="Name" value={draft.name} onChange={(name) => setDraft({ ...draft, name })} />
        <WordsField
          name="from"
          label="First day"
          type="date"
          value={draft.from}
          onChange={(from) => setDraft({ ...draft, from })}
        />
        <WordsField
          name="to"
          label="Last day"
          type="date"
          isRequired={false}
          value={draft.to}
          onChange={(to) => setDraft({ ...draft, to })}
        />
      </div>
      <Button type="submit" className="button">
        Add these days
      </Button>
    </Form>
  );
};

/** Days on which families are not written to, besides every night. */
export const ObservanceList = () => {
  const { data, error, refetch } = useObservances();
  const save = useSaveObservances();
  if (error) return <Trouble error={error} onRetry={() => void refetch()} />;
  if (!data) return null;
  const write = (observances: readonly Observance[], said: string) =>
    save.mutate({ observances: [...observances] }, { onSuccess: () => announce(said) });
  return (
    <section className="card survey-quiet" aria-labelledby="quiet-days">
      <h2 id="quiet-days">Days on which Homeroom does not write first</h2>
      <p className="hint">
        Families are never written to first between 8 p.m. and 8 a.m. Add the days that families of your district keep:
        what falls due is sent afterwards. Whoever writes is always answered.
      </p>
      {data.observances.length > 0 && (
        <ul className="survey-quiet-list">
          {data.observances.map((one) => (
            <li key={`${one.name} ${one.from}`}>
              <span>
                <strong>{one.name}</strong>: {daysOf(one)}
              </span>
              {data.mayEdit && (
                <Button
                  className="button"
                  aria-label={`Take out: ${one.name}`}
                  onPress={() =>
                    write(
                      data.observances.filter((other) => other !== one),
                      `${one.name} is taken out.`,
                    )
                  }
                >
                  Take out
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {save.error && (
        <p className="field-error" role="alert">
          {sentenceOf(save.error)}
        </p>
      )}
      {data.mayEdit && <AddForm onAdd={(one) => write([...data.observances, one], `${one.name} is added.`)} />}
    </section>
  );
};
