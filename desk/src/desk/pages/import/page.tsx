import { useRef } from 'react';
import { Button } from 'react-aria-components';
import { useDistrictRefresh } from '../../api/use-district.ts';
import { useImportJob } from '../../api/use-district-import.ts';
import { useDirectoryRefresh } from '../../api/use-district-people.ts';
import { counted } from '../../charts/shares.ts';
import { announce } from '../../frame/announce.tsx';
import { Page } from '../../frame/page.tsx';
import { useUnsaved } from '../schools/use-unsaved.ts';
import { Exports } from './exports.tsx';
import { FileBox } from './file-box.tsx';
import { countChanges, type ImportJob, type ImportState } from './import-job.ts';
import { Plan } from './plan.tsx';
import { ReadList } from './read-list.tsx';
import { Running } from './running.tsx';

/** What is going on: seen where it takes a while, heard of everywhere. */
const StepWords = ({ state: { step, plan, result } }: { state: ImportState }) => {
  if (step === 'reading') return 'Reading the files…';
  if (step === 'checking') return 'Checking what would change…';
  const report = (step === 'checked' && plan) || (step === 'done' && result);
  if (!report) return null;
  return (
    <span className="visually-hidden">
      {counted(countChanges(report), 'change')} {step === 'done' ? 'made' : 'would be made'},{' '}
      {counted(report.problems.length + report.moreProblems, 'problem')}.
    </span>
  );
};

const Refused = ({ state: { trouble, files, removesMissing }, job }: { state: ImportState; job: ImportJob }) => (
  <div className="state-trouble" role="alert">
    <p>{trouble}</p>
    {files && (
      <Button className="button" onPress={() => void job.check(removesMissing)}>
        Try again
      </Button>
    )}
  </div>
);

interface StepProps {
  readonly state: ImportState;
  readonly job: ImportJob;
  readonly onRun: () => void;
  readonly onClear: () => void;
}

const Step = ({ state, job, onRun, onClear }: StepProps) => {
  switch (state.step) {
    case 'nothing':
    case 'reading':
    case 'checking':
      return null;
    case 'refused':
      return <Refused state={state} job={job} />;
    case 'checked':
      return (
        state.plan && (
          <Plan
            plan={state.plan}
            removesMissing={state.removesMissing}
            onRemovesMissing={(removesMissing) => void job.check(removesMissing)}
            onImport={onRun}
            onClear={onClear}
          />
        )
      );
    case 'importing':
    case 'stopped':
    case 'done':
      return <Running state={state} onGoOn={onRun} onClear={onClear} />;
    default:
      return state.step satisfies never;
  }
};

/** Brings schools, people and days in from files, and out into files. Nothing changes before it was looked at. */
export default function ImportPage() {
  const { job, state } = useImportJob();
  const refreshDistrict = useDistrictRefresh();
  const refreshDirectory = useDirectoryRefresh();
  const { step, files } = state;
  const chooseButton = useRef<HTMLButtonElement>(null);
  const clear = () => {
    job.clear();
    // The button that was pressed is gone.
    chooseButton.current?.focus();
  };
  useUnsaved(step === 'importing');
  // Also heard of where somebody looks at another page by then.
  const run = async () => {
    await job.run();
    const ended = job.get();
    if (ended.step === 'done') announce('The import is done.');
    if (ended.step === 'stopped') announce('The import has stopped. Go on with it on the import page.', 'trouble');
    await Promise.all([refreshDistrict(), refreshDirectory()]);
  };
  return (
    <Page
      title="Import and export"
      about="Schools, people and days from a spreadsheet or from your student information system. First you see what would change; nothing changes before you say so."
    >
      <FileBox
        button={chooseButton}
        isDisabled={step === 'importing' || step === 'reading'}
        onFiles={(chosen) => void job.choose(chosen)}
      />
      <p className="import-step" role="status">
        <StepWords state={state} />
      </p>
      {files && <ReadList files={files} />}
      <Step state={state} job={job} onRun={() => void run()} onClear={clear} />
      <Exports />
    </Page>
  );
}
