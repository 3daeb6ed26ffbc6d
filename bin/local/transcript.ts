import type { Turn } from '../../lambdas/app/ports.ts';
import type { TurnWorld } from '../../lambdas/app/turn-ports.ts';
import { numberId } from '../../lambdas/core/ids.ts';
import type { MessageContent } from '../../lambdas/core/inbound.ts';
import type { Choice, Reply } from '../../lambdas/core/reply.ts';
import { createTalk, type Talk } from './talk.ts';
import { outcomeLine, staffLineOf } from './transcript-staff.ts';

/**
 * A talk as plain text, for people to read and for tests to replay:
 *
 *     # What the talk is about
 *     # to 100000000000002, where it is not the first of our numbers
 *     > what the parent writes; lines that follow each other arrive together
 *     > (tap) the words of a choice
 *     > (voice) (photo) words below it (sticker) (document) (location) (contacts) (video)
 *     < what Homeroom says
 *     [ choice | choice ]
 *     ! what else happens: an effect and its reason
 *     @ rivera claims (releases, resolves, reopens, notes …, answers …, assigns haile): staff at the desk
 *     = done, or why it was refused
 *     * what goes by itself: a family has waited too long
 *     ~ 25 hours later
 *
 * Silence is written `< (nothing)`. Blank lines part the turns.
 */
const START = Date.parse('2026-11-23T15:00:00Z');
const HOUR_MS = 3_600_000;
const MEDIA = {
  photo: 'image',
  voice: 'voice',
  sticker: 'sticker',
  document: 'document',
  video: 'video',
  audio: 'audio',
} as const;

/** A clock that only moves when told to. */
export interface TalkClock {
  now(): number;
  later(hours: number): void;
}

export const talkClock = (): TalkClock => {
  let now = START;
  return {
    now: () => now,
    later: (hours) => {
      now += hours * HOUR_MS;
    },
  };
};

/** Thrown where a transcript cannot be read; the message names the line and says what to write. */
class TranscriptError extends Error {
  override readonly name = 'TranscriptError';
}

/** What a line of the parent's means. `offered` are the choices that can be tapped. */
export const contentOf = (line: string, offered: readonly Choice[]): MessageContent => {
  const [, kind = '', rest = ''] = /^\((\w+)\)\s*(.*)$/s.exec(line) ?? [];
  if (kind === 'tap') {
    const choice = offered.find(({ title }) => title === rest) ?? { id: rest, title: rest };
    return { kind: 'choice', id: choice.id, title: choice.title };
  }
  if (kind === 'location' || kind === 'contacts') return { kind };
  if (Object.hasOwn(MEDIA, kind)) {
    const media = MEDIA[kind as keyof typeof MEDIA];
    return {
      kind: 'media',
      media,
      mediaId: '1',
      mimeType: 'application/octet-stream',
      ...(rest ? { caption: rest } : {}),
    };
  }
  return { kind: 'text', text: line };
};

const replyLines = ({ body, choices }: Reply): string[] => [
  ...body.split('\n').map((line) => (line === '' ? '<' : `< ${line}`)),
  ...(choices.length > 0 ? [`[ ${choices.map(({ title }) => title).join(' | ')} ]`] : []),
];

const effectLines = (turn: Turn | undefined): string[] =>
  (turn?.effects ?? []).flatMap((effect) => {
    if (effect.kind === 'open_handoff') return [`! open_handoff ${effect.reason}${effect.isUrgent ? ', urgent' : ''}`];
    if (effect.kind === 'save_request')
      return [`! ${effect.request.state} ${effect.request.kind}: ${effect.request.to.name}`];
    if (effect.kind === 'report_late') return [`! report_late, step ${effect.step}`];
    if (effect.kind !== 'page_staff') return [];
    return [`! page_staff ${effect.danger}${effect.step > 0 ? `, again (${effect.step})` : ''}`];
  });

/** What could not go out yet, and the notice that it is ready. */
const heldLines = (turn: Turn | undefined): string[] =>
  (turn?.deliveries ?? []).flatMap(({ status }, index) => {
    const announcement = turn?.replies[index]?.announcement;
    if (status !== 'held') return [];
    return [announcement ? `! held; ${announcement.template} (${announcement.language}) goes out` : '! held'];
  });

