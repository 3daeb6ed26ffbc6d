/** The whole product as `npm start` starts it, in a real browser: page, stand-ins, functions, bot. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../../bin/bench/desk/browser.ts';
import { startProduct, stopProduct } from '../../bin/bench/desk/product.ts';

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

  /** What stands in the mailbox of the school, once these words do: mails go out a moment after the word to the family. */
  const mailsWith = async (words: string): Promise<string> => {
    const mails = await (await fetch(new URL('/mailbox', product.address))).text();
    return mails.includes(words) ? mails : await setTimeout(200).then(() => mailsWith(words));
  };

  /** Chooses a row of the list under a message. */
  const chooses = async (message: string, row: RegExp) => {
    await hears(message);
    await page.getByRole('button', { name: 'Elegir' }).last().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: row }).click();
    await dialog.getByRole('button', { name: 'Send' }).click();
  };

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

    await chooses('Soy Homeroom', /Niño enfermo/);

    await hears('24 horas sin fiebre');
  });

  it('a question in the parent’s own words is answered, quoted and ticked as read', async () => {
    await say('cuánto cuesta el almuerzo');

    await hears('puede comer en la escuela');
    const answer = school().last();
    expect(await answer.getByText('cuánto cuesta el almuerzo').count()).toBe(1);
    await answer.getByRole('img', { name: 'Read', exact: true }).waitFor();
  });

  it('what is to be told to the school is shown before it is sent, and sent by a tap', async () => {
    await say('quiero hablar con la maestra de mi hija');
    await chooses('Los maestros quieren saber de usted', /Escribir/);
    await hears('Ejemplo: Juan');
    await say('Ana, décimo');
    await chooses('Para quién', /oficina/);
    await hears('con sus propias palabras y en su idioma');
    await say('Ana está muy contenta');
    await hears('Ana, Grado 10');
    await page
      .getByRole('button', { name: /Enviar/ })
      .first()
      .click();
    await hears('¡Listo!');

    const mails = await mailsWith('Ana está muy contenta');
    expect(mails).not.toContain('5550142');
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
