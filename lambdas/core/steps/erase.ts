import { withoutDoubledStop } from '../facts.ts';
import { flowSpeaker } from '../flows/flow-speaker.ts';
import { filled } from '../flows/flow-words.ts';
import { pendingHandoff } from '../handoff.ts';
import type { Reply } from '../reply.ts';
import { CHOICE } from '../speak.ts';
import { normalise } from '../understanding/normalise.ts';
import { openRequestsInWords } from './known.ts';
import type { Step, StepInput, StepResult } from './step.ts';

/** A "yes" under a question of long ago may be a slip of the finger. */
const ASKED_WITHIN_MS = 86_400_000;

const taken = { kind: 'command', topic: 'erase' } as const;

/** Asks once, and says what is lost. */
const ask = (input: StepInput): StepResult => {
  const { speaker, conversation, context } = input;
  const requests = openRequestsInWords(input);
  const parts = [
    speaker.words('eraseAsk'),
    ...(requests === undefined ? [] : [withoutDoubledStop(filled(speaker.words('eraseRequests'), { requests }))]),
    ...(pendingHandoff(conversation.handoff) ? [speaker.words('eraseTalk')] : []),
  ];
  return {
    replies: [
      speaker.say('notice', parts.join('\n\n'), [
        { id: CHOICE.eraseYes, title: speaker.words('eraseYes') },
        { id: CHOICE.eraseNo, title: speaker.words('eraseNo') },
      ]),
    ],
    outcome: 'answered',
    taken,
    conversation: { eraseAskedAt: context.now },
  };
};

/** Digits and letters without those that look alike. */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_LENGTH = 8;

/** Names the moment of a turn and nobody: two families in one millisecond have the same. */
const codeOf = (now: number): string => {
  let rest = BigInt(Math.max(0, Math.floor(now)));
  let code = '';
  for (let left = CODE_LENGTH; left > 0; left -= 1) {
    code = `${SIGNS[Number(rest % 32n)]}${code}`;
    rest /= 32n;
  }
  return `${code.slice(0, 4)}-${code.slice(4)}`;
};

/** The receipt: when, in the school's zone, and a code that holds no identity. */
export const receipt = ({ speaker, context }: Pick<StepInput, 'speaker' | 'context'>): Reply => {
  const time = flowSpeaker({ speaker, context }).moment(context.now);
  return speaker.say(
    'notice',
    withoutDoubledStop(filled(speaker.words('erased'), { time, code: codeOf(context.now) })),
  );
};

const erase = (input: StepInput): StepResult => ({
  replies: [receipt(input)],
  outcome: 'answered',
  taken,
  effects: [{ kind: 'erase' }],
});

const keep = ({ speaker }: StepInput): StepResult => ({
  replies: [speaker.say('notice', speaker.words('eraseKept'), [speaker.menuChoice])],
  outcome: 'answered',
  taken,
  conversation: { eraseAskedAt: undefined },
});

/** Whether the first words of a choice were typed: "yes" for "Yes, delete". */
const isTyped = ({ reading, speaker }: StepInput, name: 'eraseYes' | 'eraseNo'): boolean => {
  const typed = normalise(reading.text);
  return typed !== '' && `${normalise(speaker.words(name))} `.startsWith(`${typed} `);
};

const isAsked = ({ conversation, context }: StepInput): boolean =>
  conversation.eraseAskedAt !== undefined &&
  context.now - conversation.eraseAskedAt < ASKED_WITHIN_MS &&
  conversation.offered.some(({ id }) => id === CHOICE.eraseYes);

/**
 * "Delete me": asked once, then done. It holds after STOP and while a person owns the conversation too: whoever wants
 * to be forgotten need not start again first, or wait for somebody.
 */
export const eraseStep: Step = (input) => {
  const { tapped, group } = input.reading;
  const asked = isAsked(input);
  const isFree = asked && tapped === undefined;
  if (tapped === CHOICE.eraseNo || (isFree && isTyped(input, 'eraseNo'))) return keep(input);
  if ((asked && tapped === CHOICE.eraseYes) || (isFree && isTyped(input, 'eraseYes'))) return erase(input);
  return tapped === CHOICE.eraseYes || tapped === CHOICE.erase || group === 'erase' ? ask(input) : undefined;
};
