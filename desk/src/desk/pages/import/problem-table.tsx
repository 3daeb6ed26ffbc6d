import { Cell, Column, Row, Table, TableBody, TableHeader } from 'react-aria-components';
import type { ImportReport } from '#contract/district-api.ts';
import { counted, countInWords } from '../../charts/shares.ts';

/** What is wrong in the files, by file, row and column. On a phone each row stands as a card. */
export const ProblemTable = ({ report: { problems, moreProblems } }: { report: ImportReport }) => (
  <section className="import-problems" aria-labelledby="import-problems">
    <h2 id="import-problems">{counted(problems.length + moreProblems, 'problem')} in the files</h2>
    <p>
      Rows with problems are left out; the others can be imported. Or correct the files and choose them again. Rows are
      counted as a spreadsheet counts them: the line of names is row 1.
    </p>
    <Table className="rows" aria-label="Problems">
      <TableHeader>
        <Column isRowHeader>File</Column>
        <Column>Row</Column>
        <Column>Column</Column>
        <Column>What is wrong</Column>
      </TableHeader>
      <TableBody>
        {problems.map(({ file, row, column, message }, index) => {
          // One cell may have two problems.
          const place = `${file}.${row}.${column}.${index}`;
          return (
            <Row key={place} id={place} className="rows-row">
              <Cell>{file}</Cell>
              <Cell>{row === undefined ? 'Whole file' : `Row ${countInWords(row)}`}</Cell>
              <Cell>{column ?? '–'}</Cell>
              <Cell>{message}</Cell>
            </Row>
          );
        })}
      </TableBody>
    </Table>
    {moreProblems > 0 && <p className="hint">And {counted(moreProblems, 'more', 'more')}: correct these first.</p>}
  </section>
);
