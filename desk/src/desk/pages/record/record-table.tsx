import { Cell, Column, Row, Table, TableBody, TableHeader } from 'react-aria-components';
import { familyCode } from '../../words/handoffs.ts';
import { fullWords } from '../../words/times.ts';
import type { RecordEntry } from './record-people.ts';
import { whatHappened } from './what-happened.ts';

/** Whom an entry is about, as a way to the conversation where it names one. */
const Family = ({ entry: { contact, handoff } }: { entry: RecordEntry }) => {
  if (!contact) return '–';
  if (!handoff) return familyCode(contact);
  return <a href={`#/handoffs/${encodeURIComponent(contact)}/${encodeURIComponent(handoff)}`}>{familyCode(contact)}</a>;
};

/** Entries of the record, the newest first. On a phone each row stands as a card. */
export const RecordTable = ({ entries }: { entries: readonly RecordEntry[] }) => (
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
              <time dateTime={new Date(entry.at).toISOString()}>{fullWords(entry.at)}</time>
            </Cell>
            <Cell>{entry.name}</Cell>
            <Cell>{whatHappened(entry.what)}</Cell>
            <Cell>
              <Family entry={entry} />
            </Cell>
          </Row>
        );
      })}
    </TableBody>
  </Table>
);
