import type { ReactNode } from 'react';
import { durationInShort } from '../../charts/durations.ts';
import { countInWords } from '../../charts/shares.ts';
import type { SummaryFigures } from './figures.ts';
import { firstReplyInWords } from './waits.ts';

const Tile = ({ name, value, isLoud }: { name: string; value: ReactNode; isLoud?: boolean }) => (
  <div className={isLoud ? 'tile tile-loud' : 'tile'}>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </div>
);

/** How things stand now. @param now when it was asked, milliseconds since 1970 */
export const NowTiles = ({ summary, now }: { summary: SummaryFigures; now: number }) => {
  const { waiting, urgent, oldestWaitingSince } = summary;
  const longest = oldestWaitingSince === undefined ? 'Nobody waits' : durationInShort(now - oldestWaitingSince);
  return (
    <section aria-labelledby="summary-now">
      <h2 id="summary-now">Now</h2>
      <dl className="tiles">
        <Tile name="Waiting now" value={countInWords(waiting)} />
        <Tile name="Urgent" value={countInWords(urgent)} isLoud={urgent > 0} />
        <Tile name="Longest wait" value={longest} />
      </dl>
    </section>
  );
};

/** What the time chosen came to. */
export const SpanTiles = ({ summary }: { summary: SummaryFigures }) => (
  <section aria-labelledby="summary-span">
    <h2 id="summary-span">{`Last ${summary.days} days`}</h2>
    <p className="summary-first-reply">{firstReplyInWords(summary.firstReply)}</p>
    <dl className="tiles">
      <Tile name="Opened" value={countInWords(summary.opened)} />
      <Tile name="Resolved" value={countInWords(summary.resolved)} />
      <Tile
        name="Unanswered questions"
        value={
          <a
            href="#/improve"
            aria-label={`${countInWords(summary.unanswered)} unanswered questions, on the improve page`}
          >
            {countInWords(summary.unanswered)}
          </a>
        }
      />
    </dl>
  </section>
);
