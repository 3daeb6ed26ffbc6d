import type { FeedPreview as Preview } from '#contract/feeds-api.ts';
import { counted } from '../../charts/shares.ts';
import { clockWords, dayWords } from '../../words/times.ts';
import { CATEGORY_WORDS } from '../events/event-words.ts';
import { countWords } from './feed-words.ts';
import { ProblemList } from './problem-list.tsx';

type PreviewEvent = Preview['events'][number];

const whenWords = ({ startsAt, more, timeZone, isAllDay }: PreviewEvent): string => {
  const day = dayWords(startsAt, timeZone);
  const when = isAllDay ? day : `${day}, ${clockWords(startsAt, timeZone)}`;
  return more === 0 ? when : `${when}, and ${counted(more, 'more time')}`;
};

/** What a calendar would bring. */
export const FeedPreview = ({ preview }: { preview: Preview }) => {
  const { events, same, problems, moreProblems } = preview;
  const rest = preview.added + preview.changed + preview.cancelled - events.length;
  return (
    <section className="feed-preview" aria-label="What it would bring">
      <p role="status">
        <strong>{countWords(preview) ?? 'Nothing new'}</strong>
        {same > 0 && `; ${counted(same, 'event')} as before`}. Nothing has been saved.
      </p>
      <ul className="feed-events">
        {events.map((event, index) => {
          // Two events may have one title and one time.
          const place = `${event.title}.${event.startsAt}.${index}`;
          return (
            <li key={place}>
              <strong>{event.title}</strong>{' '}
              {event.isCancelled && <span className="badge badge-danger">Cancelled</span>}
              <span className="rows-soft">
                {whenWords(event)}. {CATEGORY_WORDS[event.category]}
                {event.place !== undefined && `. ${event.place}`}
              </span>
            </li>
          );
        })}
        {rest > 0 && <li>And {counted(rest, 'more event')}.</li>}
      </ul>
      <ProblemList problems={problems} more={moreProblems} />
    </section>
  );
};
