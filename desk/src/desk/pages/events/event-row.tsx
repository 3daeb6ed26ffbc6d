import { Button } from 'react-aria-components';
import { Link } from 'wouter';
import type { EventRow as Row } from '#contract/events-api.ts';
import { sentenceOf } from '../../api/errors.ts';
import { useCheckEvent } from '../../api/use-events-changes.ts';
import { announce } from '../../frame/announce.tsx';
import { Badges } from './badges.tsx';
import { CATEGORY_WORDS, eventTimeWords } from './event-words.ts';

interface EventRowProps {
  readonly event: Row;
  readonly schoolName: (id: string) => string;
}

/** The way to one of the pages of an event. */
export const eventHref = (id: string, page?: 'copy' | 'people' | 'figures'): string =>
  `/events/${encodeURIComponent(id)}${page ? `/${page}` : ''}`;

const Check = ({ event }: { event: Row }) => {
  const { mutate, isPending, error } = useCheckEvent();
  const check = () =>
    !isPending && mutate(event, { onSuccess: () => announce(`Families are told of ${event.title} from now on.`) });
  return (
    <>
      <Button className="button button-primary" aria-label={`It is right: ${event.title}`} onPress={check}>
        {isPending ? 'Saving…' : 'It is right'}
      </Button>
      {error && (
        <p className="field-error" role="alert">
          {sentenceOf(error)}
        </p>
      )}
    </>
  );
};

/** An event in the list: what, when, for whom, and what it lacks. */
export const EventRow = ({ event, schoolName }: EventRowProps) => {
  const { id, title, category, schools, place, more, takesRsvp, status, checked, mayEdit, endsAt } = event;
  const forWhom = schools.length === 0 ? 'All schools' : schools.map(schoolName).join(', ');
  const times = [eventTimeWords(event), more > 0 ? `and ${more} more times` : ''].filter(Boolean).join(', ');
  const isPast = endsAt < Date.now();
  return (
    <li className="card event-row">
      <div className="event-what">
        <h2>
          <Link href={eventHref(id)}>{title}</Link>
        </h2>
        <p>{times}</p>
        <p className="contact-soft">{[CATEGORY_WORDS[category], place, forWhom].filter(Boolean).join(' · ')}</p>
        <Badges {...event} />
      </div>
      <div className="school-buttons">
        {mayEdit && status === 'published' && checked !== 'checked' && !isPast && <Check event={event} />}
        {takesRsvp && (
          <Link href={eventHref(id, 'people')} className="button" aria-label={`Who comes: ${title}`}>
            Who comes
          </Link>
        )}
        {isPast && (
          <Link href={eventHref(id, 'figures')} className="button" aria-label={`How it was: ${title}`}>
            How it was
          </Link>
        )}
        {mayEdit && (
          <Link href={eventHref(id, 'copy')} className="button" aria-label={`Copy ${title}`}>
            Copy
          </Link>
        )}
      </div>
    </li>
  );
};
