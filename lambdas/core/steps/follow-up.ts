import { FOLLOW_UPS, topicOf } from '../content.ts';
import { FACT_NAMES, factInWords, PHONE_FACTS } from '../facts.ts';
import { CHOICE } from '../speak.ts';
import { answerTopic } from './choice.ts';
import type { Step, StepInput, StepResult } from './step.ts';

/** Topics that are offered where the last answer was not the right one. */
const OFFERED = 3;

const said = (input: StepInput, name: 'gladItHelped' | 'askAway', topic: string): StepResult => ({
  replies: [
    input.speaker.say('notice', input.speaker.words(name), [input.speaker.menuChoice, input.speaker.personChoice]),
  ],
  outcome: 'answered',
  taken: { kind: 'smalltalk', topic },
});

/** "That did not help": what came close besides, a person, the menu. */
const notHelpful = ({ conversation, speaker }: StepInput): StepResult => ({
  replies: [
    speaker.say('choices', speaker.words('sorryNotHelpful'), [
      ...speaker.topicChoices(conversation.alternatives.slice(0, OFFERED)),
      speaker.personChoice,
      speaker.menuChoice,
    ]),
  ],
  outcome: 'answered',
  taken: { kind: 'smalltalk', topic: FOLLOW_UPS.notHelpful },
});

/** "And what number do I call?": the numbers that the last answer spoke of, where it spoke of any. */
const numberFor = ({ conversation, context, speaker }: StepInput): StepResult | undefined => {
  const last = conversation.lastTopic && topicOf(context.content, speaker.lang, conversation.lastTopic);
  const named = FACT_NAMES.filter((name) => PHONE_FACTS.includes(name) && last?.facts.includes(name));
  const numbers = named.flatMap((name) => factInWords(context.facts, name, speaker.lang) ?? []);
  if (!last || numbers.length === 0) return undefined;
  const body = [`${speaker.words('numberForThis')} ${last.title}`, ...new Set(numbers)].join('\n');
  return {
    replies: [speaker.say('answer', body, [speaker.personChoice, speaker.menuChoice])],
    outcome: 'answered',
    taken: { kind: 'answer', topic: FOLLOW_UPS.number },
  };
};

/** "And for my older son?": the last answer again, said to hold for every child. */
const forOtherChild = (input: StepInput): StepResult | undefined => {
  const { lastTopic } = input.conversation;
  return lastTopic === undefined
    ? undefined
    : answerTopic(input, lastTopic, { opening: input.speaker.words('sameForAll') });
};

/** Words that mean something only after what was said last, and taps on how an answer was. */
export const followUpStep: Step = (input) => {
  const { tapped, understanding } = input.reading;
  if (tapped === CHOICE.helpful) return said(input, 'gladItHelped', 'helpful');
  if (tapped === CHOICE.notHelpful) return notHelpful(input);
  if (tapped === CHOICE.another) return said(input, 'askAway', FOLLOW_UPS.another);
  if (tapped !== undefined || understanding?.kind !== 'topic') return undefined;
  switch (understanding.candidates[0]?.topic as string | undefined) {
    case FOLLOW_UPS.number:
      return numberFor(input);
    case FOLLOW_UPS.otherChild:
      return forOtherChild(input);
    case FOLLOW_UPS.another:
      return said(input, 'askAway', FOLLOW_UPS.another);
    case FOLLOW_UPS.notHelpful:
      return input.conversation.lastTopic === undefined ? undefined : notHelpful(input);
    default:
      return undefined;
  }
};
