import type { ContactId } from '#core/ids.ts';
import { createHandler } from '../../lambdas/handlers/turn.ts';
import { answerJson, graphError } from '../adapters/whatsapp/stub-graph.ts';
import { captureOutput, SECRETS, sqsEvent } from '../support/functions.ts';
import { messageOf, NOW, newContact } from '../support/stored.ts';
import { startWorld, type World } from '../support/world-of-functions.ts';

// Starting stand-ins takes longer than jest's five seconds when the machine is busy.
jest.setTimeout(60_000);

let world: World;
let output: ReturnType<typeof captureOutput>;
let handler: ReturnType<typeof createHandler>;

beforeAll(async () => {
  world = await startWorld();
  Object.assign(process.env, world.aws);
  handler = createHandler(world.settings.turn, { now: () => NOW });
});
afterAll(() => world.stop());
beforeEach(() => {
  world.whenSent();
  world.takeSent();
  output = captureOutput();
});
afterEach(() => output.stop());

const from = (contact: ContactId, id: string, text?: string) => ({
  ...messageOf(contact, id, text),
  from: { userId: `US.${contact}` },
});
const recipients = () => world.takeSent().map(({ recipient }) => recipient);

describe('a batch of five contacts', () => {
  it('one unreadable and one whose store fails: only theirs come again, the others are answered', async () => {
    // Prepare
    const [ana, bo, broken, chen] = [newContact(), newContact(), newContact(), newContact()];
    await world.makeUnreadable(broken);
    const batch = sqsEvent([
      { id: 'ana', body: from(ana, 'wamid.ana') },
      { id: 'unreadable', body: '{"kind":"message_received","contact":"canarycontact"' },
      { id: 'broken 1', body: from(broken, 'wamid.broken.1', 'canarywords') },
      { id: 'bo', body: from(bo, 'wamid.bo') },
      { id: 'broken 2', body: from(broken, 'wamid.broken.2') },
      { id: 'chen 1', body: from(chen, 'wamid.chen.1') },
      { id: 'chen 2', body: from(chen, 'wamid.chen.2', 'Thank you') },
    ]);

    // Act
    const { batchItemFailures } = await handler(batch);

    // Assess
    expect(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier).sort()).toEqual([
      'broken 1',
      'broken 2',
      'unreadable',
    ]);
    expect(recipients().sort()).toEqual([ana, bo, chen].map((contact) => `US.${contact}`).sort());
    const stored = await world.store.load(chen, NOW);
    expect(stored).toMatchObject({
      kind: 'turn',
      turn: { turn: 1, events: [{ id: 'wamid.chen.1' }, { id: 'wamid.chen.2' }] },
    });
    expect(output.lines()).toContainEqual({ level: 'alarm', event: 'unreadable_message', count: 1 });
    expect(output.text()).not.toContain('canary');
  });

  it('that all fail all come again', async () => {
    const broken = Array.from({ length: 5 }, newContact);
    for (const contact of broken) await world.makeUnreadable(contact);
    const { batchItemFailures } = await handler(
      sqsEvent(broken.map((contact, at) => ({ id: `m${at}`, body: from(contact, `wamid.${at}`) }))),
    );
    expect(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier).sort()).toEqual([
      'm0',
      'm1',
      'm2',
      'm3',
      'm4',
    ]);
    expect(recipients()).toEqual([]);
  });

  it.each<[string, unknown]>([
    ['no JSON', 'not JSON'],
    ['nothing', ''],
    ['null', 'null'],
    ['an array', '[]'],
    ['a kind that a newer release sends', { kind: 'staff_replied', contact: 'x' }],
    ['no kind', {}],
    ['a contact that is a number', { ...messageOf(newContact(), 'wamid.1'), contact: 7 }],
    ['no content', { ...messageOf(newContact(), 'wamid.1'), content: undefined }],
    ['a status', { kind: 'look_again', contact: 'x', turn: 1 }],
  ])('a message of %s comes again and stops nobody', async (_what, body) => {
    const ana = newContact();
    const { batchItemFailures } = await handler(
      sqsEvent([
        { id: 'odd', body },
        { id: 'ana', body: from(ana, 'wamid.1') },
      ]),
    );
    expect(batchItemFailures).toEqual([{ itemIdentifier: 'odd' }]);
    expect(recipients()).toEqual([`US.${ana}`]);
  });

  it('an empty one is nothing to do', async () => {
    expect(await handler({ Records: [] })).toEqual({ batchItemFailures: [] });
  });
});

describe('one message', () => {
  it('is answered once with the token and our tag, and the log holds no word of it', async () => {
    const contact = newContact();
    const batch = sqsEvent([{ id: 'm', body: from(contact, 'wamid.1', 'canarywords, what time does school start?') }]);
    await handler(batch);

    const sent = world.takeSent();
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({ recipient: `US.${contact}`, biz_opaque_callback_data: `h1.${contact}.1.0.bot` });
    expect(output.text()).not.toContain('canarywords');
    for (const secret of Object.values(SECRETS).flat()) expect(output.text()).not.toContain(secret);
  });

  it('delivered a second time is not answered again', async () => {
    const batch = sqsEvent([{ id: 'm', body: from(newContact(), 'wamid.1') }]);
    await handler(batch);
    await handler(batch);
    expect(recipients()).toHaveLength(1);
  });

  it('in another process at the same time is answered once', async () => {
    const contact = newContact();
    const batch = sqsEvent([{ id: 'm', body: from(contact, 'wamid.1') }]);
    const others = Array.from({ length: 4 }, () => createHandler(world.settings.turn, { now: () => NOW }));
    await Promise.all([handler, ...others].map((one) => one(batch)));
    expect(recipients()).toHaveLength(1);
    expect(await world.store.turn(contact, 2)).toBeUndefined();
  });
});

describe('when WhatsApp', () => {
  const statusAfter = async (contact: ContactId) => (await world.store.turn(contact, 1))?.deliveries;

  it('breaks off after it got the message, the outcome is unknown and looked at again later', async () => {
    const contact = newContact();
    world.whenSent((response) => response.destroy());
    expect(await handler(sqsEvent([{ id: 'm', body: from(contact, 'wamid.1') }]))).toEqual({ batchItemFailures: [] });
    expect(await statusAfter(contact)).toMatchObject([{ status: 'unknown', attempt: 1, doubts: 1 }]);
    // It is delayed by two minutes, so that nothing is to be seen of it yet.
    expect(await world.drain('statuses')).toEqual([]);
  });

  it.each([
    ['says that the pair is too fast', 400, 131056, 'waiting'],
    ['refuses the token', 401, 190, 'waiting'],
    ['says that the person cannot be reached', 400, 131026, 'failed'],
    ['says that the window has closed', 400, 131047, 'held'],
  ])('%s, nothing comes again: the reply is recorded as such', async (_what, status, code, expected) => {
    const contact = newContact();
    world.whenSent((response) => answerJson(response, status, graphError(code)));
    expect(await handler(sqsEvent([{ id: 'm', body: from(contact, 'wamid.1') }]))).toEqual({ batchItemFailures: [] });
    expect(await statusAfter(contact)).toMatchObject([{ status: expected }]);
    for (const secret of Object.values(SECRETS).flat()) expect(output.text()).not.toContain(secret);
  });
});
