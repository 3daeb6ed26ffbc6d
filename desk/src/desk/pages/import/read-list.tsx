import { counted } from '../../charts/shares.ts';
import type { ReadFiles } from './read-files.ts';

/** What was read of the files that were chosen, and what was left out before anything was sent. */
export const ReadList = ({ files: { format, tables, ignored } }: { files: ReadFiles }) => {
  const leftOut = tables.reduce((sum, table) => sum + table.leftOut, 0);
  return (
    <section className="card import-read" aria-labelledby="import-read">
      <h2 id="import-read">{format === 'oneroster' ? 'Read: a OneRoster export' : 'Read: Homeroom’s tables'}</h2>
      <ul className="import-files">
        {tables.map(({ name, rows, encoding, leftOut: left }) => (
          <li key={name}>
            <strong>{name}</strong> {counted(rows, 'row')}, {encoding}
            {left > 0 && `; ${counted(left, 'row')} of students and families left out`}
          </li>
        ))}
      </ul>
      {leftOut > 0 && <p>Rows of students and families were left out on this machine. They were not sent anywhere.</p>}
      {ignored.length > 0 && <p className="hint">Not read and not sent: {ignored.join(', ')}.</p>}
    </section>
  );
};
