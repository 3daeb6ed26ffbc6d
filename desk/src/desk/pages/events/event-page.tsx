import { useState } from 'react';
import { Button } from 'react-aria-components';
import { Link, useLocation } from 'wouter';
import type { EventSaved, EventView } from '#contract/events-api.ts';
import { LANGS, type Lang } from '#core/language.ts';
import { clockOf } from '#core/when.ts';
import { useNow } from '../../api/clock.ts';
import { useEvent } from '../../api/use-events.ts';
import { useMe } from '../../api/use-me.ts';
import { announce } from '../../frame/announce.tsx';
import { Icon } from '../../frame/icons.tsx';
import { Page } from '../../frame/page.tsx';
import { Empty, Loading, Trouble } from '../../frame/states.tsx';
import { dayAfter } from '../schools/dates.ts';
import { CancelDialog } from './cancel-dialog.tsx';
import { copyOf, type EventDraft, newEvent } from './event-draft.ts';
import { EventForm } from './event-form.tsx';
import { eventHref } from './event-row.tsx';
import { savedWords } from './event-words.ts';
import { OccurrenceList, plannedBy } from './occurrence-list.tsx';
import { Preview } from './preview.tsx';
import { useEventForm } from './use-event-form.ts';

/** A new event begins in so many days, until somebody says otherwise: hardly any is on the day that it is planned. */
const SOON_DAYS = 7;

/** The way back to the list. */
export const BackToEvents = () => (
  <Link href="/events" className="button">
    <Icon name="back" />
    All events
  </Link>
);

/** English, or the first language that there is. */
export const titleIn = ({ event: { texts } }: EventView): string =>
  LANGS.map((lang) => texts[lang]?.title).find((title) => title !== undefined) ?? 'Event';

const tell = ({ event, warnings, told }: EventSaved) => {
  announce(savedWords(event.status, titleIn(event), told));
  for (const warning of warnings) announce(warning, 'trouble');
};

/** The most people who have said yes to a time that is to come. */
const comingTo = (view: EventView | undefined, now: number): number =>
  Math.max(0, ...(view?.occurrences ?? []).filter(({ endsAt }) => endsAt > now).map(({ people }) => people));

interface EditorProps {
  readonly view: EventView | undefined;
  readonly from: () => EventDraft;
}

const Editor = ({ view, from }: EditorProps) => {
  const me = useMe();
  const now = useNow();
  const [, goTo] = useLocation();
  const schoolName = (id: string) => me.schools.find((school) => school.id === id)?.name ?? id;
  const form = useEventForm({
    ...{ view, from, schoolName },
    onSaved: (saved) => {
      tell(saved);
      // Now it has an address of its own.
      if (!view) goTo(eventHref(saved.event.id), { replace: true });
    },
  });
  const others = form.draft.schools.filter((id) => !me.schools.some((school) => school.id === id));
  const schools = [...me.schools, ...others.map((id) => ({ id, name: schoolName(id) }))];
  return <EventForm form={form} schools={schools} coming={comingTo(view, now)} />;
};

const useToday = () => {
  const { timeZone } = useMe();
  return clockOf(useNow(), timeZone).date;
};

/** The form of a new event. */
export const NewEvent = () => {
  const me = useMe();
  const today = useToday();
  const only = me.schools.length === 1 ? me.schools[0]?.id : undefined;
  return (
    <Page title="Add an event" actions={<BackToEvents />}>
      <Editor view={undefined} from={() => newEvent(dayAfter(today, SOON_DAYS), me.timeZone, only)} />
    </Page>
  );
};

/** The form of a new event that begins with all that is said of another. */
export const CopyEvent = ({ id }: { id: string }) => {
  const today = useToday();
  const { data, error, refetch } = useEvent(id);
  return (
    <Page
      title={data ? `Copy of ${titleIn(data)}` : 'Copy'}
      about="Everything is taken over but the day. It is a draft of its own until you publish it."
      actions={<BackToEvents />}
    >
      {error && !data && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && <Editor view={undefined} from={() => copyOf(data.event, today)} />}
    </Page>
  );
};

const Actions = ({ view }: { view: EventView }) => {
  const now = useNow();
  const [isCancelling, setIsCancelling] = useState(false);
  const { id, status, mayEdit, event, occurrences } = view;
  const coming = occurrences.filter(({ endsAt, isCancelled }) => endsAt > now && !isCancelled);
  const families = coming.reduce((sum, one) => sum + plannedBy(one), 0);
  return (
    <>
      <BackToEvents />
      {event.takesRsvp && (
        <Link href={eventHref(id, 'people')} className="button">
          Who comes
        </Link>
      )}
      <Link href={eventHref(id, 'figures')} className="button">
        How it was
      </Link>
      {mayEdit && (
        <Link href={eventHref(id, 'copy')} className="button">
          Copy
        </Link>
      )}
      {mayEdit && status === 'published' && coming.length > 0 && (
        <Button className="button" onPress={() => setIsCancelling(true)}>
          Cancel the event
        </Button>
      )}
      {isCancelling && (
        <CancelDialog
          id={id}
          title={titleIn(view)}
          families={families}
          onDone={(saved) => {
            tell(saved);
            setIsCancelling(false);
          }}
          onClose={() => setIsCancelling(false)}
        />
      )}
    </>
  );
};

const ReadOnly = ({ view }: { view: EventView }) => {
  const [lang, setLang] = useState<Lang>('en');
  return (
    <>
      {view.status === 'cancelled' ? (
        <p className="barrier-hint">
          This is cancelled. Families who planned to come were told. Copy it to plan it anew.
        </p>
      ) : (
        <p className="hint">You can read this. To change it, ask a lead or an admin of the school.</p>
      )}
      <Preview event={view.event} lang={lang} onLang={setLang} />
    </>
  );
};

const Opened = ({ view }: { view: EventView }) => {
  const isForm = view.mayEdit && view.status !== 'cancelled';
  return (
    <>
      {view.source === 'feed' && (
        <p className="hint">It comes from a calendar: its times follow the calendar, all else is yours.</p>
      )}
      <OccurrenceList view={view} title={titleIn(view)} onCancelled={tell} />
      {isForm ? <Editor view={view} from={() => newEvent('', '')} /> : <ReadOnly view={view} />}
    </>
  );
};

/** One event, at an address of its own. */
export default function EventPage({ id }: { id: string }) {
  const { data, error, refetch } = useEvent(id);
  return (
    <Page title={data ? titleIn(data) : 'Event'} actions={data ? <Actions view={data} /> : <BackToEvents />}>
      {error && !data && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && <Opened key={`${data.id} ${data.status}`} view={data} />}
      {error && data && <Empty title="This could not be brought up to date.">Load the page again.</Empty>}
    </Page>
  );
}
