import {
  DynamoDBClient,
  GetItemCommand,
  ProvisionedThroughputExceededException,
  PutItemCommand,
  QueryCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { createDynamoStore } from '#adapters/dynamodb/dynamo-store.ts';
import { createDynamoPlans } from '#adapters/dynamodb/plans.ts';
import { createMemoryQueues } from '#adapters/memory/memory-queues.ts';
import { fit } from '#adapters/whatsapp/fit.ts';
import type { StoredHandoff } from '#app/ports.ts';
import { takeTurn } from '#app/take-turn.ts';
import { SCHEMA_VERSION } from '#config.ts';
import { newConversation } from '#core/conversation.ts';
import { messageId, type NumberId } from '#core/ids.ts';
import { NOTHING_COMING_UP } from '#core/opportunities/coming-up.ts';
import { createTable } from '../../bin/local/dynamodb.ts';
import { demoWorld } from '../../bin/local/talk.ts';
import { manyComingUp } from '../app/opportunities/support/opportunities.ts';
import { clientOf } from '../support/services.ts';
import { handoffOf, messageOf, NOW, newContact, sending, sent, turnOf } from '../support/stored.ts';
import { type StoreUnderTest, TURN_DAYS } from './conversation-store.ts';

const TABLE = 'homeroom-contract';

/** The store on a DynamoDB of this machine. */
export const openDynamoStore = async (endpoint: string): Promise<StoreUnderTest> => {
  const client = new DynamoDBClient(clientOf(endpoint));
  await createTable(client, TABLE);
  return {
    store: createDynamoStore({ client, table: TABLE, turnDays: TURN_DAYS }),
    openHandoffs: async (number: NumberId) => {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: TABLE,
          IndexName: 'handoffs',
          KeyConditionExpression: 'gsi1pk = :number',
          ExpressionAttributeValues: { ':number': { S: `HANDOFFS#${number}` } },
        }),
      );
      return Items.map((item) => JSON.parse(item['ho']?.S ?? '') as StoredHandoff);
    },
  };
};

interface Spent {
  readonly command: string;
  readonly units: number;
}

/** A client that writes down what each request cost. */
const meteredClient = (endpoint: string) => {
  const client = new DynamoDBClient(clientOf(endpoint));
  const spent: Spent[] = [];
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const result = await next({ ...args, input: { ...args.input, ReturnConsumedCapacity: 'TOTAL' } });
      const { ConsumedCapacity } = result.output as { ConsumedCapacity?: { CapacityUnits?: number } };
      spent.push({ command: String(context.commandName), units: ConsumedCapacity?.CapacityUnits ?? Number.NaN });
      return result;
    },
    { step: 'initialize', name: 'meter' },
  );
  return { client, spent };
};

/** A client that DynamoDB throttles as often as said; `tries` counts the requests that were on their way. */
const throttledClient = (endpoint: string, times: number) => {
  const client = new DynamoDBClient(clientOf(endpoint));
  const seen = { tries: 0 };
  client.middlewareStack.add(
    (next) => async (args) => {
      seen.tries += 1;
      if (seen.tries <= times) {
        throw new ProvisionedThroughputExceededException({ message: 'slow down', $metadata: { httpStatusCode: 400 } });
      }
      return next(args);
    },
    // Inside the retries, where DynamoDB's own answer is read.
    { step: 'deserialize', name: 'throttle', priority: 'high' },
  );
  return { client, seen };
};

const QUESTIONS = {
  en: ['is there school on monday', 'my boy has fever can he go school', 'how do i pay for lunch'],
  es: ['¿A qué hora empieza la escuela?', 'mi hija va a faltar mañana', '¿Cómo pido almuerzo gratis?'],
} as const;
const HOUR_MS = 3_600_000;

