import type { SchoolPerson } from '../directory.ts';
import { factInWords } from '../facts.ts';
import { FLOW_CHOICE } from '../flows/choices.ts';
import { peopleOf } from '../flows/find-person.ts';
import { flowSpeaker } from '../flows/flow-speaker.ts';
import { ASKED_ROLES, type AskedRole } from '../flows/flow-words.ts';
import type { Step, StepInput, StepResult } from './step.ts';

/** Who else is asked where a school has nobody for it. */
const INSTEAD = ['office', 'liaison'] as const;
/** More than this is a directory and not an answer. */
const MOST = 2;

const isAsked = (role: string): role is AskedRole => (ASKED_ROLES as readonly string[]).includes(role);

/** Somebody as a family needs them: name, what they do, phone, room, hours, languages. Never an e-mail address. */
const card = (input: StepInput, person: SchoolPerson): string => {
  const { labels } = flowSpeaker(input).words;
  const line = (label: keyof typeof labels, text: string | undefined) => (text ? [`${labels[label]}: ${text}`] : []);
  const schools = input.context.directory.schools.filter(({ id }) => person.schools.includes(id));
  return [
    `*${person.name}*${person.title ? `, ${person.title}` : ''}`,
    ...(input.context.directory.schools.length > 1 ? line('school', schools.map(({ name }) => name).join(', ')) : []),
    ...line('phone', person.phone),
    ...line('room', person.room),
    ...line('hours', person.hours),
    ...line('speaks', person.languages.join(', ')),
  ].join('\n');
};

const whoIs = (input: StepInput, role: AskedRole): StepResult => {
  const { context, conversation, speaker } = input;
  const said = flowSpeaker(input);
  const own = new Set((conversation.profile.children ?? []).map(({ school }) => school));
  const all = peopleOf(context.directory, undefined, [role]);
  const near = all.filter(({ schools }) => schools.some((school) => own.has(school)));
  const found = near.length > 0 ? near : all;
  const people = found.length > 0 ? found : peopleOf(context.directory, undefined, INSTEAD);
  const schoolName = context.directory.schools[0]?.name ?? context.facts.districtName;
  const phone = factInWords(context.facts, 'officePhone', speaker.lang);
  const isNobody = people.length === 0;
  return {
    replies: [
      said.say(
        [
          found.length > 0 ? said.says('whoIs') : said.says('nobody', { school: schoolName }),
          ...people.slice(0, MOST).map((person) => card(input, person)),
          isNobody && phone ? said.says('callNumber', { phone }) : undefined,
          `${said.says('sayThis')}\n“${context.content.packs.en.flows.sounds.interpreter}”${speaker.lang === 'en' ? '' : `\n${said.words.sounds.interpreter}`}`,
        ],
        [said.start('who'), speaker.personChoice, speaker.menuChoice],
      ),
    ],
    outcome: 'answered',
    taken: { kind: 'flow', topic: `who ${role}` },
  };
};

/** "Who can help me?": what it is about, then the right person, how to reach them, and what to say. */
export const whoStep: Step = (input) => {
  const { tapped = '' } = input.reading;
  if (tapped === FLOW_CHOICE.start('who')) {
    const said = flowSpeaker(input);
    const choices = ASKED_ROLES.map((role) => ({ id: FLOW_CHOICE.who(role), title: said.words.who[role] }));
    return {
      replies: [said.say([said.says('who')], choices)],
      outcome: 'answered',
      taken: { kind: 'flow', topic: 'who' },
    };
  }
  const role = tapped.startsWith('who:') ? tapped.slice('who:'.length) : '';
  return isAsked(role) ? whoIs(input, role) : undefined;
};
