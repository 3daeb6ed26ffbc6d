import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { AuditPage } from '#contract/desk-api.ts';
import { useApi } from '../../api/use-api.ts';
import { useMe } from '../../api/use-me.ts';
import { counted, countInWords } from '../../charts/shares.ts';
import { Page } from '../../frame/page.tsx';
import { Empty, Loading, Trouble } from '../../frame/states.tsx';
import { Choice } from '../improve/choice.tsx';
import { entriesOf, peopleIn } from './record-people.ts';
import { RecordTable } from './record-table.tsx';

/** Stands for no filter, because a choice always has something chosen. */
const EVERYBODY = '*';

/** Who saw, claimed, replied, exported. */
export default function RecordPage() {
  const api = useApi();
  const { timeZone } = useMe();
  const [person, setPerson] = useState(EVERYBODY);
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['record'],
    queryFn: ({ pageParam, signal }) =>
      api.get(pageParam ? `/record?cursor=${encodeURIComponent(pageParam)}` : '/record', AuditPage, signal),
    initialPageParam: '',
    getNextPageParam: (last) => last.cursor,
  });
  const entries = data?.pages.flatMap((page) => page.entries) ?? [];
  const shown = entriesOf(entries, person === EVERYBODY ? undefined : person);
  const people = peopleIn(entries).map(({ id, name }) => ({ id, words: name }));
  return (
    <Page
      title="Record"
      about="Who at your schools saw, took, answered and exported what. Nobody can change or remove an entry."
      actions={
        <Choice
          label="Person"
          options={[{ id: EVERYBODY, words: 'Everybody' }, ...people]}
          chosen={person}
          onChoose={setPerson}
        />
      }
    >
      {error && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && entries.length === 0 && (
        <Empty title={hasNextPage ? 'Nothing newer is recorded at your schools.' : 'Nothing is recorded yet.'} />
      )}
      {entries.length > 0 && (
        <>
          <p className="hint" role="status">
            {`${countInWords(shown.length)} of the ${counted(entries.length, 'entry', 'entries')} loaded so far. Times are those of the district.`}
          </p>
          <RecordTable entries={shown} timeZone={timeZone} />
        </>
      )}
      {hasNextPage && (
        <Button className="button page-more" onPress={() => !isFetchingNextPage && void fetchNextPage()}>
          {isFetchingNextPage ? 'Loading…' : 'Show older entries'}
        </Button>
      )}
    </Page>
  );
}
