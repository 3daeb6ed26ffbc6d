import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Summary } from '#contract/desk-api.ts';
import { useNow } from '../../api/clock.ts';
import { useApi } from '../../api/use-api.ts';
import { useMe } from '../../api/use-me.ts';
import { Page } from '../../frame/page.tsx';
import { Empty, Loading, Trouble } from '../../frame/states.tsx';
import { DaysChoice } from './days-choice.tsx';
import { FigureList } from './figure-list.tsx';
import { hasAnyFigures, type SummaryFigures } from './figures.ts';
import type { Span } from './span.ts';
import { NowTiles, SpanTiles } from './tiles.tsx';

const REFRESH_MS = 60_000;

const Figures = ({ summary }: { summary: SummaryFigures }) => {
  const me = useMe();
  const now = useNow();
  return (
    <>
      <NowTiles summary={summary} now={now} />
      {hasAnyFigures(summary) ? (
        <>
          <SpanTiles summary={summary} />
          <FigureList summary={summary} me={me} />
        </>
      ) : (
        <Empty title={`There are no figures for the last ${summary.days} days yet.`}>
          They appear as soon as a family has been passed on to a person.
        </Empty>
      )}
    </>
  );
};

/** How many families wait and how soon they hear from somebody; what they ask, in which languages, at which schools. */
export default function SummaryPage() {
  const api = useApi();
  const [days, setDays] = useState<Span>(7);
  const { data, error, refetch, isPlaceholderData } = useQuery({
    queryKey: ['summary', days],
    queryFn: ({ signal }) => api.get(`/summary?days=${days}`, Summary, signal),
    refetchInterval: REFRESH_MS,
    placeholderData: keepPreviousData,
  });
  return (
    <Page
      title="Summary"
      about="How families are doing with us: who waits, how soon they hear from a person, and what they ask about."
      actions={<DaysChoice days={days} onChoose={setDays} />}
    >
      {error && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading what="Counting…" />}
      {data && (
        <div className="summary" aria-busy={isPlaceholderData}>
          <Figures summary={data} />
        </div>
      )}
    </Page>
  );
}
