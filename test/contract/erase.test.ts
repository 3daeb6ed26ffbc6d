/** Erasing a family on dynalite, over the real turn: the whole table is scanned afterwards. */
import { inflateRawSync } from 'node:zlib';
import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { createDynamoHandoffStore } from '#adapters/dynamodb/desk-handoff-store.ts';
import { createDynamoStore } from '#adapters/dynamodb/dynamo-store.ts';
import { unpack } from '#adapters/dynamodb/pack.ts';
import { createDynamoPlans } from '#adapters/dynamodb/plans.ts';
import { createDynamoReplyAddresses } from '#adapters/dynamodb/reply-addresses.ts';
import { createDynamoStaffRecord } from '#adapters/dynamodb/staff-record.ts';
import { createMemoryQueues } from '#adapters/memory/memory-queues.ts';
import { fit } from '#adapters/whatsapp/fit.ts';
import { recordThat } from '#app/desk/record.ts';
import { takeTurn } from '#app/take-turn.ts';
import type { TurnPorts } from '#app/turn-ports.ts';
import { type ContactId, messageId, staffId } from '#core/ids.ts';
import type { StaffActed } from '#core/inbound.ts';
import { NOTHING_COMING_UP } from '#core/opportunities/coming-up.ts';
import { opportunityId } from '#core/opportunities/opportunity.ts';
import { NO_OUTREACH } from '#core/outreach/outreach.ts';
import { createTable, type LocalService, startDynamo } from '../../bin/local/dynamodb.ts';
import { demoWorld } from '../../bin/local/talk.ts';
import { requestOf } from '../support/requests.ts';
import { clientOf } from '../support/services.ts';
import { messageOf, NOW, NUMBER, newContact } from '../support/stored.ts';

jest.setTimeout(30_000);

const TABLE = 'erasing';
const WORDS = ['Guadalupe', 'Xochitl', 'Itzel', 'blorf', 'Tuesday at two', 'US.1', '13125550199', 'wamid'];
const RIVERA = { id: staffId('rivera'), name: 'Ms. Rivera', title: 'front office' };
const LEAD = { ...RIVERA, role: 'lead', schools: [], isActive: true } as const;

let dynamo: LocalService;
let client: DynamoDBClient;
const clock = { now: () => NOW };
beforeAll(async () => {
  dynamo = await startDynamo();
  client = new DynamoDBClient(clientOf(dynamo.endpoint));
  await createTable(client, TABLE);
});
afterAll(async () => {
  client.destroy();
  await dynamo.stop();
});

/** Every item of the table as text, what is packed in it included. */
const everything = async (): Promise<readonly string[]> => {
  const { Items = [] } = await client.send(new ScanCommand({ TableName: TABLE, ConsistentRead: true }));
  return Items.map((item) => {
    const turn = item['x']?.B ? JSON.stringify(unpack(item['x'].B)) : '';
    const seats = item['se']?.B ? inflateRawSync(item['se'].B).toString('utf8') : '';
    return JSON.stringify(item) + turn + seats;
  });
};

const itemsAbout = async (contact: ContactId) =>
  (await everything()).filter((item) => [contact, ...WORDS].some((word) => item.includes(word)));

const silent = { info: () => {}, warn: () => {}, alarm: () => {} };
const addressesOf = (dynamoClient: DynamoDBClient) =>
  createDynamoReplyAddresses({ client: dynamoClient, table: TABLE });

const portsOver = (dynamoClient: DynamoDBClient): TurnPorts => ({
  ...{ clock, log: silent, queues: createMemoryQueues(clock), world: demoWorld(NOW) },
  plans: createDynamoPlans({ client: dynamoClient, table: TABLE }, () => NOTHING_COMING_UP),
  store: createDynamoStore({ client: dynamoClient, table: TABLE, turnDays: 30 }),
  belongings: [addressesOf(dynamoClient)],
  messenger: {
    ...{ fit, markRead: async () => {} },
    send: async () => ({ kind: 'accepted', id: messageId('out') }),
    announce: async () => ({ kind: 'accepted', id: messageId('out') }),
  },
});

const READING = { opportunity: opportunityId('reading'), occurrence: '2026-12-03T18:00' };

/** It plans to come to something, and is to be reminded of it. */
const planToCome = async ({ plans, store }: TurnPorts, contact: ContactId): Promise<void> => {
  const loaded = await store.load(contact, NOW);
  if (loaded.kind !== 'turn') throw new Error('there is no turn');
  const { conversation } = loaded.turn;
  const [startsAt, endsAt] = [NOW + 86_400_000, NOW + 90_000_000];
  const consent = { at: NOW, words: 'remind', lang: 'es', turn: 1 } as const;
  const plan = { ...READING, startsAt, endsAt, setAt: NOW, seat: 'yes', remindAt: [startsAt], consent } as const;
  const outreach = { ...NO_OUTREACH, plans: [plan] };
  await store.rewrite({
    ...loaded.turn,
    conversation: { ...conversation, profile: { ...conversation.profile, outreach } },
  });
  const wish = { state: 'yes', party: { adults: 1, children: 1 } } as const;
  await plans.seats.take(READING, { contact, number: NUMBER, lang: 'es' }, wish, undefined, NOW);
  await plans.outreach.saveOutreach({
    ...{ contact, number: NUMBER, turn: loaded.turn.turn, dueAt: startsAt, lang: 'es' },
    ...{ schools: [], grades: [], follows: [] },
  });
};

