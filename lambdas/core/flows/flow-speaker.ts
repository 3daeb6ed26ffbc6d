import { dateInWords, timeInWords, withoutDoubledStop } from '../facts.ts';
import { type Lang, languageFacts } from '../language.ts';
import type { Choice, Reply } from '../reply.ts';
import type { RequestKind } from '../request.ts';
import type { StepInput } from '../steps/step.ts';
import { clockOf } from '../when.ts';
import { FLOW_CHOICE } from './choices.ts';
import { type FlowWords, filled } from './flow-words.ts';

/** What the flows say, in the family's language. */
export interface FlowSpeaker {
  readonly lang: Lang;
  readonly words: FlowWords;
  /** A text of `says` with its fields filled. */
  says(name: keyof FlowWords['says'], fields?: Readonly<Record<string, string>>): string;
  /** Several parts as one reply, empty ones left out. */
  say(parts: readonly (string | undefined)[], choices?: readonly Choice[]): Reply;
  /** What parts the things of a list. */
  readonly comma: string;
  choice(id: string, name: keyof FlowWords['choices']): Choice;
  start(kind: RequestKind | 'who'): Choice;
  /** Goes on with the flow of this kind. */
  resume(kind: RequestKind): Choice;
  /** Days in words: one, or some with "and"; a long run by its ends. */
  days(dates: readonly string[]): string;
  time(time: string): string;
  /** Date and time of a moment, in the school's zone. */
  moment(at: number): string;
}

/** Other scripts have commas of their own. */
const COMMAS: Readonly<Record<string, string>> = { arabic: '، ', han: '，' };
const SEMICOLONS: Readonly<Record<string, string>> = { arabic: '؛ ', han: '；' };

/** More days than this are told by the first and the last of them. */
const MOST_DAYS = 4;

/** The longest title of a row in a list of WhatsApp (Meta, "Interactive list messages", November 2026). */
const LONGEST_ROW = 24;

const shortened = (title: string): string => {
  const characters = [...title];
  return characters.length > LONGEST_ROW
    ? `${characters
        .slice(0, LONGEST_ROW - 1)
        .join('')
        .trimEnd()}…`
    : title;
};

export const flowSpeaker = ({ context, speaker }: Pick<StepInput, 'context' | 'speaker'>): FlowSpeaker => {
  const { lang } = speaker;
  const words = context.content.packs[lang].flows;
  const inWords = (date: string) => dateInWords(date, lang);
  return {
    lang,
    words,
    says: (name, fields = {}) => withoutDoubledStop(filled(words.says[name], fields)),
    comma: COMMAS[languageFacts(lang).scripts[0] ?? ''] ?? ', ',
    say: (parts, choices = []) =>
      speaker.say('choices', parts.filter((part) => part !== undefined && part !== '').join('\n\n'), choices),
    choice: (id, name) => ({ id, title: words.choices[name] }),
    start: (kind) => ({ id: FLOW_CHOICE.start(kind), title: words.starts[kind] }),
    resume: (kind) => ({
      id: FLOW_CHOICE.resume,
      title: shortened(filled(words.choices.resume, { title: words.titles[kind] })),
    }),
    days: (dates) => {
      const [first, last] = [dates[0], dates.at(-1)];
      return dates.length > MOST_DAYS && first && last
        ? `${inWords(first)} – ${inWords(last)}`
        : dates.map(inWords).join(SEMICOLONS[languageFacts(lang).scripts[0] ?? ''] ?? '; ');
    },
    time: (time) => timeInWords(time, lang),
    moment: (at) => {
      const { date, time } = clockOf(at, context.timeZone);
      return `${inWords(date)}${COMMAS[languageFacts(lang).scripts[0] ?? ''] ?? ', '}${timeInWords(time, lang)}`;
    },
  };
};
