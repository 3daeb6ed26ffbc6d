import type { Child } from '../directory.ts';
import { withoutDoubledStop } from '../facts.ts';
import { flowSpeaker } from '../flows/flow-speaker.ts';
import { filled, gradeInWords } from '../flows/flow-words.ts';
import { pendingHandoff } from '../handoff.ts';
import { languageFacts } from '../language.ts';
import { eventSpeaker } from '../opportunities/event-speaker.ts';
import { followsInWords, plansInWords } from '../outreach/my-plans.ts';
import { outreachOf } from '../outreach/plans.ts';
import type { FamilyRequest } from '../request.ts';
import { CHOICE } from '../speak.ts';
import type { Step, StepInput } from './step.ts';

/** Requests about which something is still to come. */
const isOpen = ({ state }: FamilyRequest): boolean => state === 'sending' || state === 'sent' || state === 'unanswered';

/** What the family asked the school for and still waits for, in words; undefined where there is nothing. */
export const openRequestsInWords = (input: StepInput): string | undefined => {
  const said = flowSpeaker(input);
  const open = (input.conversation.requests ?? []).filter(isOpen);
  return open.length === 0
    ? undefined
    : open.map(({ kind, to, at }) => `${said.words.titles[kind]} → ${to.name}, ${said.moment(at)}`).join('; ');
};

const childInWords = (input: StepInput, { name, grade, school }: Child): string => {
  const said = flowSpeaker(input);
  const known = input.context.directory.schools.find(({ id }) => id === school);
  const about = [...(grade ? [gradeInWords(said.words, grade)] : []), ...(known ? [known.name] : [])];
  return about.length === 0 ? name : `${name} (${about.join(', ')})`;
};

/** What the family plans to come to, and what it has agreed to be sent. */
const eventsInWords = ({ conversation, context, speaker }: StepInput): readonly string[] => {
  const said = eventSpeaker(context.content, speaker.lang);
  const plans = plansInWords(conversation, context, said);
  const follows = followsInWords(outreachOf(conversation), said);
  return [...(plans === undefined ? [] : [plans]), ...(follows === undefined ? [] : [follows])];
};

/** All that is known of the family, in plain words and in its language. */
const knownInWords = (input: StepInput): string => {
  const { speaker, conversation, context } = input;
  const { children = [], address } = conversation.profile;
  const requests = openRequestsInWords(input);
  const language = languageFacts(speaker.lang).autonym;
  const lines = [
    ...(address.phone === undefined && address.userId === undefined ? [] : [speaker.words('knownNumber')]),
    filled(speaker.words('knownLanguage'), { language }),
    ...(children.length === 0
      ? []
      : [
          filled(speaker.words('knownChildren'), {
            children: children.map((child) => childInWords(input, child)).join('; '),
          }),
        ]),
    filled(speaker.words('knownMessages'), { days: String(context.turnDays) }),
    ...(requests === undefined ? [] : [filled(speaker.words('knownRequests'), { requests })]),
    ...(pendingHandoff(conversation.handoff) ? [speaker.words('knownTalk')] : []),
  ];
  return [
    speaker.words('known'),
    withoutDoubledStop(lines.join('\n')),
    ...eventsInWords(input),
    speaker.words('knownNot'),
  ].join('\n\n');
};

/** "What do you know about me?" */
export const knownStep: Step = (input) => {
  const { reading, speaker } = input;
  if (reading.tapped !== CHOICE.known && reading.group !== 'known') return undefined;
  return {
    replies: [
      speaker.say('notice', knownInWords(input), [
        { id: CHOICE.erase, title: speaker.words('eraseAll') },
        speaker.menuChoice,
      ]),
    ],
    outcome: 'answered',
    taken: { kind: 'command', topic: 'known' },
  };
};
