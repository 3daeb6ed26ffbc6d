import type { TurnWorld } from '#app/turn-ports.ts';
import { numberId } from '#core/ids.ts';
import type { Choice, Reply } from '#core/reply.ts';
import type { FamilyRequest } from '#core/request.ts';
import { createTalk } from '../../../bin/local/talk.ts';
import { contentOf, talkClock } from '../../../bin/local/transcript.ts';
import type { TalkFile } from './talk-file.ts';

/** The numbers of the demo district: one school stands behind the first, two behind the other. */
const HIGH_SCHOOL = numberId('100000000000001');
const TWO_SCHOOLS = numberId('100000000000002');

/** A request, and in which of the parent's turns since the one before it was sent. */
export interface Sent {
  readonly request: FamilyRequest;
  readonly turns: number;
}

export interface Played {
  readonly sent: readonly Sent[];
  /** What was tapped and never offered: the talk itself is wrong. */
  readonly notOffered: readonly string[];
  /** The whole of it, to be read where something is wrong. */
  readonly read: string;
}

const TAP = /^\(tap\) (.*)$/;

const shown = ({ body, choices }: Reply): string =>
  `${body.replace(/^/gm, '< ')}\n${choices.map(({ id, title }) => `[${title} = ${id}]`).join(' ')}`;

/** Plays a conversation with the real turn over stores in memory. */
export const playTalk = async (talk: TalkFile, world: TurnWorld): Promise<Played> => {
  const clock = talkClock();
  const homeroom = createTalk(world, clock, talk.title.startsWith('Riverbend High') ? HIGH_SCHOOL : TWO_SCHOOLS);
  const sent: Sent[] = [];
  const notOffered: string[] = [];
  const read: string[] = [`# ${talk.title}`];
  const offered: Choice[] = [];
  let last: readonly Choice[] = [];
  let turns = 0;
  for (const step of talk.steps) {
    if ('hours' in step) {
      clock.later(step.hours);
      continue;
    }
    turns += 1;
    for (const line of step.said) {
      const [, tap] = TAP.exec(line) ?? [];
      if (tap !== undefined && !offered.some(({ id, title }) => tap === id || tap === title)) notOffered.push(tap);
    }
    const replies = await homeroom.say(...step.said.map((line) => contentOf(line, last)));
    last = replies.at(-1)?.choices ?? last;
    offered.push(...replies.flatMap(({ choices }) => choices));
    read.push([...step.said.map((line) => `> ${line}`), ...replies.map(shown)].join('\n'));
    const effects = homeroom.lastTurn()?.effects ?? [];
    const requests = effects.flatMap((effect) => (effect.kind === 'save_request' ? [effect.request] : []));
    sent.push(...requests.map((request) => ({ request, turns })));
    if (requests.length > 0) turns = 0;
    // A minute passes between two messages.
    clock.later(1 / 60);
  }
  return { sent, notOffered, read: read.join('\n\n') };
};
