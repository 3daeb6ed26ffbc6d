/** A conversation as it stands in `talks/`: what the parent does, and what must have been sent in the end. */
import type { FamilyRequest } from '#core/request.ts';

/** What the parent does in one turn. */
type TalkStep = { readonly said: readonly string[] } | { readonly hours: number };

/** A request that must have been sent: fields by their names, and in how many turns at most. */
export interface Expected {
  readonly kind: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly turns?: number;
}

export interface TalkFile {
  readonly title: string;
  readonly steps: readonly TalkStep[];
  /** Empty where nothing may be sent. */
  readonly expected: readonly Expected[];
}

const NOTHING = 'nothing sent';

const expectedOf = (line: string): Expected => {
  const [kind = '', ...parts] = line.split(';').map((part) => part.trim());
  const fields = parts.map((part) => {
    const [name = '', ...words] = part.split(' ');
    return [name, words.join(' ')] as const;
  });
  const { turns, ...others } = Object.fromEntries(fields);
  return { kind, fields: others, ...(turns ? { turns: Number(turns) } : {}) };
};

/**
 * Reads a conversation: `# title`, `> what the parent writes` or `> (tap) id or words`, lines that follow each other
 * arrive together, `~ 26 hours later`, and last `= kind; field value; …` for each request, or `= nothing sent`.
 * @throws Error naming the line that is none of these
 */
export const readTalk = (text: string): TalkFile => {
  const steps: TalkStep[] = [];
  const expected: string[] = [];
  let title = '';
  let isTogether = false;
  for (const line of text.split('\n')) {
    const later = /^~ (\d+) hours? later$/.exec(line);
    const last = steps.at(-1);
    if (line.startsWith('# ')) title = line.slice(2);
    else if (line.startsWith('= ')) expected.push(line.slice(2));
    else if (later) steps.push({ hours: Number(later[1]) });
    else if (line.startsWith('> ') && isTogether && last && 'said' in last)
      steps[steps.length - 1] = { said: [...last.said, line.slice(2)] };
    else if (line.startsWith('> ')) steps.push({ said: [line.slice(2)] });
    else if (line !== '') throw new Error(`"${line}" begins with none of # > ~ =`);
    isTogether = line.startsWith('> ');
  }
  return { title, steps, expected: expected.filter((line) => line !== NOTHING).map(expectedOf) };
};

const words = (text: string | undefined): string => text ?? '';

/** The fields of a request that a talk may expect, as it writes them. */
export const fieldsOf = ({ details, to, school }: FamilyRequest): Readonly<Record<string, string>> => {
  const { child, days = [], time, parts = [], reason, subject, interpreter, letter = {} } = details;
  const fields: Record<string, string> = {
    ...{ child: words(child?.name), grade: words(child?.grade), school, to: to.name },
    ...{ days: days.join(', '), time: words(time), parts: parts.join(', ') },
    ...{ reason: words(reason), subject: words(subject), words: words(details.words?.text) },
    interpreter: interpreter ? [interpreter.lang, interpreter.dialect].filter(Boolean).join(' ') : '',
    ...Object.fromEntries(Object.entries(letter).map(([part, said]) => [part, said.text])),
  };
  return fields;
};
