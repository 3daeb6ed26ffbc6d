import { useState } from 'react';
import { Link } from 'wouter';
import { clockOf } from '#core/when.ts';
import { useNow } from '../../api/clock.ts';
import { useMe } from '../../api/use-me.ts';
import { Icon } from '../../frame/icons.tsx';
import { Page } from '../../frame/page.tsx';
import { Empty, Loading, Trouble } from '../../frame/states.tsx';
import { dayAfter } from '../schools/dates.ts';
import { newSurveyDraft, surveyDraftOf } from './survey-draft.ts';
import { SurveyForm } from './survey-form.tsx';
import { useSurveys } from './use-surveys.ts';

/** A new survey is open for so many days, unless somebody chooses otherwise. */
const USUAL_DAYS = 14;
const NEW = 'new';

const Back = (
  <Link href="/surveys" className="button">
    <Icon name="back" />
    All surveys
  </Link>
);

/** The form of one survey, at an address of its own; `new` makes one. */
export default function SurveyPage({ id }: { id: string }) {
  const me = useMe();
  const now = useNow();
  const { data, error, refetch } = useSurveys();
  // One id for as long as the page is open: a wish that is sent twice makes one survey.
  const [made] = useState(() => crypto.randomUUID().slice(0, 13));
  const dayOf = (at: number) => clockOf(at, me.timeZone).date;
  const found = data?.surveys.find((one) => one.id === id);
  const isDraft = found?.state === 'draft' && found.mayEdit;
  return (
    <Page
      title={id === NEW ? 'A new survey' : 'Survey'}
      about="One to three short questions, answered by a tap."
      actions={Back}
    >
      {error && !data && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {id === NEW && data && (
        <SurveyForm id={made} version={0} start={newSurveyDraft(dayAfter(dayOf(now), USUAL_DAYS))} />
      )}
      {id !== NEW && data && !isDraft && (
        <Empty title="This survey cannot be changed">It has been sent, or it is not yours. Make a new one.</Empty>
      )}
      {found && isDraft && (
        <SurveyForm key={found.id} id={found.id} version={found.version} start={surveyDraftOf(found.survey, dayOf)} />
      )}
    </Page>
  );
}
