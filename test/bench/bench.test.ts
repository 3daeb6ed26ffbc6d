import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

interface Printed {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly aim: unknown;
  readonly method: string;
  readonly met: boolean | null;
}

const ROOT = join(__dirname, '..', '..');

/** What the README and the design promise a figure for. Their values are for people to read: a busy machine fails no test. */
const PROMISED = [
  'decide, one text, median',
  'turns decided a second, one core',
  'webhook, one message, median',
  'webhook, one message, p99',
  'whole turns a second, embedded store',
  'reads per turn, later turns, en',
  'writes per turn, later turns, es',
  'write capacity per turn, first turn, es',
  'WhatsApp messages per turn',
  'bundle of the webhook function',
  'bundle of the turn function',
  'start of the webhook function',
  'start of the turn function, compile cache',
  'bundle of the desk function',
  'start of the desk function and its first event',
  'start of the sweep function',
  'batch of 1,000, acknowledged after',
  'batch of 1,000, peak memory',
  'WhatsApp',
  'AWS, all that grows with use',
  'AWS, a month of 1,000 families',
  'WhatsApp, a month of 1,000 families',
  'queries for a page of the queue',
  'a second of polling, read capacity',
  'a claim, store requests',
  'a reply, write capacity',
  'AWS, claims',
  'AWS, ten staff polling',
  'queue page, until usable',
  'desk bundle, loaded at first',
  'claim, seen by another desk',
  'thread of 500 messages, first paint',
  'thread of 500 messages, first paint of all of them',
  'thread of 500 messages, worst frame of scrolling',
  'snow day, handoffs lost',
  'snow day, out of order in the queue',
  'snow day, not acknowledged exactly once',
  'snow day, last acknowledged after the first message',
  'import of 20,000 people',
  'import of 20,000 people, peak memory',
  'import that broke off, people missing after the next',
  'fan-out, most messages started in any second',
  'fan-out, most in any second after nothing ran',
  'fan-out, families not reached',
  'fan-out, messages to one family, at most',
  'fan-out, peak memory',
  'fan-out, done after',
];

describe('the benchmark', () => {
  it('runs, the deployed bundles included, and gives every figure with its unit, aim and method', async () => {
    const { stdout } = await promisify(execFile)(process.execPath, ['bin/bench.ts', '--json', '--quick'], {
      cwd: ROOT,
    });

    const figures = JSON.parse(stdout) as readonly Printed[];
    expect(figures.map(({ name }) => name)).toEqual(expect.arrayContaining(PROMISED));
    for (const figure of figures) {
      expect(figure).toEqual({
        name: expect.stringMatching(/./),
        value: expect.any(Number),
        unit: expect.stringMatching(/./),
        aim: figure.met === null ? 'reported' : expect.any(Object),
        method: expect.stringMatching(/./),
        met: figure.met,
        ...('spread' in figure ? { spread: [expect.any(Number), expect.any(Number)] } : {}),
      });
      expect(Number.isFinite(figure.value)).toBe(true);
    }
  }, 240_000);
});
