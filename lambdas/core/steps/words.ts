import { CHOICE } from '../speak.ts';
import { choiceStep } from './choice.ts';
import type { Step, StepInput, StepResult } from './step.ts';

/** The first hello: who this is, what it can do, choices to tap. */
export const welcome = ({ speaker, conversation, context }: StepInput): StepResult => ({
  replies: [speaker.menu(speaker.words('welcome'))],
  outcome: 'answered',
  taken: { kind: 'smalltalk', topic: 'hello' },
  conversation: { profile: { ...conversation.profile, welcomedAt: context.now } },
});

const smalltalk = (input: StepInput, name: 'thanks' | 'goodbye' | 'acknowledged'): StepResult => ({
  replies: [
    input.speaker.say('notice', input.speaker.words(name), [input.speaker.menuChoice, input.speaker.personChoice]),
  ],
  outcome: 'answered',
  taken: { kind: 'smalltalk', topic: name },
});

/** A message that as a whole is a command or small talk. */
export const wordsStep: Step = (input) => {
  const { group } = input.reading;
  switch (group) {
    case undefined:
    case 'stop':
    case 'start':
    case 'person':
    case 'switch':
    case 'known':
    case 'erase':
      return undefined;
    case 'hello':
      return welcome(input);
    case 'menu':
      return choiceStep({ ...input, reading: { ...input.reading, tapped: CHOICE.menu } });
    case 'language':
      return choiceStep({ ...input, reading: { ...input.reading, tapped: CHOICE.language } });
    case 'thanks':
      return smalltalk(input, 'thanks');
    case 'goodbye':
      return smalltalk(input, 'goodbye');
    case 'yes':
      return smalltalk(input, 'acknowledged');
    default:
      return group satisfies never;
  }
};
