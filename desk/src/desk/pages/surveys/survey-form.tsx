import { type FormEvent, useState } from 'react';
import { Button, Form } from 'react-aria-components';
import { useLocation } from 'wouter';
import { MOST_QUESTIONS, type SurveyEdit } from '#contract/outreach-api.ts';
import { LANGS, type Lang } from '#core/language.ts';
import { momentOf } from '#core/when.ts';
import { sentenceOf } from '../../api/errors.ts';
import { useMe } from '../../api/use-me.ts';
import { announce } from '../../frame/announce.tsx';
import { languageOf } from '../../words/languages.ts';
import { Choice } from '../improve/choice.tsx';
import { WordsField } from '../people/words-field.tsx';
import { Chips } from '../schools/chips.tsx';
import { GradeChips } from '../schools/grade-chips.tsx';
import { useUnsaved } from '../schools/use-unsaved.ts';
import { QuestionFields } from './question-fields.tsx';
import { draftProblem, emptyQuestion, type QuestionDraft, type SurveyDraft, surveyOf } from './survey-draft.ts';
import { useSaveSurvey } from './use-surveys.ts';

interface SurveyFormProps {
  readonly id: string;
  readonly version: number;
  readonly start: SurveyDraft;
}

/** The last minute of the day: whoever answers in the evening is still heard. */
const LAST_MINUTE = '23:59';

/** Writes a survey: English first, then as many languages as there are words for. */
export const SurveyForm = ({ id, version, start }: SurveyFormProps) => {
  const me = useMe();
  const [, goTo] = useLocation();
  const save = useSaveSurvey();
  const [draft, setDraft] = useState(start);
  const [lang, setLang] = useState<Lang>('en');
  const [problem, setProblem] = useState<string>();
  useUnsaved(draft !== start && !save.isSuccess);

  const change = (part: Partial<SurveyDraft>) => setDraft({ ...draft, ...part });
  const write = (at: number, text: QuestionDraft) =>
    change({ questions: draft.questions.map((one, place) => (place === at ? { ...one, [lang]: text } : one)) });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = draftProblem(draft);
    setProblem(found);
    if (found !== undefined || save.isPending) return;
    const survey: SurveyEdit = surveyOf(draft, momentOf(draft.lastDay, LAST_MINUTE, me.timeZone));
    save.mutate(
      { id, version, survey },
      {
        onSuccess: () => {
          announce('The survey is saved. Nobody has been asked yet.');
          goTo('/surveys');
        },
      },
    );
  };
  const { dir } = languageOf(me, lang);
  const said = problem ?? (save.error ? sentenceOf(save.error) : undefined);

  return (
    <Form className="card survey-form" onSubmit={submit}>
      <Choice
        label="Language"
        options={LANGS.map((one) => ({ id: one, words: languageOf(me, one).name }))}
        chosen={lang}
        onChoose={setLang}
      />
      <p className="hint">
        A family is asked in its own language or not at all. Write English first; a language without words is left out.
      </p>
      {draft.questions.map((texts, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: questions have no name but their place
        <fieldset key={at} className="survey-question">
          <legend>Question {at + 1}</legend>
          <QuestionFields text={texts[lang]} lang={lang} dir={dir} onChange={(text) => write(at, text)} />
          {draft.questions.length > 1 && (
            <Button
              className="button"
              onPress={() => change({ questions: draft.questions.filter((_, place) => place !== at) })}
            >
              Take question {at + 1} out
            </Button>
          )}
        </fieldset>
      ))}
      {draft.questions.length < MOST_QUESTIONS && (
        <Button className="button" onPress={() => change({ questions: [...draft.questions, emptyQuestion()] })}>
          Add a question
        </Button>
      )}
      <Chips
        name="schools"
        label="Schools"
        hint="None: the whole district’s families. Only an admin may send that."
        options={me.schools.map(({ id: school, name }) => ({ id: school, words: name }))}
        chosen={draft.schools}
        onChoose={(schools) => change({ schools })}
      />
      <GradeChips hint="None: all grades." chosen={draft.grades} onChoose={(grades) => change({ grades })} />
      <WordsField
        name="lastDay"
        label="Last day for answers"
        type="date"
        value={draft.lastDay}
        onChange={(lastDay) => change({ lastDay })}
      />
      {said !== undefined && (
        <p className="field-error" role="alert">
          {said}
        </p>
      )}
      <div className="dialog-buttons">
        <Button className="button" onPress={() => goTo('/surveys')}>
          Cancel
        </Button>
        <Button type="submit" className="button button-primary">
          {save.isPending ? 'Saving…' : 'Save as a draft'}
        </Button>
      </div>
    </Form>
  );
};
