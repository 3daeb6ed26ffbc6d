import type { School } from '../directory.ts';
import { factInWords } from '../facts.ts';
import type { RequestTo } from '../request.ts';
import { speakerIn } from '../speak.ts';
import type { StepInput, StepResult } from '../steps/step.ts';
import type { FlowState } from './flow.ts';
import { flowSpeaker } from './flow-speaker.ts';
import { keptChildren } from './kept-children.ts';
import { draftLines } from './review.ts';

/** What somebody needs who must call or go there: the number, the words, how they sound, and the English to show. */
export const withoutMail = (input: StepInput, flow: FlowState, school: School, to: RequestTo): StepResult => {
  const { context } = input;
  const said = flowSpeaker(input);
  const english = flowSpeaker({ context, speaker: speakerIn('en', context, undefined) });
  const person = context.directory.people.find(({ id }) => id === to.person);
  const phone =
    person?.phone ?? factInWords({ ...context.facts, ...school.facts }, 'officePhone', said.lang) ?? undefined;
  const kept = keptChildren(input, flow);
  return {
    replies: [
      said.say(
        [
          said.says('noMail', { to: to.name }),
          phone && said.says('callNumber', { phone }),
          `${said.says('sayThis')}\n“${english.words.sounds[flow.kind]}”\n${said.lang === 'en' ? '' : said.words.sounds[flow.kind]}`.trim(),
          draftLines(flow, to, english, school.name),
          kept.isNew && kept.child ? said.says('childKept', { child: kept.child.name }) : undefined,
        ],
        [input.speaker.personChoice, input.speaker.menuChoice],
      ),
    ],
    outcome: 'answered',
    taken: { kind: 'flow', topic: flow.kind },
    conversation: {
      flow: undefined,
      profile: { ...input.conversation.profile, children: kept.children },
    },
  };
};
