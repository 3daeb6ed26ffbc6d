import { Button } from 'react-aria-components';
import type { Action, HandoffView } from '#contract/desk-api.ts';
import { useMe } from '../api/use-me.ts';
import { mayDo } from '../thread/may.ts';
import { useActing } from '../thread/use-acting.ts';
import { ownerOf } from '../words/handoffs.ts';

/** What one does before one can answer: claim it, take it over, or open it again. */
export const NotYours = ({ handoff }: { handoff: HandoffView }) => {
  const me = useMe();
  const may = mayDo(handoff, me);
  const { run, isPending } = useActing(handoff);
  const button = (words: string, action: Action) => (
    <Button className="button button-primary" isDisabled={isPending} onPress={() => void run(action)}>
      {words}
    </Button>
  );
  return (
    <div className="not-yours">
      <p>
        {handoff.status === 'resolved' ? 'This is resolved.' : `${ownerOf(handoff, me.person.id)}.`}
        {handoff.status === 'claimed' && !may.takeOver && ' You can leave a note.'}
      </p>
      {may.claim && button('Claim and reply', { kind: 'claim' })}
      {may.takeOver && button('Take over and reply', { kind: 'assign', to: me.person.id })}
      {may.reopen && button('Reopen and reply', { kind: 'reopen' })}
    </div>
  );
};
