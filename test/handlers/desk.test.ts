import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { createDynamoStaffStore } from '#adapters/dynamodb/staff-store.ts';
import type { StaffMember, StaffStore } from '#app/desk/ports.ts';
import { ActionResult, HandoffPage, Me, SavedReplies, Thread } from '#contract/desk-api.ts';
import { staffId } from '#core/ids.ts';
import { createHandler } from '../../lambdas/handlers/desk.ts';
import { createHandler as createTurn } from '../../lambdas/handlers/turn.ts';
import {
  AUDIENCE,
  type Claims,
  claimsOf,
  type Issuer,
  newKeys,
  signed,
  startIssuer,
  stopIssuers,
} from '../adapters/token/issuer.ts';
import { apiEvent, type CallOptions, jsonOf } from '../app/desk/desk-requests.ts';
import { captureOutput, sqsEvent } from '../support/functions.ts';
import { clientOf } from '../support/services.ts';
import { messageOf, NOW, newContact } from '../support/stored.ts';
import { startWorld, type World } from '../support/world-of-functions.ts';

// Starting stand-ins takes longer than jest's five seconds when the machine is busy.
jest.setTimeout(120_000);

const keys = newKeys();
const RIVERA: StaffMember = {
  ...{ id: staffId('rivera'), name: 'Ms. Rivera', title: 'front office', role: 'agent', isActive: true },
  schools: ['riverbend-high'],
};

let world: World;
let issuer: Issuer;
let staff: StaffStore;
let desk: ReturnType<typeof createHandler>;
let turn: ReturnType<typeof createTurn>;
let output: ReturnType<typeof captureOutput>;

beforeAll(async () => {
  world = await startWorld();
  Object.assign(process.env, world.aws);
  issuer = await startIssuer({ one: keys });
  const { TOKEN_ISSUER: _, ...settings } = world.settings.desk;
  const tokens = { TOKEN_ISSUER: issuer.url, TOKEN_AUDIENCE: AUDIENCE, TOKEN_JWKS_URL: `${issuer.url}/jwks` };
  desk = createHandler({ ...settings, ...tokens }, { now: () => NOW });
  turn = createTurn(world.settings.turn, { now: () => NOW });
  const client = new DynamoDBClient(clientOf(world.aws.AWS_ENDPOINT_URL_DYNAMODB));
  staff = createDynamoStaffStore({ client, table: world.table });
});
afterAll(async () => {
  stopIssuers();
  await world.stop();
});
beforeEach(async () => {
  await staff.savePerson(RIVERA);
  output = captureOutput();
});
afterEach(() => output.stop());

const tokenOf = (claims: Claims = {}, key = keys) => signed(claimsOf(issuer.url, claims), key);

const call = async (options: CallOptions, token = tokenOf()): Promise<APIGatewayProxyStructuredResultV2> =>
  desk(apiEvent(undefined, { ...options, headers: { authorization: `Bearer ${token}`, ...options.headers } }));

/** A family taps "a person"; where its conversation is at the desk. */
const wantsPerson = async () => {
  const contact = newContact();
  const tap = {
    ...messageOf(contact, `wamid.${contact}`),
    content: { kind: 'choice', id: 'person', title: 'A person' },
  };
  await turn(sqsEvent([{ id: 'm', body: tap }]));
  const { handoffs } = HandoffPage.parse(jsonOf(await call({ path: '/v1/handoffs' })));
  const handoff = handoffs.find((one) => one.contact === contact);
  return { contact, path: `/v1/handoffs/${contact}/${handoff?.id}` };
};

/** Runs the turn function on whatever comes, until something is done. */
const whileTurnsAreTaken = async <Value>(doing: Promise<Value>): Promise<Value> => {
  let isDone = false;
  const done = doing.finally(() => {
    isDone = true;
  });
  while (!isDone) {
    const bodies = await world.drain('inbound');
    if (bodies.length > 0) await turn(sqsEvent(bodies.map((body, at) => ({ id: `m${at}`, body }))));
  }
  return done;
};

