import type { Action, ActionResult, HandoffView } from '#contract/desk-api.ts';
import { sentenceOf } from '../api/errors.ts';
import { useAct } from '../api/use-act.ts';
import { announce } from '../frame/announce.tsx';
import { refusalOf } from '../words/handoffs.ts';

const PENDING = 'This takes longer than usual. It will be done in a moment; doing it again does no harm.';

/** Says what became of an action, where it was not simply done. @returns whether it was done */
const tell = ({ outcome, why, handoff }: ActionResult): boolean => {
  if (outcome === 'refused') announce(refusalOf(why, handoff), 'trouble');
  if (outcome === 'pending') announce(PENDING);
  return outcome === 'done';
};

/** Acts on a handoff, and tells whoever acted when it was refused or failed. `run` says whether it was done. */
export const useActing = (named: Pick<HandoffView, 'contact' | 'id'>) => {
  const { mutateAsync, isPending } = useAct(named);
  const run = async (action: Action): Promise<boolean> => {
    try {
      return tell(await mutateAsync(action));
    } catch (error) {
      announce(sentenceOf(error), 'trouble');
      return false;
    }
  };
  return { run, isPending };
};
