/** The phone page in a real browser, against a school that only echoes. */
import { rmSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../../bin/bench/desk/browser.ts';
import { createLocalServer, type LocalServer } from '../../bin/local/whatsapp/server.ts';
import { createWhatsApp, type WhatsApp } from '../../bin/local/whatsapp/whatsapp.ts';
import { buildPage } from './support/built-page.ts';
import { createEchoBot } from './support/echo-bot.ts';

const TOKEN = 'token';
const NUMBER = '106540352242922';
const WIDE = { width: 1280, height: 800 };
const NARROW = { width: 360, height: 740 };

jest.setTimeout(60_000);

let browser: Browser;
let pageDir: string;
beforeAll(async () => {
  pageDir = buildPage();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  rmSync(pageDir, { recursive: true });
});

let whatsapp: WhatsApp;
let server: LocalServer;
let url: string;
let page: Page;
/** What the browser complained about. */
let complaints: string[];

beforeEach(async () => {
  let offsetMs = 0;
  let receive = async (_: Buffer) => 503;
  whatsapp = createWhatsApp({
    phoneNumbers: [{ id: NUMBER, displayNumber: '+1 312 555 0100', label: 'Lincoln Elementary' }],
    appSecret: 'secret',
    accessToken: TOKEN,
    verifyToken: 'verify',
    clock: { now: () => Date.now() + offsetMs },
    moveClock: (ms) => {
      offsetMs += ms;
    },
    deliverWebhook: (body) => receive(body),
    timings: { sentMs: 20, deliveredMs: 20, holdMs: 300 },
    templates: [
      {
        ...{ name: 'event_reminder', language: 'en_US', button: 'Details' },
        text: 'A reminder of what you planned: {{title}}. Tap the button for more.',
      },
    ],
  });
  server = createLocalServer({ whatsapp, pages: [{ path: '/', folder: pageDir }] });
  url = await server.start(0);
  receive = createEchoBot(`${url}/v26.0/${NUMBER}`, TOKEN);
  complaints = [];
});
afterEach(async () => {
  await page.close();
  await server.stop();
  whatsapp.close();
  expect(complaints).toEqual([]);
});

const open = async (viewport = WIDE) => {
  page = await browser.newPage({ viewport, locale: 'en-US' });
  page.setDefaultTimeout(10_000);
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(url);
};
const composer = () => page.getByRole('textbox', { name: 'Message' });
const say = async (text: string) => {
  await composer().fill(text);
  await composer().press('Enter');
};
const messages = (from: 'parent' | 'school') => page.locator(`[data-testid=message][data-from=${from}]`);
const latest = (from: 'parent' | 'school') => messages(from).last();
const tick = (from: 'parent' | 'school', name: string) =>
  latest(from).getByRole('img', { name, exact: true }).waitFor();
/** Turns a switch and waits until the stand-in has said that it stands so. */
const turn = async (name: string, isOn: boolean) => {
  await page.getByRole('switch', { name, checked: !isOn }).click();
  await page.getByRole('switch', { name, checked: isOn }).waitFor();
};
const appears = (text: string) => messages('school').filter({ hasText: text }).last().waitFor();

test('hola is answered, with the question quoted above and ticks on both', async () => {
  await open();

  await say('hola');

  await appears('You said: hola');
  expect(await latest('school').locator('blockquote').textContent()).toBe('Youhola');
  await tick('parent', 'Read');
  await tick('school', 'Read');
});

test('Shift and Enter make a new line; an empty message is not sent', async () => {
  await open();
  await composer().press('Enter');
  await composer().pressSequentially('one');
  await composer().press('Shift+Enter');
  await composer().pressSequentially('two');
  await page.getByRole('button', { name: 'Send', exact: true }).click();

  await appears('You said: one\ntwo');
  expect(await messages('parent').count()).toBe(1);
});

/** As the school's own program asks the API. */
const graph = async (edge: 'media' | 'messages', body: FormData | object) => {
  const isForm = body instanceof FormData;
  const response = await fetch(`${url}/v26.0/${NUMBER}/${edge}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${TOKEN}`, ...(isForm ? {} : { 'content-type': 'application/json' }) },
    body: isForm ? body : JSON.stringify(body),
  });
  return (await response.json()) as { readonly id?: string; readonly error?: { readonly code: number } };
};
const toMaria = { messaging_product: 'whatsapp', to: '+13125550142' };