describe('the desk function', () => {
  it('tells who is logged in, with the topics and saved replies of the content', async () => {
    const me = Me.parse(jsonOf(await call({ path: '/v1/me' })));
    expect(me).toMatchObject({
      person: { id: 'rivera' },
      schools: [{ id: 'riverbend-high', name: 'Riverbend High School' }],
      translation: 'none',
    });
    expect(me.topics).toContainEqual({ id: 'school-hours', title: expect.any(String) });
    const { replies } = SavedReplies.parse(jsonOf(await call({ path: '/v1/saved-replies' })));
    expect(replies.length).toBeGreaterThan(0);
  });

  it('brings a claim and a reply through the queue to the family, and shows them in the thread', async () => {
    const { path } = await wantsPerson();
    const act = async (key: string, action: object) =>
      ActionResult.parse(
        jsonOf(await whileTurnsAreTaken(call({ method: 'POST', path: `${path}/actions`, json: { key, action } }))),
      );
    expect(await act('claim-key', { kind: 'claim' })).toMatchObject({
      outcome: 'done',
      handoff: { owner: { id: 'rivera' } },
    });
    const words = { original: 'We call you at two.', text: 'We call you at two.', lang: 'en', translation: 'none' };
    expect(await act('reply-key', { kind: 'reply', ...words })).toMatchObject({ outcome: 'done' });
    expect(JSON.stringify(world.takeSent())).toContain('We call you at two.');
    const { entries } = Thread.parse(jsonOf(await call({ path })));
    expect(entries.at(-1)).toMatchObject({ kind: 'staff', text: 'We call you at two.', delivery: 'sent' });
  });

  it.each<[string, () => string]>([
    ['has expired', () => tokenOf({ exp: Math.floor(Date.now() / 1000) - 60 })],
    ['is forged', () => tokenOf({}, newKeys())],
    ['is for somebody else', () => tokenOf({ aud: 'other' })],
    ['is none', () => 'canarywords'],
  ])('lets nobody in whose token %s', async (_what, token) => {
    const { path } = await wantsPerson();
    for (const one of ['/v1/me', '/v1/handoffs', path])
      expect((await call({ path: one }, token())).statusCode).toBe(401);
    expect(output.text()).not.toContain('canary');
  });

  it('lets nobody in whom nobody has named, and sees at once when somebody’s access ends', async () => {
    expect((await call({ path: '/v1/me' }, tokenOf({ sub: 'stranger' }))).statusCode).toBe(403);
    const { path } = await wantsPerson();
    expect((await call({ path })).statusCode).toBe(200);
    await staff.savePerson({ ...RIVERA, isActive: false });
    expect((await call({ path })).statusCode).toBe(403);
  });

  it('tells somebody of another school nothing, whatever they ask for', async () => {
    const { path, contact } = await wantsPerson();
    await staff.savePerson({ ...RIVERA, schools: ['mill-creek-middle'] });
    expect((await call({ path })).statusCode).toBe(404);
    expect((await call({ path: `/v1/media/${contact}/1/0` })).statusCode).toBe(404);
    expect(HandoffPage.parse(jsonOf(await call({ path: '/v1/handoffs' }))).handoffs).toEqual([]);
  });

  it('logs no name, no word, no token', async () => {
    const { path } = await wantsPerson();
    const note = { key: 'note-key', action: { kind: 'note', text: 'canarywords' } };
    await whileTurnsAreTaken(call({ method: 'POST', path: `${path}/actions`, json: note }));
    await call({ path });
    expect(output.text()).not.toMatch(/canary|Rivera|Bearer/);
  });

  it('where the table cannot be reached answers with a sentence and rings', async () => {
    const { TABLE_NAME: _, ...settings } = world.settings.desk;
    const tokens = { TOKEN_ISSUER: issuer.url, TOKEN_AUDIENCE: AUDIENCE, TOKEN_JWKS_URL: `${issuer.url}/jwks` };
    const broken = createHandler({ ...settings, ...tokens, TABLE_NAME: 'no-such-table' }, { now: () => NOW });
    const answer = await broken(
      apiEvent(undefined, { path: '/v1/me', headers: { authorization: `Bearer ${tokenOf()}` } }),
    );
    expect([answer.statusCode, jsonOf(answer)]).toEqual([500, { error: expect.any(String) }]);
    expect(output.lines()).toContainEqual({ level: 'alarm', event: 'desk_failed', error: 'ResourceNotFoundException' });
  });

  it('where the issuer does not answer says so, and nobody is logged out for it', async () => {
    const tokens = {
      TOKEN_ISSUER: 'http://127.0.0.1:9',
      TOKEN_JWKS_URL: 'http://127.0.0.1:9/jwks',
      TOKEN_AUDIENCE: AUDIENCE,
    };
    const lost = createHandler({ ...world.settings.desk, ...tokens }, { now: () => NOW });
    const authorization = `Bearer ${tokenOf({ iss: tokens.TOKEN_ISSUER })}`;
    const answer = await lost(apiEvent(undefined, { path: '/v1/me', headers: { authorization } }));
    expect(answer.statusCode).toBe(503);
    expect(output.lines()).toContainEqual({ level: 'alarm', event: 'desk_failed', error: 'KeysUnavailableError' });
  });

  it.each([
    ['is not there', () => '/nowhere'],
    [
      'has no saved replies',
      () => {
        const folder = mkdtempSync(join(tmpdir(), 'homeroom-test-'));
        writeFileSync(join(folder, 'content.json'), '{"version":"1","menu":{}}');
        return folder;
      },
    ],
  ])('does not start where the content %s, and says what to do', (_what, folderOf) => {
    const settings = { ...world.settings.desk, CONTENT_FOLDER: folderOf() };
    expect(() => createHandler(settings, { now: () => NOW })).toThrow(/^CONTENT_FOLDER .*run "npm run content"/);
  });
});
