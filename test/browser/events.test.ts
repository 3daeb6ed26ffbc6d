/** The pages of events in a real browser, over the real functions: a form with its preview, a cancelling, lists. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../../bin/bench/desk/browser.ts';
import { startProduct, stopProduct } from '../../bin/bench/desk/product.ts';
import { openDesk, sticksOut, violations } from './support/desk-page.ts';

jest.setTimeout(60_000);

const TITLE = 'Pancake breakfast';

describe('the desk’s pages of events', () => {
  const stateFolder = mkdtempSync(join(tmpdir(), 'homeroom-state-'));
  const complaints: string[] = [];
  let browser: Browser | undefined;
  let product: Awaited<ReturnType<typeof startProduct>> | undefined;
  let desk: Page;

  const go = async (hash: string) => {
    await desk.goto(`${product?.address}/desk/#${hash}`);
    await desk.getByRole('heading', { level: 1 }).waitFor();
  };
  const preview = () => desk.getByRole('region', { name: 'As a family reads it' });

  beforeAll(async () => {
    // One after the other: where the product does not start, no browser is left behind.
    product = await startProduct(stateFolder);
    browser = await openBrowser();
    desk = await openDesk(browser, product.address, /Whitfield/, complaints);
  });
  afterAll(async () => {
    await browser?.close();
    if (product) await stopProduct(product.child);
    rmSync(stateFolder, { recursive: true });
  });

  it('what is coming up is listed with what it lacks, and found by words', async () => {
    await go('/events');
    await desk.getByRole('link', { name: 'English class for parents', exact: true }).waitFor();
    expect(await violations(desk)).toEqual([]);
    await desk.getByRole('searchbox', { name: 'Search' }).fill('swimming');
    await desk.getByText('1 event', { exact: true }).waitFor();

    await desk.getByRole('link', { name: 'First swimming lesson', exact: true }).waitFor();
  });

  it('what is unchecked is shown to no family until somebody says that it is right', async () => {
    await desk.getByRole('searchbox', { name: 'Search' }).fill('');
    await desk.getByRole('radio', { name: 'Unchecked (1)' }).click();
    await desk.getByRole('button', { name: 'It is right: Free winter coats' }).click();

    await desk.getByText('There is nothing here.').waitFor();
  });

  it('a form says what is wrong with it, and hints at what families would not know', async () => {
    await go('/events/new');
    await desk.getByText('Families stay away when they do not know.').waitFor();
    await desk.getByRole('button', { name: 'Publish' }).click();
    await desk.getByText('Choose at least one school.').waitFor();
    await desk.getByText('Mill Creek Middle School').click();
    await desk.getByLabel('Ends at').fill('17:00');
    await desk.getByLabel('Title in English').fill(TITLE);
    await desk.getByRole('button', { name: 'Publish' }).click();

    await desk.getByText('It ends before it begins.').waitFor();
  });

  it('beside it stands what a family reads, in its language and direction', async () => {
    await desk.getByLabel('Ends at').fill('20:00');
    await preview().getByText(TITLE).waitFor();
    await desk.getByRole('radio', { name: /^Arabic/ }).click();
    await desk.getByLabel('Title in Arabic').fill('فطور الفطائر');
    await preview().getByText('فطور الفطائر').waitFor();

    const directions = preview()
      .locator('[lang=ar]')
      .evaluateAll((all) => all.map((one) => getComputedStyle(one).direction));
    expect(new Set(await directions)).toEqual(new Set(['rtl']));
    expect(await violations(desk)).toEqual([]);
  });

  it('it is published, and is there with its times when it is opened again', async () => {
    await desk.getByRole('button', { name: 'Publish' }).click();
    await desk.getByText(`${TITLE} is saved.`).waitFor();
    await desk.getByRole('heading', { level: 1, name: TITLE }).waitFor();
    await desk.reload();
    await desk.getByText('Nobody yet').waitFor();

    expect(await desk.getByLabel('Ends at').inputValue()).toBe('20:00');
  });

  it('a copy is a draft of its own', async () => {
    await desk.getByRole('link', { name: 'Copy' }).click();
    await desk.getByRole('button', { name: 'Save as a draft' }).click();
    await desk.getByText(`${TITLE} is saved as a draft. No family sees it.`).waitFor();

    await desk.getByText('Everything is saved.').waitFor();
  });

  it('before an event is cancelled it says how many families are told', async () => {
    await go('/events/demo-swim-full');
    await desk.getByRole('button', { name: 'Cancel the event' }).click();
    const dialog = desk.getByRole('alertdialog');
    await dialog.getByText('5 families plan for it. They are told at once, in their language.').waitFor();
    expect(await violations(desk)).toEqual([]);
    await dialog.getByRole('button', { name: 'Keep it' }).click();

    await go('/events/demo-swim-full/people');
    await desk.getByText('6 of 6 places are taken').waitFor();
  });

  it('on paper the list is a table without anything to tap', async () => {
    await desk.emulateMedia({ media: 'print' });
    const isShown = (name: string) => desk.getByRole('button', { name }).isVisible();
    expect([await isShown('Print'), await desk.getByRole('table').count()]).toEqual([false, 2]);
    await desk.emulateMedia({ media: 'screen' });
  });

  it('on a phone nothing sticks out', async () => {
    await desk.setViewportSize({ width: 360, height: 800 });
    const pages = ['', '/demo-english-class', '/gaps', '/demo-math-night-past/figures', '/demo-swim-full/people'];
    for (const page of pages) {
      await go(`/events${page}`);
      expect([page, await sticksOut(desk)]).toEqual([page, false]);
    }
    expect(await violations(desk)).toEqual([]);
  });

  it('no page complained', () => {
    expect(complaints).toEqual([]);
  });
});