test('a calendar file stands in the chat with its words, and a tap downloads it', async () => {
  await open();
  await say('hola');
  await appears('You said: hola');
  const form = new FormData();
  form.set('messaging_product', 'whatsapp');
  form.set('file', new Blob(['BEGIN:VCALENDAR'], { type: 'text/plain' }), 'calendar.ics');
  const { id } = await graph('media', form);

  await graph('messages', {
    ...toMaria,
    type: 'document',
    document: { id, filename: 'calendar.ics', caption: 'Open this file.' },
  });

  await appears('Open this file.');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    latest('school').getByRole('link', { name: 'calendar.ics' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('calendar.ics');
  expect(await text(await download.createReadStream())).toBe('BEGIN:VCALENDAR');
});

test('a template is filled in, reaches a phone outside the window, and is refused once Meta pauses it', async () => {
  await open();
  const reminder = {
    ...toMaria,
    type: 'template',
    template: {
      name: 'event_reminder',
      language: { code: 'en_US' },
      components: [
        { type: 'body', parameters: [{ type: 'text', parameter_name: 'title', text: 'Family Night' }] },
        { type: 'button', sub_type: 'quick_reply', index: '0', parameters: [{ type: 'payload', payload: 'show' }] },
      ],
    },
  };
  await graph('messages', reminder);

  await appears('A reminder of what you planned: Family Night. Tap the button for more.');
  await latest('school').getByRole('button', { name: 'Details' }).waitFor();
  await page.getByText('All of them are approved.').waitFor();

  await page.getByLabel('It is').selectOption('PAUSED');

  await page.getByText('Not as approved: event_reminder (en_US).').waitFor();
  expect((await graph('messages', reminder)).error?.code).toBe(132015);
});

test('somebody types, until the answer comes', async () => {
  await open();

  await say('wait');
  await page.getByRole('img', { name: 'Lincoln Elementary is typing' }).waitFor();
  await say('hola');

  await appears('You said: hola');
  await page.getByRole('img', { name: 'Lincoln Elementary is typing' }).waitFor({ state: 'detached' });
});

test('a button is tapped and its words are quoted', async () => {
  await open();
  await say('buttons');

  await page.getByRole('button', { name: 'Español' }).click();

  await appears('You said: Español');
  expect(await latest('parent').locator('blockquote').textContent()).toBe(
    'Lincoln Elementary¿En qué idioma quiere hablar?',
  );
});

test('a list opens as a dialog, moves by arrow keys and sends by Enter', async () => {
  await open();
  await say('list');
  const opener = page.getByRole('button', { name: 'Choose a topic' });
  const dialog = page.getByRole('dialog', { name: 'Choose a topic' });

  await opener.focus();
  await page.keyboard.press('Enter');
  await dialog.waitFor();
  expect(await dialog.getByRole('radio').count()).toBe(10);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  expect(await opener.evaluate((element) => element === document.activeElement)).toBe(true);

  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  expect(await dialog.getByRole('radio', { name: 'Topic 2' }).isChecked()).toBe(true);
  await page.keyboard.press('Enter');

  await appears('You said: Topic 2');
});

test('the focus stays inside an open list', async () => {
  await open();
  await say('list');
  await page.getByRole('button', { name: 'Choose a topic' }).click();

  for (let press = 0; press < 6; press += 1) {
    await page.keyboard.press('Tab');
    const place = await page.evaluate(() => document.activeElement?.closest('dialog, body')?.tagName);
    // Between the last and the first control the focus rests on the browser itself, which reads as the body.
    expect(await page.evaluate(() => document.activeElement?.matches('textarea, nav *, aside *'))).toBe(false);
    expect(['DIALOG', 'BODY']).toContain(place);
  }
});

test('ten at once are all sent and all answered', async () => {
  await open();

  await page.getByRole('button', { name: 'Send ten at once' }).click();

  await page.waitForFunction(() => document.querySelectorAll('[data-from=school]').length === 10);
  expect(await messages('parent').count()).toBe(10);
});

test('what can be attached is chosen by keyboard', async () => {
  await open();
  await say('hola');
  await appears('You said: hola');
  const button = page.getByRole('button', { name: 'Attach' });

  await button.press('Enter');
  await page.keyboard.press('ArrowDown');
  expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe('Voice note');
  await page.keyboard.press('Escape');
  expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);

  for (const name of ['Photo', 'Voice note', 'Sticker', 'Document', 'Location', 'Contact']) {
    await button.click();
    await page.getByRole('menuitem', { name }).click();
  }
  await page.waitForFunction(() => document.querySelectorAll('[data-from=parent]').length === 7);
  await button.click();
  await page.getByRole('menuitem', { name: 'Reaction' }).click();
  await page.getByRole('img', { name: /^Reaction/ }).waitFor();
});

test('a failed delivery shows its code', async () => {
  await open();
  await turn('Fail the next reply', true);

  await say('hola');

  await latest('school').getByText('Error 131026: Message undeliverable').waitFor();
  await tick('school', 'Not delivered');
  expect(await page.getByRole('switch', { name: 'Fail the next reply' }).isChecked()).toBe(false);
});

test('a phone that is off leaves one tick', async () => {
  await open();
  const off = 'Phone switched off';
  await turn(off, true);
  await say('hola');
  await tick('school', 'Sent');

  await turn(off, false);

  await tick('school', 'Read');
});

test('the window is shown, and closes when a day has passed', async () => {
  await open();
  const window = page.getByTestId('window');
  expect(await window.textContent()).toBe('Not open yet: this parent has not written.');
  await say('hola');
  await page.getByText('Open for another 24 h 0 min.').waitFor();

  await page.getByRole('button', { name: '24 hours later' }).click();

  await page.getByText('Closed: a reply would fail with 131047.').waitFor();
  await page.getByText('Yesterday').waitFor();
});

test('Dari runs from right to left; marks and addresses show as WhatsApp shows them', async () => {
  await open();

  await say('dari');
  await appears('سلام');
  const words = latest('school').locator('p').filter({ hasText: 'سلام' });
  expect(await words.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl');

  await say('marks');
  await appears('sick');
  expect(await latest('school').locator('strong').textContent()).toBe('sick');
  expect(await latest('school').locator('em').textContent()).toBe('before 9:00');
  expect(await latest('school').getByRole('link').getAttribute('href')).toBe('https://example.org/absence');
});

test('a parent’s words are never markup', async () => {
  await open();

  await say('<img src=x onerror=alert(1)>');

  await appears('You said: <img src=x onerror=alert(1)>');
  expect(await page.locator('img').count()).toBe(0);
});

test('a parent is added; what arrives where nobody looks is counted', async () => {
  await open();
  await page.getByRole('button', { name: 'Add a parent' }).click();
  await page.getByLabel('Name').fill('Kidane (Asmara)');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('region', { name: "Kidane (Asmara)'s phone" }).waitFor();
  await say('selam');
  await appears('You said: selam');

  await fetch(`${url}/api/phones/maria/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ kind: 'text', text: 'hola' }),
  });

  await page.getByRole('button', { name: /María.*1 unread/ }).click();
  await tick('school', 'Read');
});

test('an incoming message is announced', async () => {
  await open();

  await say('hola');

  await page.getByRole('status').filter({ hasText: 'Lincoln Elementary: You said: hola' }).waitFor();
});

test('everything is there after a reload', async () => {
  await open();
  await say('hola');
  await appears('You said: hola');

  await page.reload();

  await appears('You said: hola');
});

test('at 360 pixels the phone fills the page, and the rest is one tap away', async () => {
  await open(NARROW);
  await say('marks');
  await say('list');
  await page.getByRole('button', { name: 'Choose a topic' }).waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);

  await page.getByRole('button', { name: 'The world' }).click();
  await page.getByRole('dialog', { name: 'The world' }).getByRole('button', { name: '24 hours later' }).click();
  await page.getByText('Closed: a reply would fail with 131047.').waitFor();
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Back to parents' }).click();
  await page.getByRole('button', { name: /Parwana/ }).click();
  await page.getByRole('region', { name: "Parwana (Kabul)'s phone" }).waitFor();
});
