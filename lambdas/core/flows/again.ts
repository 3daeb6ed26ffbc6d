import type { StepInput, StepResult } from '../steps/step.ts';
import { advance } from './advance.ts';
import { FLOW_CHOICE } from './choices.ts';
import { type FlowState, flowInProgress, newFlow } from './flow.ts';
import { onTap } from './on-tap.ts';
import { isAttendanceKind } from './send.ts';

const begunAgain = ({ isAgain: _, ...flow }: FlowState): FlowState => ({ ...flow, isOffered: false });

/** What was told of the child before, where that was just now; else a new task of the same kind. */
const sameAgain = ({ conversation, context }: StepInput): FlowState | undefined => {
  const left = flowInProgress(conversation.flow, context.now);
  if (left?.isOffered && left.isAgain) return begunAgain(left);
  const kind = conversation.requests?.findLast((request) => isAttendanceKind(request.kind))?.kind;
  return kind && newFlow(kind, context.turn, context.now);
};

/** "Another child": the same for the next one, whose name may be told already. */
export const onceMore = (input: StepInput): StepResult | undefined => {
  const flow = sameAgain(input);
  if (!flow) return undefined;
  const { named = [], ...draft } = flow.draft;
  const [next, ...others] = named;
  if (next) {
    const child = { ...draft, child: next, ...(others.length > 0 ? { named: others } : {}) };
    return advance(input, { ...flow, draft: child });
  }
  const { profile, lastChild } = input.conversation;
  const isAnyLeft = profile.children?.some(({ id }) => id !== lastChild) ?? false;
  return isAnyLeft ? advance(input, { ...flow, draft }) : onTap(input, { ...flow, draft }, FLOW_CHOICE.otherChild);
};
