import type { ImportReport } from '#contract/district-api.ts';
import { countInWords } from '../../charts/shares.ts';

const ROWS = [
  { id: 'schools', words: 'Schools' },
  { id: 'people', words: 'People' },
  { id: 'days', words: 'Days' },
] as const;

const COLUMNS = [
  { id: 'added', words: 'New' },
  { id: 'changed', words: 'Changed' },
  { id: 'removed', words: 'Gone' },
  { id: 'same', words: 'The same' },
] as const;

/** How much is new, changed, gone, and the same. */
export const CountsTable = ({ report, title }: { report: ImportReport; title: string }) => (
  <table className="figures import-counts">
    <caption className="visually-hidden">{title}</caption>
    <thead>
      <tr>
        <td />
        {COLUMNS.map(({ id, words }) => (
          <th key={id} scope="col" className="figures-number">
            {words}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {ROWS.map((row) => (
        <tr key={row.id}>
          <th scope="row">{row.words}</th>
          {COLUMNS.map(({ id }) => (
            <td key={id} className="figures-number" data-some={report[row.id][id] > 0 || undefined}>
              {countInWords(report[row.id][id])}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);
