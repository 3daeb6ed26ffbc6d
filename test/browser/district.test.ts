/** The pages of the district in a real browser, over the real functions: a closing, a person, an import. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../../bin/bench/desk/browser.ts';
import { startProduct, stopProduct } from '../../bin/bench/desk/product.ts';
import { openDesk, sticksOut, violations } from './support/desk-page.ts';

jest.setTimeout(60_000);

const SCHOOL = 'Mill Creek Middle School';
/** One good row, one without a school that there is, one whose address is none. */
const PEOPLE = [
  'name,role,schools,email',
  'Ms. Imported,nurse,mill-creek-middle,imported@riverbend.example.org',
  'Mr. Nowhere,teacher,no-such-school,nowhere@riverbend.example.org',
  'Ms. Wrong,teacher,mill-creek-middle,not an address',
].join('\n');

describe('the desk’s pages of the district', () => {
  const stateFolder = mkdtempSync(join(tmpdir(), 'homeroom-state-'));
  const complaints: string[] = [];
  let browser: Browser | undefined;
  let product: Awaited<ReturnType<typeof startProduct>> | undefined;
  let desk: Page;

  const go = async (hash: string) => {
    await desk.goto(`${product?.address}/desk/#${hash}`);
    await desk.getByRole('heading', { level: 1 }).waitFor();
  };
  const card = () => desk.getByRole('listitem').filter({ has: desk.getByRole('heading', { name: SCHOOL }) });

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

  it('a school is closed with one confirmation that says what families will be told', async () => {
    await go('/schools');
    await card()
      .getByRole('button', { name: /^Close or change a day/ })
      .click();
    const dialog = desk.getByRole('dialog');
    await dialog
      .getByText(`Families of ${SCHOOL} who ask will be told at once that there is no school today.`)
      .waitFor();
    expect(await violations(desk)).toEqual([]);
    await dialog.getByRole('button', { name: 'Yes, tell families' }).click();

    await card().getByText('Closed today').waitFor();
  });

  it('it is opened again with one tap', async () => {
    await card()
      .getByRole('button', { name: /^Open again/ })
      .click();

    await card()
      .getByRole('button', { name: /^Close or change a day/ })
      .waitFor();
    expect(await card().getByText('Closed today').count()).toBe(0);
  });

  it('what staff say of a school is saved, and is there when the page is opened again', async () => {
    await card().getByRole('link', { name: /^Edit/ }).click();
    await desk.getByLabel('Nurse').fill('+1 312-555-0199');
    expect(await violations(desk)).toEqual([]);
    await desk.getByRole('button', { name: 'Save' }).click();
    await desk.getByText('Everything is saved.').waitFor();
    await desk.reload();

    expect(await desk.getByLabel('Nurse').inputValue()).toBe('+1 312-555-0199');
  });

  it('somebody without an e-mail address is added, marked as such, and found', async () => {
    await go('/directory');
    await desk.getByRole('button', { name: 'Add a person' }).click();
    const dialog = desk.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByText('Enter their name as families know it.').waitFor();
    await dialog.getByLabel('Name', { exact: true }).fill('Ms. Added');
    await dialog.getByText(SCHOOL).click();
    await dialog.getByRole('textbox', { name: /^Phone/ }).fill('+1 312-555-0198');
    await dialog.getByRole('button', { name: /Best reached by/ }).click();
    await desk.getByRole('option', { name: 'Phone' }).click();
    expect(await violations(desk)).toEqual([]);
    await dialog.getByRole('button', { name: 'Save' }).click();
    await desk.getByText('Ms. Added is saved.').waitFor();

    await desk.getByRole('searchbox', { name: 'Search' }).fill('added');
    await desk.getByText('1 person', { exact: true }).waitFor();
    await desk.getByText('families get the phone number and words to say').waitFor();
    expect(await violations(desk)).toEqual([]);
  });

  it('a file is checked first: what would change, and each problem by row and column', async () => {
    await go('/import');
    const file = { name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(PEOPLE) };
    await desk.locator('input[type=file]').setInputFiles(file);
    await desk.getByRole('heading', { name: '1 change would be made' }).waitFor();
    const problems = await desk.getByRole('grid', { name: 'Problems' }).getByRole('row').allInnerTexts();

    expect(problems.slice(1).map((row) => /Row \d+\s+\S+/.exec(row)?.[0].split(/\s+/))).toEqual([
      ['Row', '3', 'schools'],
      ['Row', '4', 'email'],
    ]);
    expect(await violations(desk)).toEqual([]);
  });

  it('the rows without problems are imported, and are in the directory', async () => {
    await desk.getByRole('button', { name: 'Import 1 change' }).click();
    await desk.getByRole('heading', { name: 'Done: 1 change' }).waitFor();
    await go('/directory');
    await desk.getByRole('searchbox', { name: 'Search' }).fill('imported');

    await desk.getByText('imported@riverbend.example.org').waitFor();
  });

  it('on a phone nothing sticks out, and the pages that do not fit stand under “More”', async () => {
    await desk.setViewportSize({ width: 390, height: 800 });
    for (const hash of ['/schools', '/schools/mill-creek-middle', '/directory', '/import']) {
      await go(hash);
      expect([hash, await sticksOut(desk)]).toEqual([hash, false]);
    }
    expect(await violations(desk)).toEqual([]);
    await desk.getByRole('button', { name: 'More' }).click();
    await desk.getByRole('menuitem', { name: 'Record' }).click();

    await desk.getByText('Imported schools, people or days').first().waitFor();
  });

  it('no page complained', () => {
    expect(complaints).toEqual([]);
  });
});