/** What only DynamoDB promises, or can do to us. */
export const describeDynamoStore = (title: string, endpointOf: () => Promise<string>): void => {
  describe(title, () => {
    let endpoint: string;
    beforeAll(async () => {
      endpoint = await endpointOf();
      await createTable(new DynamoDBClient(clientOf(endpoint)), TABLE);
    });
    const storeOf = (client: DynamoDBClient) => createDynamoStore({ client, table: TABLE, turnDays: TURN_DAYS });
    const store = () => storeOf(new DynamoDBClient(clientOf(endpoint)));

    describe('the price of a turn', () => {
      /** A real talk in which every hour a question is asked; gives what each request of its last turn cost. */
      const talkOf = async (questions: readonly string[], turns: number, comingUp = NOTHING_COMING_UP) => {
        const { client, spent } = meteredClient(endpoint);
        const contact = newContact();
        let now = NOW;
        let sends = 0;
        const clock = { now: () => now };
        const world = { ...demoWorld(NOW), comingUpOf: () => comingUp };
        const ports = {
          store: storeOf(client),
          queues: createMemoryQueues(clock),
          clock,
          log: { info: () => {}, warn: () => {}, alarm: () => {} },
          world,
          // What nobody plans costs nothing: a request to it would fail.
          plans: createDynamoPlans({ client, table: TABLE }, world.comingUpOf),
          messenger: {
            fit,
            announce: async () => ({ kind: 'unknown' as const }),
            markRead: async () => {},
            send: async () => {
              sends += 1;
              // As long as WhatsApp's own ids.
              return { kind: 'accepted' as const, id: messageId(`wamid.${String(sends).padStart(58, 'A')}`) };
            },
          },
        };
        for (let turn = 1; turn <= turns; turn += 1) {
          spent.length = 0;
          now += HOUR_MS;
          const id = `wamid.HBgLMTMxMjU1NTAxOTkVAgASGBQzQTE2${String(turn).padStart(24, '0')}`;
          const question = messageOf(contact, id, questions[turn % questions.length]);
          await takeTurn(ports, contact, [{ ...question, sentAt: now }]);
        }
        expect(sends).toBe(turns);
        return spent;
      };

      it.each([
        { lang: 'en', turns: 5, writeUnits: 4 },
        { lang: 'es', turns: 5, writeUnits: 4 },
        // The memory of the messages seen last is full.
        { lang: 'en', turns: 30, writeUnits: 4 },
        { lang: 'es', turns: 30, writeUnits: 4 },
      ] as const)(
        'turn $turns of a talk in $lang: one read of at most 1 unit, two writes of at most $writeUnits',
        async ({ lang, turns, writeUnits }) => {
          const spent = await talkOf(QUESTIONS[lang], turns);

          expect(spent.map(({ command }) => command)).toEqual(['QueryCommand', 'PutItemCommand', 'UpdateItemCommand']);
          const [read, ...writes] = spent.map(({ units }) => units);
          expect(read).toBeLessThanOrEqual(1);
          expect(writes.reduce((sum, units) => sum + units, 0)).toBeLessThanOrEqual(writeUnits);
        },
      );

      it('to be told what is coming up, of 5,000 opportunities, costs no more than any turn', async () => {
        const spent = await talkOf(['what is coming up?', 'anything this saturday?'], 3, manyComingUp(5000, NOW));

        expect(spent.map(({ command }) => command)).toEqual(['QueryCommand', 'PutItemCommand', 'UpdateItemCommand']);
        expect(spent.reduce((sum, { units }) => sum + units, 0)).toBeLessThanOrEqual(5);
      });

      it('a look at an old turn costs half when it may be a moment old', async () => {
        const { client, spent } = meteredClient(endpoint);
        const turn = turnOf(newContact(), 1);
        await storeOf(client).commit(turn);
        spent.length = 0;
        await storeOf(client).turnEventually(turn.contact, 1);
        await storeOf(client).turn(turn.contact, 1);
        expect(spent).toEqual([
          { command: 'GetItemCommand', units: 0.5 },
          { command: 'GetItemCommand', units: 1 },
        ]);
      });
    });

    describe('an item', () => {
      const key = (contact: string, sk: string) => ({ pk: { S: `CONTACT#${contact}` }, sk: { S: sk } });

      it('of a turn and of a handoff says when it may vanish; a profile never does', async () => {
        const client = new DynamoDBClient(clientOf(endpoint));
        const contact = newContact();
        await store().commit(turnOf(contact, 1));
        await store().saveProfile(contact, newConversation({}).profile, 1);
        const handoff = handoffOf(contact);
        await store().saveHandoff(handoff);

        const ttlOf = async (sk: string) => {
          const { Item } = await client.send(
            new GetItemCommand({ TableName: TABLE, Key: key(contact, sk), ConsistentRead: true }),
          );
          return { isThere: Item !== undefined, ttl: Item?.['ttl'], version: Item?.['v'] };
        };
        const version = { N: String(SCHEMA_VERSION) };
        const ttl = { N: String(NOW / 1000 + TURN_DAYS * 86_400) };
        expect(await ttlOf('TURN#00000001')).toEqual({ isThere: true, ttl, version });
        expect(await ttlOf('PROFILE')).toEqual({ isThere: true, ttl: undefined, version });
        expect(await ttlOf(`HANDOFF#${handoff.id}`)).toEqual({ isThere: true, ttl, version });
      });

      it.each([
        ['of a newer release', { N: String(SCHEMA_VERSION + 1) }],
        ['of no release', { N: '0' }],
        ['whose version is no number', { S: 'one' }],
      ])('%s is never guessed at', async (_which, v) => {
        const client = new DynamoDBClient(clientOf(endpoint));
        const turn = turnOf(newContact(), 1);
        await store().commit(turn);
        await store().saveProfile(turn.contact, turn.conversation.profile, 1);
        for (const sk of ['TURN#00000001', 'PROFILE']) {
          await client.send(
            new UpdateItemCommand({
              TableName: TABLE,
              Key: key(turn.contact, sk),
              UpdateExpression: 'SET v = :v',
              ExpressionAttributeValues: { ':v': v },
            }),
          );
        }
        const unreadable = { name: 'UnreadableItemError' };
        await expect(store().load(turn.contact, NOW)).rejects.toMatchObject(unreadable);
        await expect(store().load(turn.contact, NOW * 2)).rejects.toMatchObject(unreadable);
        await expect(store().turn(turn.contact, 1)).rejects.toMatchObject(unreadable);
        await expect(store().turnEventually(turn.contact, 1)).rejects.toMatchObject(unreadable);
      });

      it('with fields that a newer release added and this one does not know is read without them', async () => {
        const client = new DynamoDBClient(clientOf(endpoint));
        const turn = turnOf(newContact(), 1);
        await store().commit(turn);
        await client.send(
          new UpdateItemCommand({
            TableName: TABLE,
            Key: key(turn.contact, 'TURN#00000001'),
            UpdateExpression: 'SET novel = :new',
            ExpressionAttributeValues: { ':new': { M: { a: { S: 'b' } } } },
          }),
        );
        expect(await store().turn(turn.contact, 1)).toEqual(turn);
      });

      it('of another kind that sorts behind the turns is not taken for one', async () => {
        const client = new DynamoDBClient(clientOf(endpoint));
        const turn = turnOf(newContact(), 1);
        await store().commit(turn);
        await client.send(new PutItemCommand({ TableName: TABLE, Item: key(turn.contact, 'ZEBRA#1') }));
        expect(await store().load(turn.contact, NOW)).toEqual({ kind: 'turn', turn });
      });
    });

    describe('when DynamoDB throttles', () => {
      const operations = {
        load: (client: DynamoDBClient, contact: ReturnType<typeof newContact>) => storeOf(client).load(contact, NOW),
        turn: (client: DynamoDBClient, contact: ReturnType<typeof newContact>) => storeOf(client).turn(contact, 1),
        commit: (client: DynamoDBClient, contact: ReturnType<typeof newContact>) =>
          storeOf(client).commit(turnOf(contact, 2)),
        settle: (client: DynamoDBClient, contact: ReturnType<typeof newContact>) =>
          storeOf(client).settle(turnOf(contact, 1), [{ index: 0, from: sending(), to: sent('wamid.s') }], true),
        saveProfile: (client: DynamoDBClient, contact: ReturnType<typeof newContact>) =>
          storeOf(client).saveProfile(contact, newConversation({ userId: 'US.2' }).profile, 1),
        saveHandoff: (client: DynamoDBClient, contact: ReturnType<typeof newContact>) =>
          storeOf(client).saveHandoff(handoffOf(contact)),
      } as const;

      it('twice, a commit is tried again and holds', async () => {
        const { client, seen } = throttledClient(endpoint, 2);
        const turn = turnOf(newContact(), 1);
        expect(await storeOf(client).commit(turn)).toBe('committed');
        expect(seen.tries).toBe(3);
        expect(await store().turn(turn.contact, 1)).toEqual(turn);
      });

      it('twice, a load is tried again and answers', async () => {
        const { client } = throttledClient(endpoint, 2);
        const turn = turnOf(newContact(), 1);
        await store().commit(turn);
        expect(await storeOf(client).load(turn.contact, NOW)).toEqual({ kind: 'turn', turn });
      });

      it('without end, every operation fails for its caller and nothing is half-written', async () => {
        // Side by side: each takes as long as the SDK goes on trying.
        const ended = await Promise.all(
          Object.entries(operations).map(async ([operation, operate]) => {
            const { client } = throttledClient(endpoint, Number.POSITIVE_INFINITY);
            const turn = turnOf(newContact(), 1);
            await store().commit(turn);
            const error = await operate(client, turn.contact).then(
              () => 'none',
              (reason: Error) => reason.name,
            );
            // Were a profile written, an expired turn would give way to it.
            const [soon, later] = [NOW, NOW * 2].map((now) => store().load(turn.contact, now));
            return { operation, error, after: [await soon, await later], turn };
          }),
        );

        for (const { operation, error, after, turn } of ended) {
          expect({ operation, error }).toEqual({ operation, error: 'ProvisionedThroughputExceededException' });
          expect(after).toEqual([
            { kind: 'turn', turn },
            { kind: 'turn', turn },
          ]);
        }
      });
    });
  });
};
