/** What the sweep starts of its own accord: who is due first, then surveys page by page, and what halts them. */
import { createMemoryPlans } from '#adapters/memory/memory-plans.ts';
import { createMemoryQueues } from '#adapters/memory/memory-queues.ts';
import { decodeTrackEvent } from '#adapters/sqs/codec.ts';
import { SWEPT_PER_MINUTE } from '#app/outreach/pace.ts';
import type { StoredOutreach } from '#app/outreach/ports.ts';
import { sweepOutreach } from '#app/outreach/sweep-outreach.ts';
import { contactId, numberId } from '#core/ids.ts';
import { NOTHING_COMING_UP } from '#core/opportunities/coming-up.ts';
import type { Survey } from '#core/outreach/outreach.ts';

const NOW = Date.parse('2026-11-23T15:00:00Z');
const NUMBER = numberId('100000000000001');
const id = (nr: number) => contactId(String(nr).padStart(32, '0'));
const family = (nr: number, parts: Partial<StoredOutreach> = {}): StoredOutreach => ({
  ...{ contact: id(nr), number: NUMBER, turn: 1, lang: 'es', schools: [], grades: ['3'], follows: ['survey'] },
  ...parts,
});
const SURVEY: Survey = {
  ...{ id: 'lunch', version: 1, state: 'running', closesAt: NOW + 3_600_000 },
  questions: [{ texts: { es: { question: '¿?', answers: ['Sí', 'No'] } } }],
  audience: { schools: [], grades: [], languages: [] },
};

const setUp = async (families: readonly StoredOutreach[], survey: Survey = SURVEY) => {
  let now = NOW;
  let running = survey;
  const clock = { now: () => now };
  const { outreach, surveys, sweeping } = createMemoryPlans(() => NOTHING_COMING_UP);
  for (const one of families) await outreach.saveOutreach(one);
  const queues = createMemoryQueues(clock);
  const log = { info: () => {}, warn: () => {}, alarm: () => {} };
  const ports = { ...sweeping, surveysOf: () => [running], queues, clock, log };
  return {
    ...{ ports, outreach, surveys },
    sweep: () => sweepOutreach(ports, NUMBER),
    become: (state: Survey['state']) => {
      running = { ...running, state };
    },
    forward: (ms: number) => {
      now += ms;
    },
    /** What comes out of the queue within so many seconds: kind, contact and second of each. */
    passed: (seconds: number) => {
      const found: { kind: string; contact: number; second: number; id: string }[] = [];
      const from = now;
      for (let second = 0; second < seconds; second += 1) {
        now = from + second * 1000;
        for (let batch = queues.statuses.receive(10); batch.length > 0; batch = queues.statuses.receive(10)) {
          for (const { body, receipt } of batch) {
            const event = decodeTrackEvent(body);
            if (event?.kind !== 'pass_on') continue;
            found.push({ kind: event.event.kind, contact: Number(event.event.contact), second, id: event.event.id });
            queues.statuses.delete(receipt);
          }
        }
      }
      now = from;
      return found;
    },
  };
};

describe('who is due', () => {
  it('is passed on in the order of their moments, named by them, ten in each second', async () => {
    const due = Array.from({ length: 25 }, (_, nr) => family(nr, { dueAt: NOW - nr, follows: [] }));
    const { sweep, passed } = await setUp(due);
    await sweep();
    const found = passed(60);
    expect(found.map(({ contact }) => contact)).toEqual(due.map((_, nr) => 24 - nr));
    expect(found.map(({ second }) => second)).toEqual(due.map((_, nr) => Math.floor(nr / 10)));
    expect(found[0]).toMatchObject({ kind: 'outreach_due', id: `outreach.${NOW - 24}` });
  });

  it('comes before surveys, and both together keep to what a minute carries', async () => {
    const due = Array.from({ length: SWEPT_PER_MINUTE - 5 }, (_, nr) => family(nr, { dueAt: NOW, follows: [] }));
    const followers = Array.from({ length: 20 }, (_, nr) => family(10_000 + nr));
    const { sweep, passed } = await setUp([...due, ...followers]);
    await sweep();
    const found = passed(61);
    expect(found).toHaveLength(SWEPT_PER_MINUTE);
    expect(found.slice(-5).map(({ kind, second }) => [kind, second])).toEqual(Array(5).fill(['survey_asked', 59]));
  });
});

describe('a survey', () => {
  const many = Array.from({ length: SWEPT_PER_MINUTE + 100 }, (_, nr) => family(nr));

  it('asks each follower once, page after page, and says when it is done', async () => {
    const { sweep, passed, surveys, forward } = await setUp(many);
    await sweep();
    expect(await surveys.campaign('lunch', NUMBER)).toMatchObject({ asked: SWEPT_PER_MINUTE, isDone: false });
    const first = passed(60);
    forward(60_000);
    await sweep();
    forward(60_000);
    await sweep();
    const contacts = [...first, ...passed(60)].map(({ contact }) => contact);
    expect(contacts).toEqual(many.map((_, nr) => nr));
    expect(first[0]).toMatchObject({ kind: 'survey_asked', id: 'survey.lunch' });
    expect(await surveys.campaign('lunch', NUMBER)).toMatchObject({ asked: many.length, isDone: true });
  });

  it('that is stopped asks nobody more, and goes on from there when it runs again', async () => {
    const { sweep, passed, become, forward } = await setUp(many);
    await sweep();
    passed(60);
    become('stopped');
    forward(60_000);
    await sweep();
    expect(passed(60)).toEqual([]);
    become('running');
    await sweep();
    expect(passed(60)).toHaveLength(100);
  });

  it('that is closed, or over, asks nobody', async () => {
    for (const survey of [
      { ...SURVEY, state: 'closed' as const },
      { ...SURVEY, closesAt: NOW },
    ]) {
      const { sweep, passed } = await setUp(many.slice(0, 3), survey);
      await sweep();
      expect(passed(60)).toEqual([]);
    }
  });

  it('asks those whom it is for, in whose language it has words', async () => {
    const survey = { ...SURVEY, audience: { schools: [], grades: ['3' as const], languages: [] } };
    const families = [
      family(1),
      family(2, { grades: ['5'] }),
      family(3, { lang: 'so' }),
      family(4, { follows: ['tip'] }),
      family(5),
    ];
    const { sweep, passed } = await setUp(families, survey);
    await sweep();
    expect(passed(60).map(({ contact }) => contact)).toEqual([1, 5]);
  });

  it('asks the same page again where the sweep died before it wrote how far it came', async () => {
    const { ports, sweep, passed, surveys } = await setUp(many.slice(0, 30));
    const dying = {
      ...ports.surveys,
      saveCampaign: async () => {
        throw new Error('dies');
      },
    };
    await expect(sweepOutreach({ ...ports, surveys: dying }, NUMBER)).rejects.toThrow('dies');
    await sweep();
    expect(new Set(passed(60).map(({ contact }) => contact)).size).toBe(30);
    expect(await surveys.campaign('lunch', NUMBER)).toMatchObject({ asked: 30, isDone: true });
  });
});
