import type { EventRow } from '#contract/events-api.ts';
import { LANGS } from '#core/language.ts';
import { counted } from '../../charts/shares.ts';

type Marked = Pick<EventRow, 'status' | 'checked' | 'missing' | 'machine' | 'barriers' | 'source'>;

const Standing = ({ status, checked }: Marked) => {
  if (status === 'draft') return <span className="badge badge-warn">Draft</span>;
  if (status === 'cancelled') return <span className="badge badge-danger">Cancelled</span>;
  if (checked === 'never') return <span className="badge badge-warn">Unchecked: families do not see it</span>;
  if (checked === 'old') return <span className="badge badge-warn">Checked long ago: families do not see it</span>;
  return null;
};

/** What stands in the way of an event, at a glance. */
export const Badges = (event: Marked) => {
  const { missing, machine, barriers, source } = event;
  const written = LANGS.length - missing.length;
  return (
    <p className="event-badges">
      <Standing {...event} />
      {missing.length > 0 && <span className="badge">{`${counted(missing.length, 'language')} missing`}</span>}
      {missing.length === 0 && written > 0 && <span className="badge badge-accent">All languages</span>}
      {machine.length > 0 && <span className="badge">{`${machine.length} by machine`}</span>}
      {barriers.length > 0 && <span className="badge">{`${counted(barriers.length, 'thing')} not said`}</span>}
      {source === 'feed' && <span className="badge">From a calendar</span>}
      {source === 'csv' && <span className="badge">Imported</span>}
    </p>
  );
};
