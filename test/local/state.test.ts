/** What a restart keeps, and what the page's API refuses. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createMovableClock } from '../../bin/local/whatsapp/movable-clock.ts';
import { startStandIn, until } from './support/stand-in.ts';

let folder: string;
let stateFile: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'homeroom-state-'));
  stateFile = join(folder, 'whatsapp.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('a restart', () => {
  test('shows the same parents, chats, ticks and knobs', async () => {
    const first = await startStandIn({ stateFile });
    await first.post('/api/phones', { name: 'Kidane', phone: '+1 312 555 0150' });
    await first.say('hola');
    await first.sendText('Hola, María');
    await first.knobs({ duplicate: true }, 'parwana');
    await until(async () => (await first.phone()).messages[1]?.status === 'delivered', 'delivered');
    const before = await (await fetch(`${first.url}/api/phones`)).json();
    await first.stop();

    const second = await startStandIn({ stateFile });
    const after = await (await fetch(`${second.url}/api/phones`)).json();
    await second.stop();

    expect(after).toEqual(before);
    expect(readdirSync(folder)).toEqual(['whatsapp.json']);
  });

  test('posts again the webhook that nobody took', async () => {
    const first = await startStandIn({ stateFile, timings: { retryMs: [60_000] } });
    first.answers.push(500);
    await first.say('hola');
    await until(() => first.webhooks.length === 1, 'the first attempt');
    await first.stop();

    const second = await startStandIn({ stateFile });
    await until(() => second.messages().length === 1, 'the webhook');
    expect(second.webhooks[0]?.body).toEqual(first.webhooks[0]?.body);
    await second.stop();
  });

  test('keeps what a batch was holding', async () => {
    const first = await startStandIn({ stateFile });
    await first.knobs({ batch: 5 });
    await first.say('hola');
    await first.stop();

    const second = await startStandIn({ stateFile });
    await until(() => second.messages().length === 1, 'the webhook');
    await second.stop();
  });

  test('delivers what was on its way', async () => {
    const first = await startStandIn({ stateFile, timings: { sentMs: 60_000 } });
    await first.say('hola');
    await first.sendText('Hola');
    await first.stop();

    const second = await startStandIn({ stateFile });
    await until(() => second.statuses().some(({ status }) => status === 'delivered'), 'delivered');
    await second.stop();
  });

  test('stops with a sentence at a file that it cannot read', async () => {
    writeFileSync(stateFile, '{"version":1,"phones":[{}]}');

    await expect(startStandIn({ stateFile })).rejects.toThrow('delete it to start afresh');
  });

  test('goes on with the moved clock', () => {
    const file = join(folder, 'clock');
    createMovableClock(file).move(86_400_000);

    expect(createMovableClock(file).now() - Date.now()).toBeGreaterThan(86_399_000);
  });
});

describe('the page’s API', () => {
  const REFUSED = [
    { path: '/api/phones', body: {}, status: 400, says: 'Give the parent a name.' },
    { path: '/api/phones', body: { name: 'A', phone: '12' }, status: 400, says: 'Write the phone number' },
    { path: '/api/phones', body: { name: 'A', phone: '+1 312 555 0142' }, status: 400, says: 'Another parent has' },
    { path: '/api/phones/maria/messages', body: { kind: 'text', text: '' }, status: 400, says: 'Write something' },
    { path: '/api/phones/maria/messages', body: { kind: 'dance' }, status: 400, says: 'one of the kinds' },
    {
      path: '/api/phones/maria/messages',
      body: { kind: 'text', text: 'a', number: '9' },
      status: 400,
      says: 'no such number',
    },
    { path: '/api/phones/nobody/messages', body: { kind: 'text', text: 'a' }, status: 404, says: 'no such phone' },
    {
      path: '/api/knobs',
      body: { phone: 'maria', knobs: { volume: 11 } },
      status: 400,
      says: 'knob that does not exist',
    },
    { path: '/api/clock', body: { hours: -1 }, status: 400, says: 'forward only' },
    { path: '/api/phones', body: '{', status: 400, says: 'not JSON' },
    { path: '/api/nothing', body: {}, status: 404, says: 'nothing at this address' },
  ];
  test.each(REFUSED)('$path with $body: "$says"', async ({ path, body, status, says }) => {
    const standIn = await startStandIn();
    const answer = await standIn.post(path, body);
    await standIn.stop();

    expect(answer.status).toBe(status);
    expect(answer.body.error).toContain(says);
  });

  test('answers its own page only', async () => {
    const standIn = await startStandIn();
    const foreign = await standIn.post('/api/clock', { hours: 1 }, { origin: 'https://elsewhere.example' });
    await standIn.stop();

    expect(foreign.status).toBe(403);
  });

  test('tells of the world first, then of each change', async () => {
    const standIn = await startStandIn();
    const response = await fetch(`${standIn.url}/api/events`);
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    const events: string[] = [];
    const listen = async () => {
      for (let chunk = await reader?.read(); chunk && !chunk.done; chunk = await reader?.read()) {
        events.push(...chunk.value.split('\n').filter((line) => line.startsWith('event:')));
      }
    };
    const listening = listen().catch(() => undefined);
    await until(() => events.length === 1, 'the world');

    await standIn.say('hola');
    await standIn.post('/api/clock', { hours: 1 });

    await until(() => events.includes('event: clock'), 'the clock');
    expect(events[0]).toBe('event: world');
    expect(events).toContain('event: message');
    await standIn.stop();
    await listening;
  });
});
