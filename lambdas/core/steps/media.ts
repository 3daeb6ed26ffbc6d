import { passOnStep } from './handoff.ts';
import type { Step } from './step.ts';
import { welcome } from './words.ts';

/** Something without words: a voice note, a photo, a sticker, a place. */
export const mediaStep: Step = (input) => {
  const { reading, speaker, conversation } = input;
  if (!reading.media || reading.text !== '') return undefined;
  if (reading.media === 'sticker') {
    return conversation.profile.welcomedAt === undefined
      ? welcome(input)
      : {
          replies: [speaker.say('notice', speaker.words('acknowledged'), [speaker.menuChoice, speaker.personChoice])],
          outcome: 'answered',
          taken: { kind: 'smalltalk', topic: 'sticker' },
        };
  }
  const passedOn = passOnStep(input);
  if (passedOn) return passedOn;
  const isSpoken = reading.media === 'voice' || reading.media === 'audio';
  return {
    replies: [
      speaker.say('choices', speaker.words(isSpoken ? 'voiceReceived' : 'declinedMedia'), [
        speaker.personChoice,
        speaker.menuChoice,
      ]),
    ],
    outcome: 'answered',
    taken: { kind: 'unknown', topic: reading.media },
  };
};
