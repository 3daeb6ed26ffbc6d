import { jsonOf } from './desk-requests.ts';
import { createDeskWorld } from './desk-world.ts';

const secured = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'content-type': 'application/json; charset=utf-8',
  'referrer-policy': 'no-referrer',
};

const start = async () => {
  const desk = createDeskWorld();
  const { path } = await desk.wants('a');
  return { desk, actions: `${path}/actions`, path };
};

describe('every answer', () => {
  it('is kept by nobody and is no page, whether it went well or not', async () => {
    const { desk } = await start();
    const answers = [
      await desk.call('rivera', { path: '/v1/me' }),
      await desk.call('rivera', { path: '/v1/nothing' }),
      await desk.call(undefined, { path: '/v1/me' }),
      await desk.call('gone', { path: '/v1/me' }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 404, 401, 403]);
    for (const { headers } of answers) {
      expect(headers).toMatchObject(secured);
      expect(headers?.['content-security-policy']).toContain("default-src 'none'");
      expect(headers).not.toHaveProperty('set-cookie');
      expect(headers).not.toHaveProperty('access-control-allow-origin');
    }
  });
});

describe('an address that is none', () => {
  it.each([
    ['GET', '/'],
    ['GET', '/v1'],
    ['GET', '/v1/me/'],
    ['GET', '/V1/me'],
    ['GET', '/v2/me'],
    ['GET', '/v1/handoffs/a'],
    ['GET', '/v1/handoffs//1.a'],
    ['GET', '/v1/handoffs/a%2Fb/1.a'],
    ['GET', '/v1/handoffs/../people'],
    ['GET', '/v1/handoffs/%00/1.a'],
    ['GET', '/v1/handoffs/%zz/1.a'],
    ['GET', `/v1/handoffs/${'a'.repeat(500)}/1.a`],
    ['GET', '/v1/media/a/x/0'],
    ['GET', '/v1/media/a/1/99999999999'],
    ['DELETE', '/v1/me'],
    ['OPTIONS', '/v1/me'],
    ['POST', '/v1/me'],
    ['PUT', '/v1/people/%20'],
  ])('is not there: %s %s', async (method, path) => {
    const { desk } = await start();
    const answer = await desk.call('admin', { method, path, ...(method === 'GET' ? {} : { json: {} }) });
    expect([answer.status, jsonOf(answer)]).toEqual([404, { error: expect.any(String) }]);
  });
});

describe('a body that is none', () => {
  it.each([
    ['no JSON', { body: '{"key":' }],
    ['nothing', {}],
    ['empty', { body: '' }],
    ['plain text', { body: '{}', headers: { 'content-type': 'text/plain' } }],
    ['a form', { body: 'key=1', headers: { 'content-type': 'application/x-www-form-urlencoded' } }],
    ['without a type', { body: '{}', headers: { 'content-type': '' } }],
    ['two megabytes', { body: JSON.stringify({ key: 'a'.repeat(2_000_000) }) }],
    ['seventy kilobytes of three-byte letters', { body: JSON.stringify({ key: '学'.repeat(24_000) }) }],
    ['a deep nest', { body: `${'['.repeat(20_000)}${']'.repeat(20_000)}` }],
    ['a prototype', { body: '{"__proto__":{"key":"00000000","action":{"kind":"claim"}}}' }],
  ])('is refused with a sentence, and nothing is done: %s', async (_what, options) => {
    const { desk, actions } = await start();
    const answer = await desk.call('rivera', { method: 'POST', path: actions, ...options });
    expect([answer.status, jsonOf(answer)]).toEqual([400, { error: expect.any(String) }]);
    expect(desk.store.allHandoffs()).toMatchObject([{ status: 'open' }]);
  });

  it('does not come back in the answer', async () => {
    const { desk, actions } = await start();
    const answer = await desk.call('rivera', { method: 'POST', path: actions, body: '{"canarywords"' });
    expect(answer.body).not.toContain('canarywords');
  });
});

describe('days', () => {
  it.each(['0', '-1', '91', '1.5', '7d', '', '9999', '1e1'])('that are none are refused: %s', async (days) => {
    const { desk } = await start();
    for (const path of ['/v1/summary', '/v1/questions', '/v1/questions/export']) {
      expect((await desk.call('rivera', { path, query: { days } })).status).toBe(400);
    }
  });
});

describe('when something behind the desk is broken', () => {
  it('the person reads a sentence, the operator a line without words', async () => {
    const { desk, path } = await start();
    desk.staff.person = async () => {
      throw new TypeError('canarywords of the table');
    };
    const answer = await desk.call('rivera', { path });
    expect([answer.status, jsonOf(answer)]).toEqual([500, { error: expect.stringContaining('Try again') }]);
    expect(desk.logged.at(-1)).toEqual({ event: 'desk_failed', fields: { error: 'TypeError' } });
    expect(JSON.stringify([answer, desk.logged])).not.toContain('canarywords');
  });

  it('and nothing can be recorded, nothing is shown', async () => {
    const { desk, path } = await start();
    desk.record.append = async () => {
      throw new Error('no');
    };
    expect((await desk.call('rivera', { path })).status).toBe(500);
  });
});

describe('what is logged', () => {
  it('holds no name, no words, no token', async () => {
    const { desk, path, actions } = await start();
    await desk.call('rivera', { path });
    await desk.call(undefined, { path, headers: { authorization: 'Bearer token-forged!' } });
    await desk.call('gone', { path });
    await desk.call('rivera', {
      method: 'POST',
      path: actions,
      json: { key: 'note-of-a-test', action: { kind: 'note', text: 'canarywords' } },
    });
    expect(JSON.stringify(desk.logged)).not.toMatch(/canarywords|rivera|forged|token/);
  });
});
