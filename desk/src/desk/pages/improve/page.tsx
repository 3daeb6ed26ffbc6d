import { useState } from 'react';
import { Page } from '../../frame/page.tsx';
import { Empty, Loading, Trouble } from '../../frame/states.tsx';
import { DaysChoice } from '../summary/days-choice.tsx';
import type { Span } from '../summary/span.ts';
import { ExportButton } from './export-button.tsx';
import { QuestionBoard } from './question-board.tsx';
import { useQuestions } from './use-questions.ts';

const ABOUT =
  'Questions that the bot could not answer. Link them to the topic that answers them: linked questions are exported ' +
  'as training questions for content editors, and nothing changes for families until the content is next released.';

/** Teaches the bot: questions that it could not answer are brought to the topics that answer them. */
export default function ImprovePage() {
  const [days, setDays] = useState<Span>(30);
  const { data, error, refetch } = useQuestions(days);
  const actions = (
    <>
      <DaysChoice days={days} onChoose={setDays} />
      <ExportButton days={days} />
    </>
  );
  return (
    <Page title="Improve" about={ABOUT} actions={actions}>
      {error && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading what="Looking for questions…" />}
      {data?.groups.length === 0 && (
        <Empty title={`The bot had an answer to everything in the last ${days} days.`}>
          Questions that it cannot answer will appear here.
        </Empty>
      )}
      {data && data.groups.length > 0 && <QuestionBoard key={days} list={data} days={days} />}
    </Page>
  );
}
