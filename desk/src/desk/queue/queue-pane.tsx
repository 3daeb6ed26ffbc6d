import { useEffect, useMemo, useRef, useState } from 'react';
import { Button, Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import type { QueueView } from '../api/order.ts';
import { useMe } from '../api/use-me.ts';
import { useQueue } from '../api/use-queue.ts';
import { Empty, Loading, Trouble } from '../frame/states.tsx';
import { FilterBar } from './filter-bar.tsx';
import { countFilters, type Filters, NO_FILTERS, shownOf } from './filters.ts';
import { KeysHelp } from './keys-help.tsx';
import { QueueList } from './queue-list.tsx';

const EMPTY: Readonly<Record<QueueView, readonly [string, string]>> = {
  waiting: ['Nobody is waiting', 'Families who need a person appear here by themselves, within a second.'],
  resolved: ['Nothing is resolved yet', 'Conversations that somebody has resolved are kept here.'],
};

interface ViewProps {
  readonly view: QueueView;
  readonly opened: string | undefined;
  readonly onHelp: () => void;
}

const QueueOf = ({ view, opened, onHelp }: ViewProps) => {
  const me = useMe();
  const queue = useQueue(view);
  const [filters, setFilters] = useState<Filters>(NO_FILTERS);
  const searchField = useRef<HTMLInputElement>(null);
  const { handoffs, isLoading, isLoadingMore, hasMore, loadMore, error, retry } = queue;
  const shown = useMemo(() => shownOf(handoffs, filters, me), [handoffs, filters, me]);
  const isFiltered = countFilters(filters) > 0 || filters.words.trim() !== '';
  // What is searched for may stand further down: the rest is loaded until there is something to show.
  const mustLoad = shown.length === 0 && hasMore && !isLoadingMore;
  useEffect(() => {
    if (mustLoad) loadMore();
  }, [mustLoad, loadMore]);

  if (isLoading) return <Loading what="Loading the queue…" />;
  if (error && handoffs.length === 0) return <Trouble error={error} onRetry={retry} />;
  const [title, sentence] = EMPTY[view];
  return (
    <>
      <FilterBar filters={filters} handoffs={handoffs} onChange={setFilters} searchField={searchField} />
      <p className="visually-hidden" role="status">
        {isFiltered && `${shown.length} found`}
      </p>
      {shown.length > 0 ? (
        <QueueList
          handoffs={shown}
          opened={opened}
          hasMore={hasMore}
          onEnd={loadMore}
          onSearch={() => searchField.current?.focus()}
          onHelp={onHelp}
        />
      ) : hasMore ? (
        <Loading what="Looking further…" />
      ) : isFiltered ? (
        <Empty title="Nothing fits">
          <Button className="button" onPress={() => setFilters(NO_FILTERS)}>
            Show all
          </Button>
        </Empty>
      ) : (
        <Empty title={title}>{sentence}</Empty>
      )}
    </>
  );
};

/** The queue: who waits, and what is resolved. @param opened `handoffKey` of the conversation that stands beside it */
export const QueuePane = ({ opened }: { opened: string | undefined }) => {
  const [view, setView] = useState<QueueView>('waiting');
  const [isHelping, setIsHelping] = useState(false);
  const Heading = opened === undefined ? 'h1' : 'h2';
  return (
    <section className="queue" aria-label="Queue">
      <Tabs
        className="queue-tabs"
        selectedKey={view}
        onSelectionChange={(key) => setView(key === 'resolved' ? 'resolved' : 'waiting')}
      >
        <div className="queue-head">
          <Heading className="queue-title">Families</Heading>
          <TabList className="tabs" aria-label="Which ones">
            <Tab id="waiting" className="tab">
              Waiting
            </Tab>
            <Tab id="resolved" className="tab">
              Resolved
            </Tab>
          </TabList>
          <Button
            className="button button-quiet button-icon queue-help"
            aria-label="Keys"
            onPress={() => setIsHelping(true)}
          >
            <kbd>?</kbd>
          </Button>
        </div>
        <TabPanel id="waiting" className="queue-panel">
          <QueueOf view="waiting" opened={opened} onHelp={() => setIsHelping(true)} />
        </TabPanel>
        <TabPanel id="resolved" className="queue-panel">
          <QueueOf view="resolved" opened={opened} onHelp={() => setIsHelping(true)} />
        </TabPanel>
      </Tabs>
      <KeysHelp isOpen={isHelping} onClose={() => setIsHelping(false)} />
    </section>
  );
};
