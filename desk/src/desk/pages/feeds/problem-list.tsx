import type { FeedProblem } from '#contract/feeds-api.ts';
import { counted } from '../../charts/shares.ts';

interface ProblemListProps {
  readonly problems: readonly FeedProblem[];
  readonly more?: number;
}

/** What was wrong in a calendar, by line. */
export const ProblemList = ({ problems, more = 0 }: ProblemListProps) => {
  if (problems.length === 0) return null;
  return (
    <details className="feed-problems">
      <summary>{counted(problems.length + more, 'line', 'lines')} could not be used</summary>
      <ul>
        {problems.map(({ line, message }, index) => {
          // A line may have two problems.
          const place = `${line}.${index}`;
          return (
            <li key={place}>
              {line !== undefined && <strong>Line {line}: </strong>}
              {message}
            </li>
          );
        })}
        {more > 0 && <li>And {more} more.</li>}
      </ul>
    </details>
  );
};
