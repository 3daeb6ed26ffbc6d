import { type FormEvent, useState } from 'react';
import { Button, Form, Switch } from 'react-aria-components';
import { sentenceOf } from '../../api/errors.ts';
import { FormEnd } from '../people/form-end.tsx';
import { useFirstProblem } from '../people/use-first-problem.ts';
import { WordsField } from '../people/words-field.tsx';
import { Chips } from '../schools/chips.tsx';
import { addressProblem, type FeedDraft, type FeedDraftProblems, problemsOf } from './feed-draft.ts';
import { FeedPreview } from './feed-preview.tsx';
import { usePreviewFeed } from './use-feeds.ts';

interface FeedFormProps {
  readonly start: FeedDraft;
  /** Absent where it is not followed yet. */
  readonly id?: string | undefined;
  readonly schools: readonly { readonly id: string; readonly name: string }[];
  /** Whether events of the whole district are theirs to bring. */
  readonly mayTakeDistrict: boolean;
  readonly isSaving: boolean;
  readonly error: unknown;
  readonly onSave: (draft: FeedDraft) => void;
  readonly onCancel: () => void;
}

interface SwitchesProps {
  readonly draft: FeedDraft;
  readonly change: (part: Partial<FeedDraft>) => void;
}

const Switches = ({ draft, change }: SwitchesProps) => (
  <>
    <div>
      <Switch className="switch" isSelected={draft.isTrusted} onChange={(isTrusted) => change({ isTrusted })}>
        <span className="switch-track" />
        Families are told without a check
      </Switch>
      <p className="hint">
        On: families hear of its events at once, as checked by this calendar. Only for calendars that your own school or
        a partner whom you know keeps up to date. Off: each event waits until somebody at the desk has looked at it.
      </p>
    </div>
    <div>
      <Switch className="switch" isSelected={draft.isActive} onChange={(isActive) => change({ isActive })}>
        <span className="switch-track" />
        Follow it
      </Switch>
      <p className="hint">On: Homeroom looks at it every hour. Off: the events that it brought stay as they are.</p>
    </div>
  </>
);

const PreviewPart = ({ url, id }: { url: string; id: string | undefined }) => {
  const { mutate, data, error, isPending } = usePreviewFeed();
  const [trouble, setTrouble] = useState<string>();
  const look = () => {
    const wrong = addressProblem(url);
    setTrouble(wrong);
    if (wrong === undefined && !isPending) mutate({ url: url.trim(), ...(id === undefined ? {} : { id }) });
  };
  const wrong = trouble ?? (error ? sentenceOf(error) : undefined);
  return (
    <>
      <div>
        <Button className="button" onPress={look}>
          {isPending ? 'Looking…' : 'See what it would bring'}
        </Button>
      </div>
      {wrong !== undefined && (
        <p className="field-error" role="alert">
          {wrong}
        </p>
      )}
      {data && wrong === undefined && <FeedPreview preview={data} />}
    </>
  );
};

/** Follows a calendar or changes how one is followed. Each field says what is wrong with it. */
export const FeedForm = (props: FeedFormProps) => {
  const { start, id, schools, mayTakeDistrict, isSaving, error, onSave, onCancel } = props;
  const [draft, setDraft] = useState(start);
  const [problems, setProblems] = useState<FeedDraftProblems>({});
  const form = useFirstProblem(problems);
  const change = (part: Partial<FeedDraft>) => setDraft((before) => ({ ...before, ...part }));

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = problemsOf(draft);
    setProblems(found);
    if (Object.keys(found).length === 0 && !isSaving) onSave(draft);
  };

  return (
    <Form ref={form} className="person-form" validationBehavior="aria" validationErrors={problems} onSubmit={submit}>
      <WordsField
        name="name"
        label="Name"
        hint="As colleagues know it: “Lincoln High calendar”."
        value={draft.name}
        onChange={(name) => change({ name })}
      />
      <WordsField
        name="url"
        label="Address"
        hint="In iCal format. Google: Settings, Integrate calendar, “Public address in iCal format”. It often ends with .ics."
        value={draft.url}
        onChange={(url) => change({ url })}
      />
      <PreviewPart url={draft.url} id={id} />
      {mayTakeDistrict && (
        <Switch className="switch" isSelected={draft.isDistrict} onChange={(isDistrict) => change({ isDistrict })}>
          <span className="switch-track" />
          For the whole district
        </Switch>
      )}
      {!draft.isDistrict && (
        <Chips
          name="schools"
          label="Schools"
          hint="Only families of these schools are told of its events."
          options={schools.map(({ id: school, name }) => ({ id: school, words: name }))}
          chosen={draft.schools}
          onChoose={(chosen) => change({ schools: chosen })}
        />
      )}
      <Switches draft={draft} change={change} />
      <FormEnd error={error} isSaving={isSaving} save="Save" onCancel={onCancel} />
    </Form>
  );
};
