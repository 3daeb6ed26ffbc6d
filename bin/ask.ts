/**
 * `npm run ask -- "question"`: what Homeroom makes of a question, as one JSON line.
 * `npm run ask -- --file questions.jsonl`: the same for each line `{"id","text"}`, keeping `id`.
 */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import * as z from 'zod/mini';
import type { TurnWorld } from '../lambdas/app/turn-ports.ts';
import type { Reply } from '../lambdas/core/reply.ts';
import { createTalk, demoWorld } from './local/talk.ts';

const Line = z.object({ id: z.union([z.string(), z.number()]), text: z.string() });

const replyText = (replies: readonly Reply[]) =>
  replies.map(({ body, choices }) => [body, ...choices.map(({ title }) => `[${title}]`)].join('\n')).join('\n\n');

/** The answer to one question from somebody who writes for the first time. */
const ask = async (world: TurnWorld, text: string) => {
  const talk = createTalk(world, Date);
  const replies = await talk.say({ kind: 'text', text });
  const { candidates, lang } = world.understand(text, {});
  const { taken, conversation } = talk.lastTurn() ?? {};
  const topic = taken?.topic ?? null;
  return {
    text,
    lang: conversation?.profile.language?.lang ?? lang,
    kind: taken?.kind ?? 'unknown',
    topic,
    // A command, small talk or danger is recognised by its very words; the rest has the matcher's confidence.
    confidence: candidates.length === 0 && taken?.kind !== 'unknown' ? 1 : (candidates[0]?.confidence ?? 0),
    alternatives: candidates,
    reply: replyText(replies),
  };
};

const askFile = async (world: TurnWorld, file: string) => {
  let number = 0;
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    if (line.trim() === '') continue;
    const parsed = readLine(line);
    if (parsed) console.log(JSON.stringify({ id: parsed.id, ...(await ask(world, parsed.text)) }));
    else {
      console.error(`${file}:${number}: not a line like {"id": "1", "text": "a question"}; it was left out.`);
      process.exitCode = 1;
    }
  }
};

const readLine = (line: string) => {
  try {
    return z.safeParse(Line, JSON.parse(line)).data;
  } catch {
    return undefined;
  }
};

const { values, positionals } = parseArgs({ options: { file: { type: 'string' } }, allowPositionals: true });
if (!values.file && positionals.length === 0) {
  console.error('Ask something: npm run ask -- "my boy has fever can he go school"   or   --file questions.jsonl');
  process.exitCode = 2;
} else {
  const world = demoWorld(Date.now());
  try {
    if (values.file) await askFile(world, values.file);
    else console.log(JSON.stringify(await ask(world, positionals.join(' '))));
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    if (!isMissing) throw error;
    console.error(`There is no file ${values.file}; give the path of a file of lines like {"id": "1", "text": "…"}.`);
    process.exitCode = 2;
  }
}
