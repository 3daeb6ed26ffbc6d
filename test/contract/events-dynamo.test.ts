import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { createDynamoDistrictStore } from '#adapters/dynamodb/district-store.ts';
import { createDynamoOutreachSettings } from '#adapters/dynamodb/outreach-settings.ts';
import { createDynamoOutreachStore } from '#adapters/dynamodb/outreach-store.ts';
import { createDynamoSeatStore } from '#adapters/dynamodb/seat-store.ts';
import { createDynamoSurveyStore } from '#adapters/dynamodb/survey-store.ts';
import { opportunityId } from '#core/opportunities/opportunity.ts';
import { createTable } from '../../bin/local/dynamodb.ts';
import { manyComingUp } from '../app/opportunities/support/opportunities.ts';
import { clientOf, type Services, startServices } from '../support/services.ts';
import { NOW } from '../support/stored.ts';
import { describeEventStores } from './event-stores.ts';

jest.setTimeout(120_000);

let services: Services;
let client: DynamoDBClient;
let tables = 0;
beforeAll(async () => {
  services = await startServices();
  client = new DynamoDBClient(clientOf(services.dynamo));
});
afterAll(() => services.stop());

const newTable = async () => {
  tables += 1;
  const table = `events-${tables}`;
  await createTable(client, table);
  return { client, table };
};

describeEventStores('what is coming up, on dynalite', async () => {
  const options = await newTable();
  return {
    district: createDynamoDistrictStore(options),
    seats: createDynamoSeatStore(options),
    outreach: createDynamoOutreachStore(options),
    surveys: createDynamoSurveyStore(options),
    settings: createDynamoOutreachSettings(options),
  };
});

describe('the items of what is coming up', () => {
  const district = (sk: string) => ({ pk: { S: 'DISTRICT' }, sk: { S: sk } });

  it('that cannot be read are named, and hide no other', async () => {
    const { table } = await newTable();
    const store = createDynamoDistrictStore({ client, table });
    await store.saveOpportunities({ nr: 1, version: 1, opportunities: [] });
    const broken = [
      { ...district('EVENTS#02'), n: { N: '1' }, ev: { B: Buffer.from('no list') } },
      { ...district('FEED#x'), n: { N: '1' }, fe: { S: '{"id":"x"}' } },
      { ...district('OBSERVANCES'), ob: { S: 'null' } },
      { ...district('SURVEY#x'), n: { N: '1' }, su: { S: '{' } },
      { ...district('TEMPLATES'), 's#a:en': { S: 'paused' } },
    ];
    for (const Item of broken) await client.send(new PutItemCommand({ TableName: table, Item }));
    const read = await store.read();
    expect(read.opportunities).toEqual([{ nr: 1, version: 1, opportunities: [] }]);
    expect(read.broken).toEqual(broken.map(({ sk }) => sk.S));
  });

  it('are packed: eighty opportunities take less than a tenth of what an item may hold', async () => {
    const { table } = await newTable();
    const { opportunities } = manyComingUp(80, NOW);
    await createDynamoDistrictStore({ client, table }).saveOpportunities({ nr: 3, version: 1, opportunities });
    const { Item } = await client.send(new GetItemCommand({ TableName: table, Key: district('EVENTS#03') }));
    expect(Item?.['ev']?.B?.length).toBeLessThan(40_000);
  });

  it('of who came expire a year and a month after the day', async () => {
    const { table } = await newTable();
    const ref = { opportunity: opportunityId('e'), occurrence: '2026-12-03T18:00' };
    await createDynamoSeatStore({ client, table }).saveSeats(ref, { version: 1, seats: [] });
    const Key = { pk: { S: 'EVENT#e' }, sk: { S: 'SEATS#2026-12-03T18:00' } };
    const { Item } = await client.send(new GetItemCommand({ TableName: table, Key }));
    expect(Number(Item?.['ttl']?.N)).toBe(Date.parse('2026-12-03') / 1000 + 400 * 86_400);
  });
});
