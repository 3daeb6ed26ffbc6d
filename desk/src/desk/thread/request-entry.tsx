import { Button } from 'react-aria-components';
import type { HandoffView, ThreadEntry } from '#contract/desk-api.ts';
import type { RequestId } from '#core/request.ts';
import { useMe } from '../api/use-me.ts';
import { needsConfirmation, requestWords } from '../words/requests.ts';
import { clockWords } from '../words/times.ts';
import { useActing } from './use-acting.ts';

interface RequestEntryProps {
  readonly entry: Extract<ThreadEntry, { kind: 'request' }>;
  readonly handoff: Pick<HandoffView, 'contact' | 'id'>;
}

/** What a family asked the school for, and what became of it, as a thin line; an interpreter can be confirmed here. */
export const RequestEntry = ({ entry, handoff }: RequestEntryProps) => {
  const { timeZone } = useMe();
  const { run, isPending } = useActing(handoff);
  return (
    <div className="happened">
      <span>
        {requestWords(entry)} · {clockWords(entry.at, timeZone)}
      </span>
      {needsConfirmation(entry) && (
        <Button
          className="button"
          isDisabled={isPending}
          onPress={() => void run({ kind: 'confirm', request: entry.request.id as RequestId })}
        >
          Interpreter confirmed
        </Button>
      )}
    </div>
  );
};
