import { useEffect, useRef } from 'react';
import { Button } from 'react-aria-components';
import { counted, countInWords } from '../../charts/shares.ts';
import { CountsTable } from './counts-table.tsx';
import { countChanges, type ImportState } from './import-job.ts';
import { ProblemTable } from './problem-table.tsx';

interface RunningProps {
  readonly state: ImportState;
  readonly onGoOn: () => void;
  readonly onClear: () => void;
}

const titleOf = ({ step, result }: ImportState): string => {
  if (step === 'importing') return 'Importing…';
  if (step === 'stopped') return 'The import has stopped';
  return `Done: ${counted(result ? countChanges(result) : 0, 'change')}`;
};

const Progress = ({ state: { plan, result } }: { state: ImportState }) => {
  const all = plan ? countChanges(plan) : 0;
  const done = Math.min(result ? countChanges(result) : 0, all);
  return (
    <div className="import-progress">
      <progress max={Math.max(all, 1)} value={done} aria-label="Progress of the import" />
      <p role="status">
        {countInWords(done)} of {counted(all, 'change')} made
      </p>
    </div>
  );
};

/** An import under way, stopped, or at its end. */
export const Running = ({ state, onGoOn, onClear }: RunningProps) => {
  const { step, result, trouble } = state;
  const box = useRef<HTMLElement>(null);
  // The button that began it is gone.
  useEffect(() => box.current?.focus(), []);
  return (
    <>
      <section ref={box} className="card import-plan" tabIndex={-1} aria-labelledby="import-running">
        <h2 id="import-running">{titleOf(state)}</h2>
        {step !== 'done' && <Progress state={state} />}
        {step === 'importing' && (
          <p className="hint">
            You can look at other pages of the desk meanwhile. If this tab is closed, choose the same files again: what
            is done stays done.
          </p>
        )}
        {trouble && (
          <p className="field-error" role="alert">
            {trouble} What is done stays done.
          </p>
        )}
        {step === 'done' && result && <CountsTable report={result} title="What was changed" />}
        <div className="school-buttons">
          {step === 'stopped' && (
            <Button className="button button-primary" onPress={onGoOn}>
              Go on
            </Button>
          )}
          {step !== 'importing' && (
            <Button className="button" onPress={onClear}>
              {step === 'done' ? 'Import something else' : 'Give up the rest'}
            </Button>
          )}
        </div>
      </section>
      {step === 'done' && result && result.problems.length > 0 && <ProblemTable report={result} />}
    </>
  );
};
