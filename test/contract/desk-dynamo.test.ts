import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { createDynamoHandoffStore } from '#adapters/dynamodb/desk-handoff-store.ts';
import { createDynamoStore } from '#adapters/dynamodb/dynamo-store.ts';
import { createDynamoStaffRecord } from '#adapters/dynamodb/staff-record.ts';
import { createDynamoStaffStore } from '#adapters/dynamodb/staff-store.ts';
import { numberId, staffId } from '#core/ids.ts';
import { createTable } from '../../bin/local/dynamodb.ts';
import { clientOf, type Services, startServices } from '../support/services.ts';
import { handoffOf, NOW, newContact } from '../support/stored.ts';
import { describeDeskStores } from './desk-stores.ts';

jest.setTimeout(120_000);

const table = 'homeroom-desk-contract';
let services: Services;
let client: DynamoDBClient;
beforeAll(async () => {
  services = await startServices();
  client = new DynamoDBClient(clientOf(services.dynamo));
  await createTable(client, table);
});
afterAll(() => services.stop());

const clock = { now: () => NOW };

/** What a client sends, by the names of the commands. */
const watched = () => {
  const commands: string[] = [];
  const inputs: object[] = [];
  const one = new DynamoDBClient(clientOf(services.dynamo));
  one.middlewareStack.add(
    (next, context) => (args) => {
      commands.push(String(context.commandName));
      inputs.push(args.input);
      return next(args);
    },
    { step: 'initialize', name: 'watch' },
  );
  return { client: one, commands, inputs };
};

describeDeskStores("the desk's stores on dynalite", async () => ({
  conversations: createDynamoStore({ client, table, turnDays: 30 }),
  handoffs: createDynamoHandoffStore({ client, table }),
  staff: createDynamoStaffStore({ client, table }),
  record: createDynamoStaffRecord({ client, table, clock }),
}));

describe("the price of the desk's lists", () => {
  it('is one query for a page of the queue with 500 waiting', async () => {
    const number = numberId('810000000');
    const conversations = createDynamoStore({ client, table, turnDays: 30 });
    const waiting = Array.from({ length: 500 }, () => handoffOf(newContact(), { number }));
    for (let at = 0; at < waiting.length; at += 50) {
      await Promise.all(waiting.slice(at, at + 50).map((handoff) => conversations.saveHandoff(handoff)));
    }
    const desk = watched();
    const handoffs = createDynamoHandoffStore({ client: desk.client, table });
    const first = await handoffs.waiting(number, 50);
    await handoffs.waiting(number, 50, first.cursor);
    await handoffs.changedSince(number, NOW, 500);
    expect(desk.commands).toEqual(['QueryCommand', 'QueryCommand', 'QueryCommand']);
  });

  it('is strongly consistent where a role or an outcome is read', async () => {
    const desk = watched();
    await createDynamoStaffStore({ client: desk.client, table }).person(staffId('rivera'));
    await createDynamoHandoffStore({ client: desk.client, table }).handoff(newContact(), handoffOf(newContact()).id);
    expect(desk.inputs).toMatchObject([{ ConsistentRead: true }, { ConsistentRead: true }]);
  });
});

describe('what the desk writes', () => {
  it('to the record are puts of new items, never a change', async () => {
    const desk = watched();
    const record = createDynamoStaffRecord({ client: desk.client, table, clock });
    await record.append({ at: NOW, by: staffId('rivera'), name: 'Ms. Rivera', what: 'claim' });
    expect(desk.commands).toEqual(['PutItemCommand']);
    const [input] = desk.inputs as PutItemCommand['input'][];
    expect(input).toMatchObject({
      ConditionExpression: 'attribute_not_exists(pk)',
      Item: { pk: { S: 'RECORD#2026-11' } },
    });
    // The same item again is refused by the table itself.
    await expect(client.send(new PutItemCommand(input as PutItemCommand['input']))).rejects.toThrow(/conditional/i);
  });
});
