import { Route, Switch } from 'wouter';
import EventPage, { CopyEvent, NewEvent } from './event-page.tsx';
import FiguresPage from './figures-page.tsx';
import GapsPage from './gaps-page.tsx';
import EventsPage from './page.tsx';
import PeoplePage from './people-page.tsx';

/** Which page of events stands at which address. */
export default function EventPages() {
  return (
    <Switch>
      <Route path="/events">
        <EventsPage />
      </Route>
      <Route path="/events/gaps">
        <GapsPage />
      </Route>
      <Route path="/events/new">
        <NewEvent />
      </Route>
      <Route path="/events/:id/copy">{({ id }) => <CopyEvent key={id} id={id} />}</Route>
      <Route path="/events/:id/figures">{({ id }) => <FiguresPage id={id} />}</Route>
      <Route path="/events/:id/people/:occurrence?">
        {({ id, occurrence }) => <PeoplePage id={id} occurrence={occurrence} />}
      </Route>
      <Route path="/events/:id">{({ id }) => <EventPage key={id} id={id} />}</Route>
    </Switch>
  );
}
