/** A desk in a browser: logged in, listened to, looked over. */
import { readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/**
 * Opens the desk of somebody of the demo staff.
 * @param complaints what the page writes into its console as an error is put here
 */
export const openDesk = async (
  browser: Browser,
  address: string,
  name: RegExp,
  complaints: string[],
): Promise<Page> => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-US' });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (line) => line.type() === 'error' && complaints.push(line.text()));
  await page.goto(`${address}/desk/`);
  await page.getByRole('button', { name }).click();
  await page.getByRole('navigation').first().waitFor();
  return page;
};

/** The violations that axe finds on a page, by rule and place. */
export const violations = async (page: Page): Promise<string[]> => {
  await page.evaluate(AXE);
  const { violations: found } = (await page.evaluate('axe.run()')) as AxeResults;
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`));
};

/** Whether something sticks out at the side of the page. */
export const sticksOut = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const main = document.getElementById('main');
    return document.documentElement.scrollWidth > innerWidth || (main !== null && main.scrollWidth > main.clientWidth);
  });
