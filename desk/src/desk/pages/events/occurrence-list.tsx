import { useState } from 'react';
import { Button } from 'react-aria-components';
import { Link } from 'wouter';
import type { EventSaved, EventView, OccurrenceView } from '#contract/events-api.ts';
import { useNow } from '../../api/clock.ts';
import { counted } from '../../charts/shares.ts';
import { CancelDialog } from './cancel-dialog.tsx';
import { eventHref } from './event-row.tsx';
import { eventTimeWords } from './event-words.ts';

interface OccurrenceListProps {
  readonly view: EventView;
  readonly title: string;
  readonly onCancelled: (saved: EventSaved) => void;
}

/** So many stand there at first: a class every week has dozens. */
const FEW = 6;

/** Families who are told when a time is cancelled. */
export const plannedBy = ({ yes, waiting, reminders }: OccurrenceView): number => yes + waiting + reminders;

const planWords = ({ yes, people, waiting, reminders, isCancelled }: OccurrenceView, status: EventView['status']) => {
  if (isCancelled || status === 'cancelled') return 'Cancelled';
  const parts = [
    yes > 0 ? `${counted(yes, 'family comes', 'families come')} (${counted(people, 'person', 'people')})` : '',
    waiting > 0 ? `${waiting} waiting` : '',
    reminders > 0 ? `${reminders} to be reminded` : '',
  ];
  return parts.filter(Boolean).join(', ') || 'Nobody yet';
};

/** All times of an event that are to come, with who plans for them; each can be cancelled by itself. */
export const OccurrenceList = ({ view, title, onCancelled }: OccurrenceListProps) => {
  const now = useNow();
  const [isAll, setIsAll] = useState(false);
  const [cancelling, setCancelling] = useState<OccurrenceView>();
  const { id, event, occurrences, mayEdit, status } = view;
  const coming = occurrences.filter(({ endsAt }) => endsAt > now);
  if (coming.length === 0) return null;
  const words = (one: OccurrenceView) => eventTimeWords({ ...event, ...one });
  const isSeries = coming.filter(({ isCancelled }) => !isCancelled).length > 1;
  return (
    <section className="card" aria-labelledby="times">
      <h2 id="times">{isSeries ? 'Times to come' : 'Who plans to come'}</h2>
      <ul className="event-times">
        {(isAll ? coming : coming.slice(0, FEW)).map((one) => (
          <li key={one.key} data-cancelled={one.isCancelled || undefined}>
            <span>
              <span className="event-time">{words(one)}</span>{' '}
              <span className="contact-soft">{planWords(one, status)}</span>
            </span>
            <span className="school-buttons">
              {plannedBy(one) > 0 && (
                <Link
                  href={`${eventHref(id, 'people')}/${encodeURIComponent(one.key)}`}
                  className="button"
                  aria-label={`Who comes: ${words(one)}`}
                >
                  Who comes
                </Link>
              )}
              {isSeries && mayEdit && status === 'published' && !one.isCancelled && (
                <Button
                  className="button"
                  aria-label={`Cancel this time: ${words(one)}`}
                  onPress={() => setCancelling(one)}
                >
                  Cancel this time
                </Button>
              )}
            </span>
          </li>
        ))}
      </ul>
      {coming.length > FEW && !isAll && (
        <Button className="button" onPress={() => setIsAll(true)}>
          Show all {coming.length}
        </Button>
      )}
      {cancelling && (
        <CancelDialog
          id={id}
          occurrence={cancelling.key}
          title={`${title}, ${words(cancelling)}`}
          families={plannedBy(cancelling)}
          onDone={(saved) => {
            setCancelling(undefined);
            onCancelled(saved);
          }}
          onClose={() => setCancelling(undefined)}
        />
      )}
    </section>
  );
};
