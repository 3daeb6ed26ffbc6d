/** The whole story in a real browser: two desks and two phones, over the real functions and stand-ins. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { openBrowser } from '../../bin/bench/desk/browser.ts';
import { startProduct, stopProduct } from '../../bin/bench/desk/product.ts';

jest.setTimeout(120_000);

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

describe('desks and phones', () => {
  const stateFolder = mkdtempSync(join(tmpdir(), 'homeroom-state-'));
  /** What pages wrote into their consoles as errors: a policy that was broken, a fault that nobody caught. */
  const complaints: string[] = [];
  let browser: Browser;
  let product: Awaited<ReturnType<typeof startProduct>>;
  let phone: Page;
  let rivera: Page;
  let haile: Page;

  const open = async (path: string, options: BrowserContextOptions = {}): Promise<Page> => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-US', ...options });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (line) => line.type() === 'error' && complaints.push(line.text()));
    await page.goto(`${product.address}${path}`);
    return page;
  };
  const openDesk = async (name: RegExp, options?: BrowserContextOptions): Promise<Page> => {
    const page = await open('/desk/', options);
    await page.getByRole('button', { name }).click();
    await page.getByRole('navigation').first().waitFor();
    return page;
  };
  const choose = (name: RegExp) =>
    phone.getByRole('navigation', { name: 'Parents' }).getByRole('button', { name }).click();
  const say = async (text: string) => {
    const composer = phone.getByRole('textbox', { name: 'Message' });
    await composer.fill(text);
    await composer.press('Enter');
  };
  const school = () => phone.locator('[data-testid=message][data-from=school]');
  const hears = (text: string | RegExp) => school().filter({ hasText: text }).last().waitFor();
  /** The violations that axe finds on a page, by rule and place. */
  const violations = async (page: Page): Promise<string[]> => {
    await page.evaluate(AXE);
    const { violations: found } = (await page.evaluate('axe.run()')) as AxeResults;
    return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`));
  };
  const go = async (page: Page, hash: string) => {
    await page.goto(`${product.address}/desk/#${hash}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
  };

  beforeAll(async () => {
    [product, browser] = await Promise.all([startProduct(stateFolder), openBrowser()]);
    phone = await open('/');
    await choose(/María/);
    [rivera, haile] = await Promise.all([openDesk(/Rivera/), openDesk(/Haile/, { colorScheme: 'dark' })]);
  });
  afterAll(async () => {
    await browser.close();
    await stopProduct(product.child);
    rmSync(stateFolder, { recursive: true });
  });

  it('a wish for a person stands on both desks without reloading', async () => {
    await say('quiero hablar con una persona');
    await hears('Ya avisé a la oficina');

    for (const desk of [rivera, haile]) await desk.getByText('quiero hablar con una persona').first().waitFor();
  });

  it('one claims it, and the other sees who has it', async () => {
    await rivera.getByRole('button', { name: 'Claim' }).first().click();

    await haile.getByText('Ms. Rivera').first().waitFor();
  });

  it('while she has it the bot is silent, and what the family writes is seen at once', async () => {
    await rivera.getByText('quiero hablar con una persona').first().click();
    await rivera.getByRole('textbox', { name: 'Reply, in English' }).waitFor();
    const before = await school().count();
    await say('mi hija va a faltar mañana');

    await rivera.getByText('mi hija va a faltar mañana').last().waitFor();
    await phone.waitForTimeout(1000);
    expect(await school().count()).toBe(before);
  });

  it('without a translation service that is said, and an answer in English says so to the family', async () => {
    await rivera
      .getByText(/no machine translation is configured/i)
      .first()
      .waitFor();
    const box = rivera.getByRole('textbox', { name: 'Reply, in English' });
    await box.fill('Thank you for telling us.');
    await rivera.getByRole('button', { name: 'Send in English' }).last().dblclick();

    await hears('Thank you for telling us.');
    await hears('— Ms. Rivera, front office');
    await phone.waitForTimeout(1000);
    expect(await school().filter({ hasText: 'Thank you for telling us.' }).count()).toBe(1);
  });

  it('a saved reply goes out as it is written in the family’s language', async () => {
    await rivera.getByRole('button', { name: 'Saved replies' }).click();
    const dialog = rivera.getByRole('dialog');
    await dialog.getByText('Thank you', { exact: true }).first().click();
    await dialog.getByRole('button', { name: /send/i }).last().click();

    await hears(/Gracias/);
  });

  it('a note is seen by colleagues and never by the family', async () => {
    await rivera.getByRole('tab', { name: /note/i }).click();
    await rivera.getByRole('textbox', { name: /note/i }).fill('The grandmother picks her up.');
    await rivera.getByRole('button', { name: /note/i }).last().click();
    await haile
      .getByText(/^Family /)
      .first()
      .click();

    await haile.getByText('The grandmother picks her up.').waitFor();
    expect(await phone.getByText('The grandmother').count()).toBe(0);
  });

  it('hostile words and a picture are shown harmlessly', async () => {
    await say(
      `mire lo que dice este papel de la escuela de mi hija: <img src=x onerror=alert(1)> \u202Egnp.exe ${'x'.repeat(3000)}`,
    );
    await rivera.getByText('<img src=x onerror=alert(1)>').last().waitFor();
    expect(await rivera.locator('img[src=x]').count()).toBe(0);

    await phone.getByRole('button', { name: /attach/i }).click();
    await phone.getByRole('menuitem', { name: /photo/i }).click();
    await rivera.getByRole('button', { name: 'Show the photo' }).click();
    await rivera.locator('img[src^="blob:"]').first().waitFor();
  });

  it('danger is on every desk at once, and by mail, without a word of the family', async () => {
    await choose(/Parwana/);
    await say('my son says he wants to kill himself');
    await hears('988');

    await haile.goto(`${product.address}/desk/#/`);
    await haile
      .getByText(/danger|urgent/i)
      .first()
      .waitFor();
    const mailbox = await open('/mailbox');
    expect(await mailbox.getByText(/danger/i).count()).toBeGreaterThan(0);
    expect(await mailbox.getByText('kill himself').count()).toBe(0);
  });

  it('resolved, it is told to the family, rated with one tap, and the bot is back', async () => {
    await choose(/María/);
    await rivera.getByRole('button', { name: 'Resolve' }).click();
    await hears('marcó su pregunta como contestada');
    await phone.getByRole('button', { name: '👍 Sí' }).last().click();
    await hears('Eso nos ayuda');
    await say('a qué hora empieza la escuela?');

    await hears('8:10');
  });

  it('an agent of another school gets neither the list nor the conversation', async () => {
    const asked = await rivera.evaluate(async () => {
      const key = Object.keys(sessionStorage).find((name) => name.startsWith('oidc.user')) ?? '';
      const { id_token: token } = JSON.parse(sessionStorage.getItem(key) ?? '{}') as { id_token?: string };
      const ask = (path: string) => fetch(path, { headers: { authorization: `Bearer ${token}` } });
      const unknown = `/v1/handoffs/${'0'.repeat(32)}/1.x`;
      return [(await ask('/v1/record')).status, (await ask(unknown)).status, (await fetch('/v1/me')).status];
    });

    expect(asked).toEqual([403, 404, 401]);
    complaints.splice(0, complaints.length, ...complaints.filter((line) => !/40[134]/.test(line)));
  });

  it.each([
    ['the queue', '/'],
    ['the summary', '/summary'],
    ['the questions', '/improve'],
    ['the record', '/record'],
  ])('axe finds nothing on %s', async (_, hash) => {
    await go(haile, hash);

    expect(await violations(haile)).toEqual([]);
  });

  it('axe finds nothing in a conversation, on a phone, in light and in dark', async () => {
    const thread = new URL(rivera.url()).hash.slice(1);
    await go(haile, thread);
    expect(await violations(haile)).toEqual([]);
    await rivera.setViewportSize({ width: 390, height: 800 });
    expect(await violations(rivera)).toEqual([]);
    const isWide = await rivera.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    expect(isWide).toBe(false);
  });

  it('no page complained', () => {
    expect(complaints).toEqual([]);
  });
});
