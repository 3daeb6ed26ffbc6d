import { CHOICE } from '../speak.ts';
import type { Step, StepInput } from './step.ts';

const withConsent = ({ conversation, context }: StepInput, status: 'started' | 'stopped') => ({
  profile: { ...conversation.profile, consent: { status, at: context.now } },
});

const asksToStart = ({ reading }: StepInput) => reading.group === 'start' || reading.tapped === CHOICE.start;

/** The consent that a turn asks for, whatever else it says. */
export const consentAsked = (input: StepInput) => {
  if (input.reading.group === 'stop') return withConsent(input, 'stopped');
  return asksToStart(input) ? withConsent(input, 'started') : {};
};

/** STOP, in any language, at any time: confirmed once, then silence. */
export const stopStep: Step = (input) => {
  if (input.reading.group !== 'stop') return undefined;
  const taken = { kind: 'command', topic: 'stop' } as const;
  if (input.conversation.profile.consent.status === 'stopped') return { replies: [], outcome: 'stopped', taken };
  const { speaker } = input;
  return {
    replies: [speaker.say('notice', speaker.words('stopped'), [speaker.startChoice])],
    outcome: 'answered',
    taken,
    conversation: withConsent(input, 'stopped'),
  };
};

/** After STOP nothing is said until START. (Danger has been looked at before.) */
export const stoppedStep: Step = (input) => {
  const { conversation, speaker } = input;
  const wasStopped = conversation.profile.consent.status === 'stopped';
  if (!asksToStart(input)) return wasStopped ? { replies: [], outcome: 'stopped' } : undefined;
  return {
    replies: [speaker.menu(speaker.words(wasStopped ? 'started' : 'menu'))],
    outcome: 'answered',
    taken: { kind: 'command', topic: 'start' },
    conversation: withConsent(input, 'started'),
  };
};
