import { useState } from 'react';
import { Button, FileTrigger, Switch } from 'react-aria-components';
import type { EventsImportReport, EventsImportRequest } from '#contract/feeds-api.ts';
import { sentenceOf } from '../../api/errors.ts';
import { counted } from '../../charts/shares.ts';
import { announce } from '../../frame/announce.tsx';
import { decodeText, FileTrouble } from '../import/decode-text.ts';
import { countWords } from './feed-words.ts';
import { ImportProblems } from './import-problems.tsx';
import { useImportTable, usePreviewTable } from './use-feeds.ts';

const MOST_BYTES = 5 * 1024 * 1024;

/** @throws FileTrouble where it cannot be read */
const textOf = async (file: File): Promise<string> => {
  if (file.size > MOST_BYTES) throw new FileTrouble(`${file.name} is larger than 5 MB. Import it in parts.`);
  return decodeText(new Uint8Array(await file.arrayBuffer()), file.name).text;
};

const Plan = ({ report }: { report: EventsImportReport }) => (
  <>
    <p role="status">
      <strong>{countWords({ ...report, cancelled: 0 }) ?? 'Nothing new'}</strong>
      {report.same > 0 && `; ${counted(report.same, 'event')} as before`}. Nothing has been changed yet.
    </p>
    <ul className="import-examples">
      {report.examples.map(({ kind, text }) => (
        <li key={text}>
          <span className="badge">{kind === 'added' ? 'New' : 'Changed'}</span> {text}
        </li>
      ))}
    </ul>
  </>
);

/** Events out of a table: first what it would change, then the import. */
export const EventsImport = () => {
  const [table, setTable] = useState<EventsImportRequest>();
  const [trouble, setTrouble] = useState<string>();
  const preview = usePreviewTable();
  const run = useImportTable();

  const check = (next: EventsImportRequest) => {
    setTable(next);
    preview.mutate(next);
  };
  const choose = async (file: File | undefined) => {
    if (!file) return;
    setTrouble(undefined);
    setTable(undefined);
    preview.reset();
    try {
      check({ name: file.name.slice(0, 120), text: await textOf(file), areChecked: false });
    } catch (error) {
      setTrouble(error instanceof FileTrouble ? error.message : sentenceOf(error));
    }
  };
  const importNow = () => {
    if (!table || run.isPending) return;
    run.mutate(table, {
      onSuccess: (report) => {
        announce(`Imported: ${countWords({ ...report, cancelled: 0 }) ?? 'nothing new'}.`);
        setTable(undefined);
        preview.reset();
      },
    });
  };

  const error = trouble ?? (preview.error ? sentenceOf(preview.error) : run.error ? sentenceOf(run.error) : undefined);
  const changes = preview.data ? preview.data.added + preview.data.changed : 0;
  return (
    <section className="card import-plan" aria-labelledby="events-import">
      <h2 id="events-import">Import a table of events</h2>
      <p>
        A CSV file whose first line names the columns. <code>title</code> and <code>start</code> must be there; also
        known are end, about, bring, category, place, address, link, schools, grades, languages, cost, cost_per,
        childcare, food, interpreters, ride, no_id_asked, contact, contact_phone, rsvp, capacity and more.
      </p>
      <div>
        <FileTrigger acceptedFileTypes={['.csv', 'text/csv']} onSelect={(list) => void choose(list?.[0])}>
          <Button className="button">Choose a CSV file</Button>
        </FileTrigger>
      </div>
      {preview.isPending && <p role="status">Checking…</p>}
      {error !== undefined && (
        <p className="field-error" role="alert">
          {error}
        </p>
      )}
      {table && preview.data && (
        <>
          <Plan report={preview.data} />
          <div>
            <Switch
              className="switch"
              isSelected={table.areChecked}
              onChange={(areChecked) => check({ ...table, areChecked })}
            >
              <span className="switch-track" />I have looked at these events
            </Switch>
            <p className="hint">On: families are told of them at once. Off: each waits to be checked at the desk.</p>
          </div>
          <div className="school-buttons">
            <Button className="button button-primary" isDisabled={changes === 0} onPress={importNow}>
              {run.isPending ? 'Importing…' : `Import ${counted(changes, 'event')}`}
            </Button>
            <Button className="button" onPress={() => setTable(undefined)}>
              Cancel
            </Button>
          </div>
          <ImportProblems report={preview.data} />
        </>
      )}
    </section>
  );
};
