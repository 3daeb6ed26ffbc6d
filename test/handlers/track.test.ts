import type { ContactId } from '#core/ids.ts';
import { createHandler } from '../../lambdas/handlers/track.ts';
import { createHandler as createTurn } from '../../lambdas/handlers/turn.ts';
import { captureOutput, sqsEvent } from '../support/functions.ts';
import { messageOf, NOW, newContact, statusOf } from '../support/stored.ts';
import { startWorld, type World } from '../support/world-of-functions.ts';

// Starting stand-ins takes longer than jest's five seconds when the machine is busy.
jest.setTimeout(60_000);

let world: World;
let output: ReturnType<typeof captureOutput>;
let handler: ReturnType<typeof createHandler>;

beforeAll(async () => {
  world = await startWorld();
  Object.assign(process.env, world.aws);
  handler = createHandler(world.settings.track, { now: () => NOW });
});
afterAll(() => world.stop());
beforeEach(() => {
  output = captureOutput();
});
afterEach(() => output.stop());

/** A turn whose one reply left, and nobody knows whether it arrived; gives the reply's tag. */
const unknownSend = async (contact: ContactId): Promise<string> => {
  world.whenSent((response) => response.destroy());
  const turn = createTurn(world.settings.turn, { now: () => NOW });
  await turn(sqsEvent([{ id: 'm', body: messageOf(contact, 'wamid.1') }]));
  world.whenSent();
  return world.takeSent()[0]?.biz_opaque_callback_data ?? '';
};
const deliveriesOf = async (contact: ContactId) => (await world.store.turn(contact, 1))?.deliveries;

describe('a status', () => {
  it('closes a send of which nobody knew whether it went', async () => {
    const contact = newContact();
    const tag = await unknownSend(contact);
    expect(await deliveriesOf(contact)).toMatchObject([{ status: 'unknown' }]);

    const result = await handler(sqsEvent([{ id: 's', body: statusOf('wamid.out', { tag }) }]));

    expect(result).toEqual({ batchItemFailures: [] });
    expect(await deliveriesOf(contact)).toMatchObject([{ status: 'sent', id: 'wamid.out', attempt: 1 }]);
  });

  it('that says it failed closes it too, and a later "sent" does not take that back', async () => {
    const contact = newContact();
    const tag = await unknownSend(contact);
    await handler(sqsEvent([{ id: 's', body: statusOf('wamid.out', { tag, status: 'failed', codes: [131026] }) }]));
    await handler(sqsEvent([{ id: 's', body: statusOf('wamid.out', { tag }) }]));
    expect(await deliveriesOf(contact)).toMatchObject([{ status: 'failed', code: 131026 }]);
  });

  it.each([
    ['of another app on our number', 'their-own-tag'],
    ['without tag', undefined],
    ['of a turn that is long gone', `h1.${newContact()}.7.0.bot`],
  ])('%s changes nothing and does not come again', async (_what, tag) => {
    const body = statusOf('wamid.out', tag === undefined ? {} : { tag });
    expect(await handler(sqsEvent([{ id: 's', body }]))).toEqual({ batchItemFailures: [] });
  });

  it('of a reply that the turn does not have changes nothing', async () => {
    const contact = newContact();
    const tag = await unknownSend(contact);
    const body = statusOf('wamid.out', { tag: tag.replace(/\.0\.bot$/, '.9.bot') });
    expect(await handler(sqsEvent([{ id: 's', body }]))).toEqual({ batchItemFailures: [] });
    expect(await deliveriesOf(contact)).toMatchObject([{ status: 'unknown' }]);
  });
});

describe('a look that fell due', () => {
  it("goes to the contact's own queue", async () => {
    const contact = newContact();
    await handler(sqsEvent([{ id: 'l', body: { kind: 'look_again', contact, turn: 3 } }]));
    expect(await world.drain('inbound')).toMatchObject([{ kind: 'delivery_due', contact, turn: 3 }]);
  });
});

describe('a batch', () => {
  it('of which one is unreadable and one fails: only those come again', async () => {
    const [ana, broken] = [newContact(), newContact()];
    const tag = await unknownSend(ana);
    await world.makeUnreadable(broken);
    const { batchItemFailures } = await handler(
      sqsEvent([
        { id: 'unreadable', body: '{"kind":"canary' },
        { id: 'ana', body: statusOf('wamid.out', { tag }) },
        { id: 'broken', body: statusOf('wamid.b', { tag: `h1.${broken}.1.0.bot` }) },
        { id: 'notice', body: { kind: 'platform_notice', field: 'account_update', event: 'X', needsOperator: true } },
        { id: 'nobody', body: statusOf('wamid.n', { status: 'delivered', tag: `h1.${broken}.1.0.bot` }) },
      ]),
    );
    expect(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier).sort()).toEqual(['broken', 'unreadable']);
    expect(await deliveriesOf(ana)).toMatchObject([{ status: 'sent' }]);
    expect(output.lines()).toContainEqual({ level: 'alarm', event: 'platform_notice', kind: 'account_update:X' });
    expect(output.text()).not.toContain('canary');
  });
});
