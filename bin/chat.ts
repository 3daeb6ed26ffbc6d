/**
 * `npm run chat`: talk to Homeroom in a terminal. `--record FILE` writes the talk as a transcript test.
 * What can be sent besides words: see `bin/local/transcript.ts`, e.g. `(voice)`; `~ 25 hours later` moves the clock.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import type { Choice } from '../lambdas/core/reply.ts';
import { createTalk, demoWorld } from './local/talk.ts';
import { contentOf, talkClock, turnLines } from './local/transcript.ts';

const { values } = parseArgs({ options: { record: { type: 'string' } } });
if (values.record && existsSync(values.record)) {
  console.error(`${values.record} exists already; choose another name.`);
  process.exit(2);
}

const clock = talkClock();
const talk = createTalk(demoWorld(clock.now()), clock);
const blocks: string[] = ['# A talk recorded in the terminal: say here what it shows'];
let offered: readonly Choice[] = [];

console.log('Write as a parent would. An empty line or Ctrl+D ends the talk.');
const lines = createInterface({ input: process.stdin, output: process.stdout, prompt: '> ' });
lines.prompt();
for await (const line of lines) {
  if (line.trim() === '') break;
  const later = /^~ (\d+(?:\.\d+)?) hours? later$/.exec(line);
  if (later) {
    clock.later(Number(later[1]));
    blocks.push(line);
  } else {
    const replies = await talk.say(contentOf(line, offered));
    offered = replies.at(-1)?.choices ?? offered;
    const said = turnLines(replies, talk.lastTurn());
    console.log(`${said.join('\n')}\n`);
    blocks.push([`> ${line}`, ...said].join('\n'));
    clock.later(1 / 60);
  }
  lines.prompt();
}
lines.close();
if (values.record) {
  writeFileSync(values.record, `${blocks.join('\n\n')}\n`);
  console.log(`\nRecorded in ${values.record}. Tests in test/transcripts replay it.`);
}
