import type { Browser, Page } from 'playwright-core';

/** The rows of the queue, and in them the buttons that claim. */
const ROWS = 'ul[aria-label="Conversations"]';
const CLAIMS = `${ROWS} button:enabled`;
const rowOf = (contact: string): string => `${ROWS} a[href*="/handoffs/${contact}/"]`;
const ENTRIES = 'section[aria-label="Messages"]';
const ENTRY = `${ENTRIES} .entries-item`;

const TIMEOUT_MS = 30_000;
const TAPPED = 'bench-tapped';
const PAINTED = 'bench-painted';

/** What is waited for in a page: so many elements, the first of which has these words. */
type Sight = readonly [selector: string, least: number, words: string];

/** Runs in the page: marks the next tap, and when the sight stands there and has been painted. */
const watch = ([selector, least, words, tapped, painted]: readonly [...Sight, string, string]) => {
  performance.clearMarks();
  const onTap = ({ timeStamp }: Event) => performance.mark(tapped, { startTime: timeStamp });
  addEventListener('pointerdown', onTap, { once: true, capture: true });
  const observer = new MutationObserver(() => {
    const found = document.querySelectorAll(selector);
    if (found.length < least || !found[0]?.textContent?.includes(words)) return;
    observer.disconnect();
    // A task after the frame: by then it has been drawn, and the page takes input.
    requestAnimationFrame(() => setTimeout(() => performance.mark(painted)));
  });
  observer.observe(document, { childList: true, subtree: true, attributes: true, characterData: true });
};

const watchFor = (page: Page, sight: Sight): Promise<void> =>
  page.evaluate(watch, [...sight, TAPPED, PAINTED] as const);

/** When a mark was set, in milliseconds since 1970; waits for it. */
const markOf = async (page: Page, mark: string): Promise<number> => {
  await page.waitForFunction((name) => performance.getEntriesByName(name).length > 0, mark);
  return page.evaluate(
    (name) => performance.timeOrigin + (performance.getEntriesByName(name)[0]?.startTime ?? Number.NaN),
    mark,
  );
};

/** A desk at which a member of staff has logged in, with the queue in sight. */
export const openDesk = async (browser: Browser, address: string, staff: RegExp): Promise<Page> => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-US' });
  const page = await context.newPage();
  page.setDefaultTimeout(TIMEOUT_MS);
  await page.addInitScript(watch, [CLAIMS, 1, '', TAPPED, PAINTED] as const);
  await page.goto(`${address}/desk/`);
  await page.getByRole('button', { name: staff }).click();
  await page.locator(CLAIMS).first().waitFor();
  return page;
};

/**
 * Loads the page of the queue anew, nothing of it kept from before.
 * @returns milliseconds from the start of loading until the queue was painted and a family could be claimed
 */
export const reloadDesk = async (page: Page): Promise<number> => {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  await page.evaluate(() => history.replaceState(null, '', '#/'));
  await page.reload();
  const paintedAt = await markOf(page, PAINTED);
  await session.detach();
  return paintedAt - (await page.evaluate(() => performance.timeOrigin));
};

/**
 * Opens a family's conversation by its row in the queue.
 * @param least so many entries it has at least: fewer are not it
 * @returns milliseconds from the tap to the first paint of the conversation
 */
export const openThread = async (page: Page, contact: string, least: number): Promise<number> => {
  await watchFor(page, [ENTRY, least, '']);
  await page.locator(rowOf(contact)).click();
  return (await markOf(page, PAINTED)) - (await markOf(page, TAPPED));
};

/** Opens the conversation of another family than the one named, and waits until the first one is gone. */
export const openAnother = async (page: Page, contact: string, most: number): Promise<void> => {
  await page
    .locator(`${ROWS} li`, { hasNot: page.locator(rowOf(contact)) })
    .locator('a')
    .first()
    .click();
  await page.waitForFunction(([entry, count]) => document.querySelectorAll(entry).length <= count, [
    ENTRY,
    most,
  ] as const);
};

/** Loads the open conversation to its beginning, piece by piece. @returns how many entries it has */
export const loadWhole = async (page: Page): Promise<number> => {
  const earlier = page.getByRole('button', { name: 'Load earlier' });
  while ((await earlier.count()) > 0) {
    const before = await page.locator(ENTRY).count();
    await earlier.click();
    await page.waitForFunction(([entry, count]) => document.querySelectorAll(entry).length > count, [
      ENTRY,
      before,
    ] as const);
  }
  return page.locator(ENTRY).count();
};

/**
 * One desk claims the first family that nobody has.
 * @param name who claims, as the other desk shows it
 * @returns milliseconds from the tap at one desk until the other has painted who has it
 */
export const claimSeenAfter = async (claiming: Page, watching: Page, name: string): Promise<number> => {
  const row = claiming.locator(`${ROWS} li`, { has: claiming.locator('button:enabled') }).first();
  const path = await row.locator('a').getAttribute('href');
  const contact = path?.split('/').at(-2) ?? '';
  await watchFor(watching, [rowOf(contact), 1, name]);
  await watchFor(claiming, [rowOf(contact), 1, '']);
  await row.getByRole('button').click();
  return (await markOf(watching, PAINTED)) - (await markOf(claiming, TAPPED));
};

/** Runs in the page: scrolls a box that is turned upside down from its bottom to its top, so many pixels each frame. */
const scrollThrough = ([selector, step]: readonly [string, number]): Promise<readonly number[]> =>
  new Promise((resolve) => {
    const box = document.querySelector(selector) ?? document.body;
    const frames: number[] = [];
    let last = Number.NaN;
    const frame = (now: number) => {
      if (!Number.isNaN(last)) frames.push(now - last);
      last = now;
      const before = box.scrollTop;
      box.scrollTop -= step;
      if (box.scrollTop === before) resolve(frames);
      else requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });

/** Scrolls the open conversation from its newest message to its oldest. @returns the milliseconds of each frame */
export const scrollThread = (page: Page, pixelsAFrame: number): Promise<readonly number[]> =>
  page.evaluate(scrollThrough, [ENTRIES, pixelsAFrame] as const);
