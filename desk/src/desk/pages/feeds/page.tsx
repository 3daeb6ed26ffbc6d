import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { FeedView } from '#contract/feeds-api.ts';
import { announce } from '../../frame/announce.tsx';
import { Page } from '../../frame/page.tsx';
import { Empty, Loading, Trouble } from '../../frame/states.tsx';
import { EventsImport } from './events-import.tsx';
import { FeedCard } from './feed-card.tsx';
import { FeedDialog } from './feed-dialog.tsx';
import { useFeeds } from './use-feeds.ts';

type Opened = { readonly view?: FeedView } | undefined;

/** Where events come from by themselves: calendars of schools and partners, and tables. */
export default function FeedsPage() {
  const { data, error, refetch } = useFeeds();
  const [opened, setOpened] = useState<Opened>();
  const close = () => setOpened(undefined);
  const onSaved = ({ feed }: FeedView) => {
    announce(`${feed.name} is saved.${feed.isActive ? ' Homeroom looks at it every hour.' : ''}`);
    close();
  };
  return (
    <Page
      title="Calendars"
      about="Events that come by themselves, from calendars of your schools and partners, and events out of a table."
      actions={
        <Button className="button button-primary" isDisabled={!data} onPress={() => setOpened({})}>
          Follow a calendar
        </Button>
      }
    >
      {error && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data?.feeds.length === 0 && (
        <Empty title="No calendar is followed yet">
          If your school keeps a public calendar, its events and changes can come here by themselves.
        </Empty>
      )}
      {data && data.feeds.length > 0 && (
        <ul className="feed-list" aria-label="Calendars">
          {data.feeds.map((view) => (
            <FeedCard key={view.id} view={view} onEdit={() => setOpened({ view })} />
          ))}
        </ul>
      )}
      <EventsImport />
      {opened && <FeedDialog view={opened.view} onSaved={onSaved} onClose={close} />}
    </Page>
  );
}