/** A family with all that is kept of one, and what staff did recorded. */
const richFamily = async (contact: ContactId) => {
  const ports = portsOver(client);
  const say = (id: string, text: string) => takeTurn(ports, contact, [messageOf(contact, `wamid.${id}`, text)]);
  await say('1', 'hola soy Guadalupe Xochitl la mama de Itzel');
  await say('2', 'blorf snarg qwzx');
  await say('3', 'quiero hablar con una persona');
  const [handoff] = (await createDynamoHandoffStore({ client, table: TABLE }).waiting(NUMBER, 50)).items.filter(
    (one) => one.contact === contact,
  );
  if (!handoff) throw new Error('there is no handoff');
  const act = (id: string, action: StaffActed['action']) =>
    takeTurn(ports, contact, [
      {
        kind: 'staff_acted',
        contact,
        number: NUMBER,
        handoff: handoff.id,
        id: messageId(id),
        sentAt: NOW,
        by: RIVERA,
        isLead: false,
        action,
      },
    ]);
  await act('staff.1', { kind: 'claim' });
  await act('staff.2', {
    kind: 'reply',
    original: 'Tuesday at two',
    text: 'Tuesday at two',
    lang: 'es',
    translation: 'same',
  });
  await act('staff.3', { kind: 'note', text: 'Guadalupe is kind' });
  const request = requestOf(contact, { turn: 3, details: { child: { name: 'Itzel' } } });
  await ports.store.saveRequest(request);
  const address = { contact, number: NUMBER, request: request.id, lang: 'es' } as const;
  await addressesOf(client).beginSending(`token-of-${contact}`, address, NOW);
  const record = createDynamoStaffRecord({ client, table: TABLE, clock });
  await recordThat({ record, clock }, LEAD, 'reply', { contact, handoff: handoff.id });
  await planToCome(ports, contact);
  return { ports, say };
};

describe('a family of whom the table keeps much', () => {
  it('leaves a tombstone without a word, and no other item that names it', async () => {
    const contact = newContact();
    const { say, ports } = await richFamily(contact);
    expect((await itemsAbout(contact)).length).toBeGreaterThan(10);

    await say('4', 'borrar mis datos');
    await say('5', 'si');

    const [tombstone = '', ...others] = await itemsAbout(contact);
    expect(others).toEqual([]);
    expect(tombstone).toContain('ERASED');
    expect(WORDS.filter((word) => tombstone.includes(word))).toEqual([]);
    expect(JSON.parse(tombstone)).toMatchObject({ ttl: { N: String(Math.floor(NOW / 1000) + 2 * 86_400) } });
    // Removed by DynamoDB itself afterwards; until then it counts as nothing.
    expect(await ports.store.load(contact, NOW + 3 * 86_400_000)).toEqual({ kind: 'nobody' });
  });

  it('stands in the record of staff by its code alone', async () => {
    const contact = newContact();
    const { say } = await richFamily(contact);
    await say('4', 'borrar mis datos');
    await say('5', 'si');

    const recorded = (await everything()).filter((item) => item.includes('RECORD#'));
    expect(recorded.some((item) => item.includes(contact.slice(0, 4)))).toBe(true);
    expect(recorded.some((item) => item.includes(contact))).toBe(false);
  });

  it('begins anew when it writes again, and what it writes then stays', async () => {
    const contact = newContact();
    const { say, ports } = await richFamily(contact);
    await say('4', 'borrar mis datos');
    await say('5', 'si');
    await say('5', 'si');
    expect(await itemsAbout(contact)).toHaveLength(1);

    await say('6', 'hola');

    const loaded = await ports.store.load(contact, NOW);
    expect(loaded).toMatchObject({ kind: 'turn', turn: { conversation: { handoff: { status: 'none' } } } });
    if (loaded.kind === 'turn') {
      // A worker that was slow to erase what was before finds nothing of its own any more.
      await ports.store.erase(contact, { at: NOW, turn: loaded.turn.turn - 1, seen: [], seenActions: [] });
    }
    expect(await ports.store.load(contact, NOW)).toEqual(loaded);
  });

  // 1 is the turn itself, then its outcome, addresses, the tombstone, item by item, the turn last.
  it.each([1, 2, 3, 4, 5, 6, 8, 11, 14])(
    'is erased in the end, whatever write the worker died at: %i',
    async (dieAt) => {
      const contact = newContact();
      const { say, ports } = await richFamily(contact);
      await say('4', 'borrar mis datos');
      const dying = new DynamoDBClient({ ...clientOf(dynamo.endpoint), maxAttempts: 1 });
      let writes = 0;
      dying.middlewareStack.add((next, context) => async (args) => {
        if (/Put|Update|Delete/.test(String(context.commandName))) writes += 1;
        if (writes >= dieAt) throw new Error('the worker died');
        return next(args);
      });
      const yes = messageOf(contact, 'wamid.5', 'si');
      await takeTurn(portsOver(dying), contact, [yes]).catch(() => undefined);
      dying.destroy();

      // The lease of the dead worker has run out, and what it may have sent is looked at once more.
      for (const minutes of [1, 4, 8]) {
        const later = { ...ports, clock: { now: () => NOW + minutes * 60_000 } };
        await takeTurn(later, contact, [yes]);
        await takeTurn(later, contact, [{ kind: 'delivery_due', contact, turn: 8, because: `${minutes}` }]);
      }

      const left = (await everything()).filter((item) => item.includes(contact));
      expect(left).toEqual([expect.stringContaining('ERASED')]);
    },
  );
});
