import { useState } from 'react';
import { Link } from 'wouter';
import { announce } from '../../frame/announce.tsx';
import { Page } from '../../frame/page.tsx';
import { Empty, Loading, Trouble } from '../../frame/states.tsx';
import { ObservanceList } from './observances.tsx';
import { SendDialog } from './send-dialog.tsx';
import { SurveyCard } from './survey-card.tsx';
import { useSurveys } from './use-surveys.ts';

/** Short questions to families who agreed to be asked, and when families are not written to. */
export default function SurveysPage() {
  const { data, error, refetch } = useSurveys();
  const [sending, setSending] = useState<string>();
  const chosen = data?.surveys.find(({ id }) => id === sending);
  return (
    <Page
      title="Surveys"
      about="Short questions to families who agreed to be asked. You see how many said what, never who."
      actions={
        <Link href="/surveys/new" className="button button-primary">
          New survey
        </Link>
      }
    >
      {error && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data?.surveys.length === 0 && <Empty title="There are no surveys yet">Begin with one question.</Empty>}
      {data && data.surveys.length > 0 && (
        <ul className="survey-list" aria-label="Surveys">
          {data.surveys.map((survey) => (
            <SurveyCard key={survey.id} survey={survey} onSend={() => setSending(survey.id)} />
          ))}
        </ul>
      )}
      <ObservanceList />
      {chosen && (
        <SendDialog
          survey={chosen}
          onClose={() => setSending(undefined)}
          onSent={(families) => {
            announce(families === 1 ? 'On its way to one family.' : `On its way to ${families} families.`);
            setSending(undefined);
          }}
        />
      )}
    </Page>
  );
}
