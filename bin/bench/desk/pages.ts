import { gzipSync } from 'node:zlib';
import type { Page, Response } from 'playwright-core';
import type { Figure, Measure } from '../figure.ts';
import { samplesOf } from '../samples.ts';
import { openBrowser } from './browser.ts';
import { claimSeenAfter, loadWhole, openAnother, openDesk, openThread, reloadDesk, scrollThread } from './page.ts';
import { withProduct } from './product.ts';
import { type Seed, seedWaiting } from './seed.ts';

/** The desk asks for changes this often; claims are spread over that time. */
const POLL_MS = 1000;
/** Whatever the number of samples, their parts of the poll are spread evenly. */
const GOLDEN = 0.618;
const PIXELS_A_FRAME = 320;

const WHERE = 'a real headless Chromium (drawn in software) and the product as `npm start` runs it, on one machine';

/** How many samples are taken, and how many before them are not counted: the machine's first steps are slow. */
interface Count {
  readonly warmUp: number;
  readonly counted: number;
}

const take = async ({ warmUp, counted }: Count, sample: (index: number) => Promise<number>): Promise<number[]> => {
  const taken: number[] = [];
  for (let index = 0; index < warmUp + counted; index += 1) taken.push(await sample(index));
  return taken.slice(warmUp);
};

const figureOf = (name: string, taken: readonly number[], aim: Figure['aim'], method: string): Figure => {
  const { median, spread } = samplesOf(taken);
  return { name, value: median, unit: 'ms', aim, method: `${method}; median of ${taken.length}`, spread };
};

const mostOf = (name: string, taken: readonly number[], method: string): Figure => ({
  ...{ name, value: Math.max(...taken), unit: 'ms', aim: 'reported', method: `${method}; the most of ${taken.length}` },
});

/** Loads the page once more. @returns the bytes of its own files, each gzipped */
const measureBundle = async (page: Page): Promise<number> => {
  const responses: Response[] = [];
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (pathname.startsWith('/desk/') && !pathname.endsWith('.json')) responses.push(response);
  });
  await reloadDesk(page);
  const sizes = await Promise.all(responses.map(async (response) => gzipSync(await response.body()).length));
  return sizes.reduce((sum, size) => sum + size, 0);
};

const queueFigures = async (page: Page, { waiting }: Seed, count: Count): Promise<Figure[]> => {
  const loads = await take(count, () => reloadDesk(page));
  const bytes = await measureBundle(page);
  return [
    figureOf(
      'queue page, until usable',
      loads,
      { atMost: 1000 },
      `${WHERE}; ${waiting} wait; from the start of loading, nothing cached, logged in, until rows are painted and one can be claimed`,
    ),
    {
      name: 'desk bundle, loaded at first',
      value: bytes / 1000,
      unit: 'kB gzipped',
      aim: { atMost: 250 },
      method: 'all files of the page that the browser fetched until the queue was usable, each gzipped (level 6)',
    },
  ];
};

const claimFigures = async (claiming: Page, watching: Page, count: Count): Promise<Figure[]> => {
  const taken = await take(count, async (index) => {
    await watching.waitForTimeout(((index * GOLDEN) % 1) * POLL_MS);
    return claimSeenAfter(claiming, watching, 'Ms. Rivera');
  });
  const method = `${WHERE}, two desks; from the tap at one until the other has painted who has it, taps spread over the second between two polls`;
  return [
    figureOf('claim, seen by another desk', taken, { atMost: 1000 }, method),
    mostOf('claim, seen by another desk, slowest', taken, method),
  ];
};

const threadFigures = async (page: Page, talker: string, { messages }: Seed, count: Count): Promise<Figure[]> => {
  /** Fewer are another family's conversation. */
  const least = 20;
  const firsts = await take(count, async () => {
    await reloadDesk(page);
    return openThread(page, talker, least);
  });
  const entries = await loadWhole(page);
  if (entries < messages) throw new Error(`The long conversation has ${entries} entries and not ${messages}.`);
  const agains = await take(count, async () => {
    await openAnother(page, talker, least - 1);
    return openThread(page, talker, entries);
  });
  const frames = await scrollThread(page, PIXELS_A_FRAME);
  const whole = `${WHERE}; all ${entries} entries of a conversation in the page`;
  const scrolling = `${whole}, from the newest to the oldest by ${PIXELS_A_FRAME} pixels a frame`;
  return [
    figureOf(
      'thread of 500 messages, first paint',
      firsts,
      { atMost: 200 },
      `${WHERE}; from the tap in the queue until its newest piece (50 turns) is painted, not read before`,
    ),
    figureOf(
      'thread of 500 messages, first paint of all of them',
      agains,
      { atMost: 200 },
      `${whole}, read before; from the tap in the queue until it is painted again`,
    ),
    {
      ...{ name: 'thread of 500 messages, 99 of 100 frames of scrolling', unit: 'ms', aim: 'reported' },
      value: samplesOf(frames).p99,
      method: `${scrolling}; ${frames.length} frames`,
    },
    mostOf('thread of 500 messages, worst frame of scrolling', frames, scrolling),
  ];
};

/** What staff wait for at the desk, in a real browser. */
export const pagesFigures: Measure = async ({ isQuick }) => {
  const seed = isQuick ? { waiting: 60, urgent: 2, messages: 30 } : { waiting: 500, urgent: 5, messages: 500 };
  const count = isQuick ? { warmUp: 0, counted: 1 } : { warmUp: 2, counted: 7 };
  const claims = isQuick ? count : { warmUp: 1, counted: 12 };
  let talker = '';
  return withProduct({
    prepare: async (stateFolder) => {
      talker = await seedWaiting(stateFolder, seed);
    },
    work: async (address) => {
      const browser = await openBrowser();
      try {
        const rivera = await openDesk(browser, address, /Rivera/);
        const queue = await queueFigures(rivera, seed, count);
        const threads = await threadFigures(rivera, talker, seed, count);
        const haile = await openDesk(browser, address, /Haile/);
        return [...queue, ...(await claimFigures(rivera, haile, claims)), ...threads];
      } finally {
        await browser.close();
      }
    },
  });
};
