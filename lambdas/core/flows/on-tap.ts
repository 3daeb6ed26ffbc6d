import type { RequestKind } from '../request.ts';
import type { StepInput, StepResult } from '../steps/step.ts';
import { advance, inFlow } from './advance.ts';
import { ask } from './ask.ts';
import { FLOW_CHOICE } from './choices.ts';
import { completed, recipientOf } from './complete.ts';
import { type FlowState, maySkip, SLOTS, type Slot } from './flow.ts';
import { flowSpeaker } from './flow-speaker.ts';
import { askChange } from './review.ts';
import { send } from './send.ts';
import { cleared, tapped } from './tap.ts';

/** The flow is over; a text says so. */
export const finished = (input: StepInput, topic: string, text: string): StepResult => ({
  replies: [input.speaker.say('notice', text, [input.speaker.menuChoice, input.speaker.personChoice])],
  outcome: 'answered',
  taken: { kind: 'flow', topic },
  conversation: { flow: undefined },
});

/** Only what was just looked at is sent: where somebody has left in between it is asked anew. */
const sendIt = (input: StepInput, flow: FlowState): StepResult => {
  const { directory } = input.context;
  const to = recipientOf(flow.kind, flow.draft, directory);
  const isSame = JSON.stringify(completed(flow.draft, directory)) === JSON.stringify(flow.draft);
  return (flow.asked === 'review' && isSame && to && send(input, flow, to)) || advance(input, flow);
};

const onDo = (input: StepInput, flow: FlowState, id: string): StepResult | undefined => {
  switch (id) {
    case FLOW_CHOICE.send:
      return sendIt(input, flow);
    case FLOW_CHOICE.change:
      return inFlow(input, { ...flow, asked: 'change' }, askChange(input, flow));
    case FLOW_CHOICE.cancel:
      return finished(input, flow.kind, flowSpeaker(input).says('cancelled'));
    case FLOW_CHOICE.resume:
      return advance(input, flow);
    default:
      return undefined;
  }
};

/** Leaves out what may be left out. */
const skip = (input: StepInput, flow: FlowState): StepResult => {
  const { asked, draft } = flow;
  if (asked === 'review' || asked === 'change' || !maySkip(asked)) return advance(input, flow);
  return advance(input, { ...flow, draft: { ...draft, skipped: [...draft.skipped, asked] } });
};

/** "Another child", "another day": asked for in words. */
const askAnew = (input: StepInput, flow: FlowState, slot: 'child' | 'days'): StepResult => {
  const { conversation } = input;
  const draft = cleared(flow.draft, slot);
  const anew: FlowState = { ...flow, asked: slot, draft: slot === 'child' ? { ...draft, isOther: true } : draft };
  const { children: _, ...stranger } = conversation.profile;
  const asking = slot === 'child' ? { ...input, conversation: { ...conversation, profile: stranger } } : input;
  return inFlow(input, anew, ask(asking, anew, slot));
};

const isSlotOf = (kind: RequestKind, slot: string): slot is Slot =>
  (SLOTS[kind] as readonly string[]).includes(slot) || slot === 'interpreter';

/** What a tap on a choice of the flow does; undefined where the choice means nothing (any more). */
export const onTap = (input: StepInput, flow: FlowState, id: string): StepResult | undefined => {
  if (id.startsWith('do:')) return onDo(input, flow, id);
  if (id === FLOW_CHOICE.skip) return skip(input, flow);
  if (id === FLOW_CHOICE.otherChild) return askAnew(input, flow, 'child');
  if (id === FLOW_CHOICE.otherDay) return askAnew(input, flow, 'days');
  if (id.startsWith('change:')) {
    const slot = id.slice('change:'.length);
    if (!isSlotOf(flow.kind, slot)) return undefined;
    const changed = { ...flow, asked: slot, draft: cleared(flow.draft, slot) };
    return inFlow(input, changed, ask(input, changed, slot));
  }
  const draft = tapped(flow, id, input);
  return draft && advance(input, { ...flow, draft });
};
