import { useCallback, useState } from 'react';
import { Button } from 'react-aria-components';
import { Link } from 'wouter';
import { type EventFilter, useEvents } from '../../api/use-events.ts';
import { useMe } from '../../api/use-me.ts';
import { counted } from '../../charts/shares.ts';
import { Page } from '../../frame/page.tsx';
import { Empty, Loading, Trouble } from '../../frame/states.tsx';
import { useSettled } from '../directory/use-settled.ts';
import { EventRow } from './event-row.tsx';
import { Filters } from './filters.tsx';

const COMING_UP: EventFilter = { when: 'upcoming', q: '', school: '' };

const EMPTY_WORDS = {
  upcoming: 'Add what is coming up: families ask for it every week.',
  past: 'What is over stands here, with who came.',
  drafts: 'A draft is seen by staff alone.',
  unchecked: 'Everything that families can be told of has been looked at by a person.',
} as const;

/** What is coming up: events, deadlines and programs, as families are told of them. */
export default function EventsPage() {
  const me = useMe();
  const [filter, setFilter] = useState(COMING_UP);
  const { events, total, unchecked, mayAdd, hasMore, loadMore, error, retry } = useEvents(useSettled(filter));
  const schoolName = useCallback(
    (id: string) => me.schools.find((school) => school.id === id)?.name ?? id,
    [me.schools],
  );
  return (
    <Page
      title="Events"
      about="Events, deadlines and programs. Families are told of those of their school, in their language, and are reminded."
      actions={
        <>
          <Link href="/events/gaps" className="button">
            Gaps by language
          </Link>
          {mayAdd && (
            <Link href="/events/new" className="button button-primary">
              Add an event
            </Link>
          )}
        </>
      }
    >
      <Filters
        filter={filter}
        unchecked={unchecked}
        schools={me.schools}
        onFilter={(change) => setFilter({ ...filter, ...change })}
      />
      {error && <Trouble error={error} onRetry={retry} />}
      {!events && !error && <Loading />}
      <p className="hint" role="status">
        {events && counted(total, 'event')}
      </p>
      {events?.length === 0 && <Empty title="There is nothing here.">{EMPTY_WORDS[filter.when]}</Empty>}
      {events && events.length > 0 && (
        <ul className="event-list" aria-label="Events">
          {events.map((event) => (
            <EventRow key={event.id} event={event} schoolName={schoolName} />
          ))}
        </ul>
      )}
      {hasMore && (
        <Button className="button page-more" onPress={loadMore}>
          Show more
        </Button>
      )}
    </Page>
  );
}