/** What was said and done in a turn, as lines of a transcript. */
export const turnLines = (replies: readonly Reply[], turn: Turn | undefined): string[] => [
  ...(replies.length > 0 ? replies.flatMap(replyLines) : ['< (nothing)']),
  ...effectLines(turn),
  ...heldLines(turn),
];

type Step =
  | { readonly said: readonly string[] }
  | { readonly staff: string }
  | { readonly hours: number }
  | { readonly title: string };

const stepOf = (line: string, number: number): Step | undefined => {
  if (line.startsWith('#')) return { title: line };
  if (line.startsWith('> ')) return { said: [line.slice(2)] };
  if (line.startsWith('@ ')) return { staff: line };
  const later = /^~ (\d+(?:\.\d+)?) hours? later$/.exec(line);
  if (later) return { hours: Number(later[1]) };
  if (line === '' || /^[<[!=*]/.test(line)) return undefined;
  throw new TranscriptError(`line ${number}: begin it with one of # > < [ ! @ = * or write "~ 2 hours later"`);
};

const stepsOf = (text: string): Step[] => {
  const steps: Step[] = [];
  const lines = text.split('\n');
  for (const [index, line] of lines.entries()) {
    const step = stepOf(line, index + 1);
    const last = steps.at(-1);
    // Lines of the parent that follow each other arrive together.
    const isOneMore = lines[index - 1]?.startsWith('> ') && step && 'said' in step && last && 'said' in last;
    if (isOneMore) steps[steps.length - 1] = { said: [...last.said, ...step.said] };
    else if (step) steps.push(step);
  }
  return steps;
};

/** One step played: the lines that it makes, and what can be tapped afterwards. */
interface Played {
  readonly lines: readonly string[];
  readonly offered: readonly Choice[] | undefined;
}

const playStep = async (talk: Talk, clock: TalkClock, step: Step, offered: readonly Choice[]): Promise<Played> => {
  if ('title' in step) return { lines: [step.title], offered: undefined };
  if ('hours' in step) {
    clock.later(step.hours);
    const late = await talk.sweep();
    const told = late ? ['', '* still waiting', ...turnLines(late, talk.lastTurn())] : [];
    return { lines: [`~ ${step.hours} hours later`, ...told], offered: undefined };
  }
  if ('staff' in step) {
    const does = staffLineOf(step.staff);
    if (!does) throw new TranscriptError(`"${step.staff}" is nothing that staff can do`);
    const replies = await talk.act(does);
    const lines = turnLines(replies, talk.lastTurn()).slice(replies.length > 0 ? 0 : 1);
    return { lines: [step.staff, outcomeLine(talk.lastTurn()), ...lines], offered: replies.at(-1)?.choices };
  }
  const replies = await talk.say(...step.said.map((line) => contentOf(line, offered)));
  const lines = turnLines(replies, talk.lastTurn());
  return { lines: [...step.said.map((line) => `> ${line}`), ...lines], offered: replies.at(-1)?.choices };
};

/**
 * Plays a transcript: what the parent and staff do is taken from it, what Homeroom does is made anew.
 * @returns the transcript as it should read
 * @throws TranscriptError
 */
export const playTranscript = async (
  text: string,
  world: TurnWorld,
  afterTurn: (talk: Talk) => void = () => {},
): Promise<string> => {
  const clock = talkClock();
  const [, to] = /^# to (\d+)/m.exec(text) ?? [];
  const talk = createTalk(world, clock, to === undefined ? undefined : numberId(to));
  const blocks: string[] = [];
  let offered: readonly Choice[] = [];
  for (const step of stepsOf(text)) {
    const played = await playStep(talk, clock, step, offered);
    blocks.push(played.lines.join('\n'));
    offered = played.offered ?? offered;
    if ('said' in step || 'staff' in step) {
      afterTurn(talk);
      // Minutes pass between turns of people.
      clock.later(1 / 60);
    }
  }
  return `${blocks.join('\n\n')}\n`;
};
