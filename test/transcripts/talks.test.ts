import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { turnItem, turnOf } from '#adapters/dynamodb/items.ts';
import { demoWorld, type Talk } from '../../bin/local/talk.ts';
import { playTranscript } from '../../bin/local/transcript.ts';

/** `UPDATE_TALKS=1 npx jest test/transcripts` writes the talks anew; read the difference like a chat. */
const isUpdating = process.env['UPDATE_TALKS'] === '1';
const FOLDER = join(__dirname, 'talks');
const talks = readdirSync(FOLDER).filter((name) => name.endsWith('.txt'));

describe('golden talks', () => {
  const world = demoWorld(Date.parse('2026-11-23T15:00:00Z'));

  it('there are some', () => {
    expect(talks.length).toBeGreaterThan(10);
  });

  it.each(talks)('%s reads as it is written down', async (name) => {
    const file = join(FOLDER, name);
    const written = readFileSync(file, 'utf8');
    const survivesTheTable = (talk: Talk) => {
      const turn = talk.lastTurn();
      if (turn) expect(turnOf(turnItem(turn, 30))).toEqual(turn);
    };

    const played = await playTranscript(written, world, survivesTheTable);

    if (isUpdating) writeFileSync(file, played);
    else expect(played).toBe(written);
  });
});
