import { Cell, Column, Row, Table, TableBody, TableHeader } from 'react-aria-components';
import { familyCode } from '../../words/handoffs.ts';
import { fullWords } from '../../words/times.ts';
import type { RecordEntry } from './record-people.ts';
import { whatHappened } from './what-happened.ts';

/** Whom an entry is about, by the code that colleagues use: a way to the conversation would outlast the family. */
const familyOf = ({ family }: RecordEntry): string => (family === undefined ? '–' : familyCode(family));

interface RecordTableProps {
  readonly entries: readonly RecordEntry[];
  readonly timeZone: string;
}

/** Entries of the record, the newest first. On a phone each row stands as a card. */
export const RecordTable = ({ entries, timeZone }: RecordTableProps) => (
  <Table className="rows" aria-label="Record">
    <TableHeader>
      <Column isRowHeader>When</Column>
      <Column>Who</Column>
      <Column>What</Column>
      <Column>Family</Column>
    </TableHeader>
    <TableBody>
      {entries.map((entry, index) => {
        // Entries have no id of their own: two may be alike to the millisecond.
        const place = `${entry.at}-${index}`;
        return (
          <Row key={place} id={place} className="rows-row">
            <Cell>
              <time dateTime={new Date(entry.at).toISOString()}>{fullWords(entry.at, timeZone)}</time>
            </Cell>
            <Cell>{entry.name}</Cell>
            <Cell>{whatHappened(entry.what)}</Cell>
            <Cell>{familyOf(entry)}</Cell>
          </Row>
        );
      })}
    </TableBody>
  </Table>
);
