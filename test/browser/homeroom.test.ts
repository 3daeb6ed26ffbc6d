/** The whole product as `npm start` starts it, in a real browser: page, stand-ins, functions, bot. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from './support/browser.ts';
import { startProduct, stopProduct } from './support/product.ts';

jest.setTimeout(120_000);

describe('the product on one machine', () => {
  const stateFolder = mkdtempSync(join(tmpdir(), 'homeroom-state-'));
  let browser: Browser;
  let page: Page;
  let product: Awaited<ReturnType<typeof startProduct>>;

  const openPhone = async () => {
    page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'en-US' });
    page.setDefaultTimeout(20_000);
    await page.goto(product.address);
    await page.getByRole('navigation', { name: 'Parents' }).getByRole('button', { name: /María/ }).click();
  };
  const say = async (text: string) => {
    const composer = page.getByRole('textbox', { name: 'Message' });
    await composer.fill(text);
    await composer.press('Enter');
  };
  const school = () => page.locator('[data-testid=message][data-from=school]');
  const hears = (text: string | RegExp) => school().filter({ hasText: text }).last().waitFor();

  beforeAll(async () => {
    [product, browser] = await Promise.all([startProduct(stateFolder), openBrowser()]);
    await openPhone();
  });
  afterAll(async () => {
    await browser.close();
    await stopProduct(product.child);
    rmSync(stateFolder, { recursive: true });
  });

  it('hola is answered in Spanish with a welcome and topics to tap', async () => {
    await say('hola');

    await hears('Soy Homeroom');
    await page.getByRole('button', { name: 'Elegir' }).last().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: /Niño enfermo/ }).click();
    await dialog.getByRole('button', { name: 'Send' }).click();

    await hears('24 horas sin fiebre');
  });

  it('a question in the parent’s own words is answered, quoted and ticked as read', async () => {
    await say('mi hija va a faltar mañana');

    await hears('avise cada día');
    const answer = school().last();
    expect(await answer.getByText('mi hija va a faltar mañana').count()).toBe(1);
    await answer.getByRole('img', { name: 'Read', exact: true }).waitFor();
  });

  it('nonsense is told so, and a person is one tap away', async () => {
    await say('qwzx plof');

    await hears('no entendí');
    await page.getByRole('button', { name: 'Hablar con alguien' }).last().click();

    await hears('Ya avisé a la oficina');
  });

  it('ten messages in a second do not become ten answers', async () => {
    const before = await school().count();

    await page.getByRole('button', { name: 'Send ten at once' }).click();
    await page.waitForTimeout(7000);

    expect(await school().count()).toBeLessThanOrEqual(before + 2);
  });

  it('STOP is confirmed, then there is silence, and START ends it', async () => {
    await say('STOP');
    await hears('Ya no recibirá mensajes');
    const before = await school().count();

    await say('hola');
    await page.waitForTimeout(1500);
    expect(await school().count()).toBe(before);

    await page.getByRole('button', { name: 'INICIAR' }).last().click();
    await hears('Otra vez recibirá respuestas');
  });

  it('everything is still there after a restart, and the talk goes on', async () => {
    const before = await school().count();
    await page.close();
    await stopProduct(product.child);

    product = await startProduct(stateFolder);
    await openPhone();
    await hears('Otra vez recibirá respuestas');
    expect(await school().count()).toBe(before);
    await say('gracias');

    await hears('¡De nada!');
  });
});
