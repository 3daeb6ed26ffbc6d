import { Button, Switch } from 'react-aria-components';
import type { ImportReport } from '#contract/district-api.ts';
import { counted } from '../../charts/shares.ts';
import { CountsTable } from './counts-table.tsx';
import { countChanges } from './import-job.ts';
import { ProblemTable } from './problem-table.tsx';

interface PlanProps {
  readonly plan: ImportReport;
  readonly removesMissing: boolean;
  readonly onRemovesMissing: (removesMissing: boolean) => void;
  readonly onImport: () => void;
  readonly onClear: () => void;
}

const BADGES = {
  added: { words: 'New', className: 'badge badge-accent' },
  changed: { words: 'Changed', className: 'badge' },
  removed: { words: 'Gone', className: 'badge badge-warn' },
} as const;

const Examples = ({ examples }: Pick<ImportReport, 'examples'>) => (
  <ul className="import-examples" aria-label="Some of the changes">
    {examples.map(({ kind, text }) => (
      <li key={`${kind} ${text}`}>
        <span className={BADGES[kind].className}>{BADGES[kind].words}</span> {text}
      </li>
    ))}
  </ul>
);

/** What an import would change, before anything is changed. */
export const Plan = ({ plan, removesMissing, onRemovesMissing, onImport, onClear }: PlanProps) => {
  const changes = countChanges(plan);
  return (
    <>
      <section className="card import-plan" aria-labelledby="import-plan">
        <h2 id="import-plan">
          {changes === 0 ? 'Nothing would change' : `${counted(changes, 'change')} would be made`}
        </h2>
        <p>Nothing has been changed yet.</p>
        <CountsTable report={plan} title="What would change" />
        {plan.examples.length > 0 && <Examples examples={plan.examples} />}
        <div>
          <Switch className="switch" isSelected={removesMissing} onChange={onRemovesMissing}>
            <span className="switch-track" />
            Who is not in these files has left
          </Switch>
          <p className="hint">
            Only people of the schools in these files. They stay in the directory, marked as having left.
          </p>
        </div>
        <div className="school-buttons">
          <Button className="button button-primary" isDisabled={changes === 0} onPress={onImport}>
            {changes === 0 ? 'Import' : `Import ${counted(changes, 'change')}`}
          </Button>
          <Button className="button" onPress={onClear}>
            Cancel
          </Button>
        </div>
      </section>
      {plan.problems.length > 0 && <ProblemTable report={plan} />}
    </>
  );
};
