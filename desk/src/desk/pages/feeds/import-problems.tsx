import type { EventsImportReport } from '#contract/feeds-api.ts';
import { counted } from '../../charts/shares.ts';

/** What is wrong in a table of events, by row and column. */
export const ImportProblems = ({ report: { problems, moreProblems } }: { report: EventsImportReport }) => {
  if (problems.length === 0) return null;
  return (
    <section className="import-problems" aria-label="Problems">
      <h3>{counted(problems.length + moreProblems, 'problem')} in the table</h3>
      <p>
        Rows with problems are left out; the others can be imported. Rows are counted as a spreadsheet counts them: the
        line of names is row 1.
      </p>
      <ul className="feed-events">
        {problems.map(({ row, column, message }, index) => {
          // One cell may have two problems.
          const place = `${row}.${column}.${index}`;
          return (
            <li key={place}>
              <strong>
                {row === undefined ? 'Whole table' : `Row ${row}`}
                {column !== undefined && `, ${column}`}:
              </strong>{' '}
              {message}
            </li>
          );
        })}
        {moreProblems > 0 && <li>And {counted(moreProblems, 'more', 'more')}: correct these first.</li>}
      </ul>
    </section>
  );
};
