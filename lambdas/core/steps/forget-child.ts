import { flowSpeaker } from '../flows/flow-speaker.ts';
import { childrenNamed } from '../flows/known-children.ts';
import { foundInside } from '../flows/listen.ts';
import { normalise, wordsOf } from '../understanding/normalise.ts';
import type { Step } from './step.ts';

/** An order holds a verb and a name, and hardly more: "Fabiola forgot her bag" tells something else. */
const MOST_OTHER_WORDS = 1;

/** "Forget Juan": the child is taken out of what is known of the family. */
export const forgetChildStep: Step = (input) => {
  const { reading, conversation, context, speaker } = input;
  const { children = [] } = conversation.profile;
  const words = wordsOf(normalise(reading.text));
  const forgotten = childrenNamed(children, words);
  const verb = foundInside(reading.text, context.content, [speaker.lang, 'en'], 'forgetChild');
  const named = Math.max(0, ...forgotten.map(({ name }) => wordsOf(normalise(name)).length));
  if (!verb || named === 0) return undefined;
  const isFirstOrLast = verb.from === 0 || verb.to === words.length - 1;
  if (!isFirstOrLast || words.length - named - (verb.to - verb.from + 1) > MOST_OTHER_WORDS) return undefined;
  const said = flowSpeaker(input);
  return {
    replies: [
      speaker.say('notice', said.says('childForgotten', { child: forgotten.map(({ name }) => name).join(', ') }), [
        speaker.menuChoice,
      ]),
    ],
    outcome: 'answered',
    taken: { kind: 'command', topic: 'forget' },
    conversation: {
      flow: undefined,
      profile: { ...conversation.profile, children: children.filter((child) => !forgotten.includes(child)) },
    },
  };
};
