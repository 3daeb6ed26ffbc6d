import type { FigureData } from './figure-data.ts';
import { countInWords } from './shares.ts';

/** From so many rows on the table scrolls beside its chart. */
const MANY_ROWS = 16;

/** The figures as a table; `caption` names it. */
export const FigureTable = ({ data, caption }: { data: FigureData; caption: string }) => {
  const isLong = data.rows.length > MANY_ROWS;
  // What scrolls takes the focus, so that the keyboard can scroll it.
  const scrolls = isLong ? { role: 'region', 'aria-label': `${caption}, table`, tabIndex: 0 } : {};
  return (
    <div className={isLong ? 'figure-table figure-table-long' : 'figure-table'} {...scrolls}>
      <table className="figures">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{data.rowName}</th>
            {data.series.map((name) => (
              <th key={name} scope="col" className="figures-number">
                {name}
              </th>
            ))}
            {data.noteNames.map((name) => (
              <th key={name} scope="col" className="figures-number">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.rows.map((row) => (
            <tr key={row.id} className={row.isRest ? 'figures-rest' : undefined}>
              <th scope="row">{row.label}</th>
              {data.series.map((name, index) => (
                <td key={name} className="figures-number">
                  {countInWords(row.counts[index] ?? 0)}
                </td>
              ))}
              {data.noteNames.map((name, index) => (
                <td key={name} className="figures-number">
                  {row.notes[index]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
