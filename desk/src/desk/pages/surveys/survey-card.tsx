import { useState } from 'react';
import { Button } from 'react-aria-components';
import { Link } from 'wouter';
import type { SurveyView } from '#contract/outreach-api.ts';
import { clockOf } from '#core/when.ts';
import { sentenceOf } from '../../api/errors.ts';
import { useMe } from '../../api/use-me.ts';
import { announce } from '../../frame/announce.tsx';
import { schoolName } from '../../words/languages.ts';
import { longDate } from '../schools/dates.ts';
import { SurveyFigures } from './survey-figures.tsx';
import { progressOf, surveyTitle } from './survey-words.ts';
import { useMoveSurvey } from './use-surveys.ts';

interface SurveyCardProps {
  readonly survey: SurveyView;
  readonly onSend: () => void;
}

const STEPS = {
  stopped: { words: 'Stop', said: 'Stopped. Who has not been asked yet is not asked.' },
  running: { words: 'Go on', said: 'It goes on.' },
  closed: { words: 'Close', said: 'Closed. Families who answered are told what all said.' },
} as const;

/** What can be done with a survey that has been sent. */
const Steps = ({ survey }: { survey: SurveyView }) => {
  const { mutate, isPending, error } = useMoveSurvey();
  const steps = survey.state === 'running' ? (['stopped', 'closed'] as const) : (['running', 'closed'] as const);
  return (
    <>
      {error && (
        <p className="field-error" role="alert">
          {sentenceOf(error)}
        </p>
      )}
      {steps.map((to) => (
        <Button
          key={to}
          className="button"
          aria-label={`${STEPS[to].words}: ${surveyTitle(survey)}`}
          onPress={() =>
            !isPending &&
            mutate({ id: survey.id, version: survey.version, to }, { onSuccess: () => announce(STEPS[to].said) })
          }
        >
          {STEPS[to].words}
        </Button>
      ))}
    </>
  );
};

/** One survey: how far it has come, what can be done, and what families said. */
export const SurveyCard = ({ survey, onSend }: SurveyCardProps) => {
  const me = useMe();
  const [isOpen, setOpen] = useState(false);
  const { state, mayEdit } = survey;
  const title = surveyTitle(survey);
  const { schools } = survey.survey.audience;
  const lastDay = longDate(clockOf(survey.survey.closesAt, me.timeZone).date);
  return (
    <li className="card survey-card">
      <h2>{title}</h2>
      <p>{progressOf(survey)}</p>
      <p className="hint">
        {schools.length === 0 ? 'The whole district' : schools.map((id) => schoolName(me, id)).join(', ')}; last day for
        answers: {lastDay}
      </p>
      <div className="school-buttons">
        {mayEdit && state === 'draft' && (
          <>
            <Button className="button button-primary" aria-label={`Send: ${title}`} onPress={onSend}>
              Send…
            </Button>
            <Link href={`/surveys/${encodeURIComponent(survey.id)}`} className="button" aria-label={`Edit: ${title}`}>
              Edit
            </Link>
          </>
        )}
        {mayEdit && (state === 'running' || state === 'stopped') && <Steps survey={survey} />}
        {state !== 'draft' && (
          <Button
            className="button"
            aria-expanded={isOpen}
            aria-label={`${isOpen ? 'Hide' : 'Show'} the answers: ${title}`}
            onPress={() => setOpen(!isOpen)}
          >
            {isOpen ? 'Hide the answers' : 'Show the answers'}
          </Button>
        )}
      </div>
      {isOpen && <SurveyFigures survey={survey} />}
    </li>
  );
};
