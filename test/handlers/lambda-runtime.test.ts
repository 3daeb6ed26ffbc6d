import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { CONTENT_FOLDER, DISTRICT_FILE, FUNCTION_ENVS, type FunctionName } from '#config.ts';
import { compileContent } from '../../bin/content/compile-content.ts';
import { demoDistrict } from '../../bin/local/demo-district.ts';
import { HANDLER, writeBundle } from '../../lib/bundling.ts';
import { sign } from '../adapters/whatsapp/samples.ts';
import { functionUrlEvent, SECRETS, sqsEvent } from '../support/functions.ts';
import { runtimeClient, startLambda } from '../support/lambda-runtime.ts';
import { messageOf, NUMBER, newContact, statusOf } from '../support/stored.ts';
import { startWorld, type World } from '../support/world-of-functions.ts';

// Three bundles, and a process for each test, take longer than jest's five seconds.
jest.setTimeout(120_000);

const skipped = describe.skip;
const client = runtimeClient();
const describeInRuntime = client === undefined ? skipped : describe;
const because = client === undefined ? ' (skipped: the package aws-lambda-ric could not be fetched)' : '';

const NAMES = Object.keys(FUNCTION_ENVS) as FunctionName[];

describeInRuntime(`the built functions under AWS's own Lambda runtime client${because}`, () => {
  let world: World;
  let root: string;
  const running: Awaited<ReturnType<typeof startLambda>>[] = [];

  beforeAll(async () => {
    world = await startWorld();
    root = mkdtempSync(join(tmpdir(), 'homeroom-lambda-'));
    const content = compileContent();
    // As lib/constructs/turn.ts packs them.
    const beside = {
      ...Object.fromEntries(
        readdirSync(content).map((file) => [`${CONTENT_FOLDER}/${file}`, readFileSync(join(content, file))]),
      ),
      [DISTRICT_FILE]: JSON.stringify(demoDistrict(Date.now())),
    };
    for (const name of NAMES) {
      const outputFolder = join(root, name);
      mkdirSync(outputFolder);
      const entry = resolve('lambdas', 'handlers', 'main', `${name}.ts`);
      writeBundle({ entry, outputFolder, beside: name === 'turn' ? beside : {} });
    }
  });
  afterEach(async () => {
    await Promise.all(running.splice(0).map((lambda) => lambda.stop()));
    world.takeSent();
  });
  afterAll(async () => {
    await world.stop();
    rmSync(root, { recursive: true });
  });

  /** The variables that the stack gives to a function, and Lambda to any. */
  const settingsOf = (name: FunctionName): Record<string, string> => ({
    ...world.settings[name],
    ...(name === 'turn' ? { CONTENT_FOLDER, DISTRICT_FILE } : {}),
    ...world.aws,
  });
  const start = async (name: FunctionName, settings = settingsOf(name)) => {
    const lambda = await startLambda(join(root, name), settings);
    running.push(lambda);
    return lambda;
  };
  const without = (name: FunctionName, variable: string) =>
    Object.fromEntries(Object.entries(settingsOf(name)).filter(([key]) => key !== variable));

  const now = () => Math.floor(Date.now() / 1000) * 1000;
  const recent = (contact: ReturnType<typeof newContact>, id: string) => ({ ...messageOf(contact, id), sentAt: now() });

  it('are found under the name that the stack gives to Lambda', () => {
    expect(HANDLER).toBe('index.handler');
  });

  describe('webhook', () => {
    const body = JSON.stringify({
      object: 'whatsapp_business_account',
      entry: [
        {
          id: '1',
          changes: [
            {
              field: 'messages',
              value: {
                metadata: { phone_number_id: NUMBER, display_phone_number: '15550783881' },
                messages: [
                  {
                    from: '13125550199',
                    id: 'wamid.1',
                    timestamp: '1',
                    type: 'text',
                    text: { body: 'canarywords 👋' },
                  },
                ],
                statuses: [{ id: 'wamid.s', status: 'sent', timestamp: '1' }],
              },
            },
          ],
        },
      ],
    });

    it('answers 401 without signature and 200 with it; then the events are on the queues', async () => {
      const lambda = await start('webhook');

      const stranger = await lambda.invoke(functionUrlEvent({ body }));
      expect(stranger.response).toMatchObject({ statusCode: 401, body: '' });
      expect(await world.drain('inbound')).toEqual([]);

      const signature = sign(body, SECRETS.appSecrets[0] ?? '');
      const whatsapp = await lambda.invoke(functionUrlEvent({ body, headers: { 'x-hub-signature-256': signature } }));
      expect(whatsapp.response).toMatchObject({ statusCode: 200 });
      expect(await world.drain('inbound')).toMatchObject([
        { kind: 'message_received', id: 'wamid.1', content: { text: 'canarywords 👋' } },
      ]);
      expect(await world.drain('statuses')).toMatchObject([{ kind: 'status_changed', id: 'wamid.s' }]);
      expect(lambda.output()).not.toContain('canarywords');
    });

    it("answers WhatsApp's challenge", async () => {
      const lambda = await start('webhook');
      const query = { 'hub.mode': 'subscribe', 'hub.verify_token': SECRETS.verifyToken, 'hub.challenge': '42' };
      const { response } = await lambda.invoke(functionUrlEvent({ method: 'GET', query }));
      expect(response).toMatchObject({ statusCode: 200, body: '42' });
    });
  });

  describe('turn', () => {
    it('answers a parent through WhatsApp, and a repeat not again', async () => {
      const lambda = await start('turn');
      const contact = newContact();
      const batch = sqsEvent([{ id: 'm', body: recent(contact, 'wamid.1') }]);

      expect(await lambda.invoke(batch)).toEqual({ response: { batchItemFailures: [] } });
      expect(world.takeSent()).toMatchObject([
        { messaging_product: 'whatsapp', recipient: 'US.1', biz_opaque_callback_data: `h1.${contact}.1.0.bot` },
      ]);
      expect(await world.store.turn(contact, 1)).toMatchObject({ deliveries: [{ status: 'sent', id: 'wamid.sent' }] });

      expect(await lambda.invoke(batch)).toEqual({ response: { batchItemFailures: [] } });
      expect(world.takeSent()).toEqual([]);
    });

    it('names the message that it cannot read', async () => {
      const lambda = await start('turn');
      const { response } = await lambda.invoke(sqsEvent([{ id: 'odd', body: 'not JSON' }]));
      expect(response).toEqual({ batchItemFailures: [{ itemIdentifier: 'odd' }] });
    });

    it('keeps a reply that WhatsApp cannot be reached for', async () => {
      const lambda = await start('turn', { ...settingsOf('turn'), GRAPH_BASE_URL: 'http://127.0.0.1:9' });
      const contact = newContact();
      await lambda.invoke(sqsEvent([{ id: 'm', body: recent(contact, 'wamid.1') }]));
      expect(await world.store.turn(contact, 1)).toMatchObject({ deliveries: [{ status: 'waiting' }] });
    });
  });

  describe('track', () => {
    it('closes a send of which nobody knew whether it went', async () => {
      // Prepare
      const contact = newContact();
      world.whenSent((response) => response.destroy());
      const turn = await start('turn');
      await turn.invoke(sqsEvent([{ id: 'm', body: recent(contact, 'wamid.1') }]));
      world.whenSent();
      expect(await world.store.turn(contact, 1)).toMatchObject({ deliveries: [{ status: 'unknown' }] });

      // Act
      const track = await start('track');
      const status = statusOf('wamid.out', { tag: `h1.${contact}.1.0.bot`, at: now() });
      const result = await track.invoke(sqsEvent([{ id: 's', body: status }]));

      // Assess
      expect(result).toEqual({ response: { batchItemFailures: [] } });
      expect(await world.store.turn(contact, 1)).toMatchObject({ deliveries: [{ status: 'sent', id: 'wamid.out' }] });
    });
  });

  describe('without a variable that it needs', () => {
    it.each([
      ['webhook', 'NUMBER_IDS'],
      ['turn', 'TABLE_NAME'],
      ['track', 'INBOUND_QUEUE_URL'],
    ] as const)('%s does not start, and the error names %s', async (name, variable) => {
      const lambda = await start(name, without(name, variable));
      expect(await lambda.initError()).toMatchObject({
        errorType: 'ConfigError',
        errorMessage: `${variable} is missing in the environment of the ${name} function; set it.`,
      });
    });

    it('turn does not start where its content was not packed', async () => {
      const lambda = await start('turn', { ...settingsOf('turn'), CONTENT_FOLDER: 'none' });
      expect(await lambda.initError()).toMatchObject({
        errorType: 'ConfigError',
        errorMessage: expect.stringContaining('CONTENT_FOLDER'),
      });
    });
  });
});
