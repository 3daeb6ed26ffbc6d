import { lazy, type ReactNode, Suspense } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { useMe } from './api/use-me.ts';
import { ErrorBoundary } from './frame/error-boundary.tsx';
import { maySee } from './frame/navigation.tsx';
import { Page } from './frame/page.tsx';
import { Empty, Loading } from './frame/states.tsx';
import { Workbench } from './workbench.tsx';

const Summary = lazy(() => import('./pages/summary/page.tsx'));
const Improve = lazy(() => import('./pages/improve/page.tsx'));
const People = lazy(() => import('./pages/people/page.tsx'));
const Events = lazy(() => import('./pages/events/routes.tsx'));
const Schools = lazy(() => import('./pages/schools/page.tsx'));
const School = lazy(() => import('./pages/schools/school-page.tsx'));
const Directory = lazy(() => import('./pages/directory/page.tsx'));
const ImportPage = lazy(() => import('./pages/import/page.tsx'));
const Feeds = lazy(() => import('./pages/feeds/page.tsx'));
const Surveys = lazy(() => import('./pages/surveys/page.tsx'));
const Survey = lazy(() => import('./pages/surveys/survey-page.tsx'));
const Templates = lazy(() => import('./pages/templates/page.tsx'));
const RecordPage = lazy(() => import('./pages/record/page.tsx'));

const Shown = ({ path, children }: { path: string; children: ReactNode }) => {
  const { role } = useMe().person;
  if (path === '/' && !maySee(role, path)) return <Redirect to="/improve" />;
  if (!maySee(role, path)) {
    return (
      <Page title="Not for your role">
        <Empty title="Your role does not include this page">Ask an admin of your school if it should.</Empty>
      </Page>
    );
  }
  return (
    <ErrorBoundary key={path}>
      <Suspense fallback={<Loading />}>{children}</Suspense>
    </ErrorBoundary>
  );
};

/** Which page stands at which address. */
export const Pages = () => (
  <Switch>
    <Route path="/summary">
      <Shown path="/summary">
        <Summary />
      </Shown>
    </Route>
    <Route path="/improve">
      <Shown path="/improve">
        <Improve />
      </Shown>
    </Route>
    <Route path="/events/*?">
      <Shown path="/events">
        <Events />
      </Shown>
    </Route>
    <Route path="/schools">
      <Shown path="/schools">
        <Schools />
      </Shown>
    </Route>
    <Route path="/schools/:id">
      {({ id }) => (
        <Shown path="/schools">
          <School id={id} />
        </Shown>
      )}
    </Route>
    <Route path="/directory">
      <Shown path="/directory">
        <Directory />
      </Shown>
    </Route>
    <Route path="/import">
      <Shown path="/import">
        <ImportPage />
      </Shown>
    </Route>
    <Route path="/calendars">
      <Shown path="/calendars">
        <Feeds />
      </Shown>
    </Route>
    <Route path="/surveys">
      <Shown path="/surveys">
        <Surveys />
      </Shown>
    </Route>
    <Route path="/surveys/:id">
      {({ id }) => (
        <Shown path="/surveys">
          <Survey id={id} />
        </Shown>
      )}
    </Route>
    <Route path="/templates">
      <Shown path="/templates">
        <Templates />
      </Shown>
    </Route>
    <Route path="/people">
      <Shown path="/people">
        <People />
      </Shown>
    </Route>
    <Route path="/record">
      <Shown path="/record">
        <RecordPage />
      </Shown>
    </Route>
    {/* One route for both, so that the queue stays as it is while conversations are opened. */}
    <Route path={/^\/(?:handoffs\/(?<contact>[^/]+)\/(?<id>[^/]+))?$/}>
      {({ contact, id }: { contact?: string; id?: string }) => (
        <Shown path="/">
          <Workbench {...(contact && id ? { opened: { contact, id } } : {})} />
        </Shown>
      )}
    </Route>
    <Route>
      <Page title="No such page">
        <Empty title="There is no such page">Choose one above.</Empty>
      </Page>
    </Route>
  </Switch>
);
