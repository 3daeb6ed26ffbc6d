import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { createDynamoDistrictStore } from '#adapters/dynamodb/district-store.ts';
import { schoolId } from '#core/directory.ts';
import { createTable } from '../../bin/local/dynamodb.ts';
import { clientOf, type Services, startServices } from '../support/services.ts';
import { describeDistrictStore, somebody } from './district-store.ts';

jest.setTimeout(120_000);

let services: Services;
let client: DynamoDBClient;
let tables = 0;
beforeAll(async () => {
  services = await startServices();
  client = new DynamoDBClient(clientOf(services.dynamo));
});
afterAll(() => services.stop());

/** The district has one partition, so each test has a table. */
const newTable = async () => {
  tables += 1;
  const table = `district-${tables}`;
  await createTable(client, table);
  return table;
};

/** What a client sends. */
const watched = () => {
  const sent: { readonly command: string; readonly input: Readonly<Record<string, unknown>> }[] = [];
  const one = new DynamoDBClient(clientOf(services.dynamo));
  one.middlewareStack.add(
    (next, context) => (args) => {
      sent.push({ command: String(context.commandName), input: args.input as Record<string, unknown> });
      return next(args);
    },
    { step: 'initialize', name: 'watch' },
  );
  return { client: one, sent };
};

describeDistrictStore("the district's store on dynalite", async () =>
  createDynamoDistrictStore({ client, table: await newTable() }),
);

describe("the district's items", () => {
  const HIGH = schoolId('riverbend-high');

  it('cost one small read where nothing has changed, eventually consistent unless it must be exact', async () => {
    const { client: own, sent } = watched();
    const store = createDynamoDistrictStore({ client: own, table: await newTable() });
    await store.version(false);
    await store.version(true);
    expect(sent.map(({ command, input }) => [command, input['ConsistentRead']])).toEqual([
      ['GetItemCommand', false],
      ['GetItemCommand', true],
    ]);
    expect(sent[0]?.input['Key']).toEqual({ pk: { S: 'DISTRICT' }, sk: { S: 'VERSION' } });
  });

  it('are packed: four hundred people take less than a tenth of what an item may hold', async () => {
    const { client: own, sent } = watched();
    const store = createDynamoDistrictStore({ client: own, table: await newTable() });
    const people = Array.from({ length: 400 }, (_, at) =>
      somebody(`p-${at}`, { email: `p${at}@riverbend.example.org` }),
    );
    await store.saveList({ school: HIGH, nr: 0, version: 1, people });
    const [put] = sent as unknown as { input: { Item: { pl: { B: Uint8Array } } } }[];
    expect(put?.input.Item.pl.B.length).toBeLessThan(40_000);
    expect((await store.read()).lists[0]?.people).toEqual(people);
  });

  it('that cannot be read are named, and hide no other', async () => {
    const table = await newTable();
    const store = createDynamoDistrictStore({ client, table });
    await store.saveSchool({ id: HIGH, version: 1 });
    const broken = [
      { sk: { S: 'PEOPLE#riverbend-high#000' }, n: { N: '1' }, pl: { B: Buffer.from('no list') } },
      { sk: { S: 'SCHOOL#cottonwood' }, n: { N: '1' }, sc: { S: '{"version":1,"closure":{"kind":"maybe"}}' } },
    ];
    for (const item of broken) {
      await client.send(new PutItemCommand({ TableName: table, Item: { pk: { S: 'DISTRICT' }, ...item } }));
    }
    const read = await store.read();
    expect(read.schools).toEqual([{ id: HIGH, version: 1 }]);
    expect(read.lists).toEqual([]);
    expect(read.broken).toEqual(['PEOPLE#riverbend-high#000', 'SCHOOL#cottonwood']);
  });
});
