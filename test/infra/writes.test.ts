/** Which function may write which items: by rights, and by the keys that the stores really write. */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { createDynamoDistrictStore } from '#adapters/dynamodb/district-store.ts';
import { partitionOf, questionsPartition, type StoredItem } from '#adapters/dynamodb/items.ts';
import { createDynamoOutreachSettings } from '#adapters/dynamodb/outreach-settings.ts';
import { createDynamoOutreachStore } from '#adapters/dynamodb/outreach-store.ts';
import { createDynamoSeatStore } from '#adapters/dynamodb/seat-store.ts';
import { createDynamoStaffRecord } from '#adapters/dynamodb/staff-record.ts';
import { createDynamoStaffStore } from '#adapters/dynamodb/staff-store.ts';
import { createDynamoSurveyStore } from '#adapters/dynamodb/survey-store.ts';
import { schoolId } from '#core/directory.ts';
import { contactId, numberId, staffId } from '#core/ids.ts';
import { opportunityId } from '#core/opportunities/opportunity.ts';
import { demoTemplate } from './demo-stack.ts';
import { actionsOf, type Found, foundIn, statementsOfRole } from './statements.ts';

let found: Found[];
beforeAll(() => {
  found = foundIn(demoTemplate());
});

/** What is written by some work: by which request, into which partition. */
const writtenBy = async (work: (client: DynamoDBClient) => Promise<unknown>) => {
  const written: { readonly action: string; readonly partition: string | undefined }[] = [];
  const client = new DynamoDBClient({ region: 'us-east-2' });
  client.middlewareStack.add(
    (_next, context) => async (args) => {
      const { Item, Key } = args.input as { Item?: StoredItem; Key?: StoredItem };
      written.push({
        action: String(context.commandName).replace(/Command$/, ''),
        partition: (Item ?? Key)?.['pk']?.S,
      });
      return { output: { $metadata: {} }, response: {} };
    },
    { step: 'initialize' },
  );
  await work(client);
  return written;
};

/** What the desk's own stores write. */
const writtenByDesk = () =>
  writtenBy(async (client) => {
    const options = { client, table: 'table', clock: { now: () => 0 } };
    const id = staffId('s1');
    const person = { id, name: 'A', title: 'b', role: 'agent', schools: [], isActive: true } as const;
    await createDynamoStaffStore(options).savePerson(person);
    await createDynamoStaffRecord(options).append({ at: 0, by: id, name: 'A', what: 'reply' });
  });

/** What the store of the district writes. */
const writtenOfDistrict = () =>
  writtenBy(async (client) => {
    const store = createDynamoDistrictStore({ client, table: 'table' });
    await store.saveSchool({ id: schoolId('high'), version: 1 });
    await store.saveList({ school: schoolId('high'), nr: 0, version: 2, people: [] });
  });

/** What is written of plans and surveys. */
const writtenOfPlans = () =>
  writtenBy(async (client) => {
    const options = { client, table: 'table' };
    const number = numberId('100000000000001');
    const ref = { opportunity: opportunityId('e1'), occurrence: '2026-12-03T18:00' };
    await createDynamoSeatStore(options).saveSeats(ref, { version: 1, seats: [] });
    await createDynamoOutreachStore(options).saveOutreach({
      ...{ contact: contactId('c1'), number, turn: 1, dueAt: 1, lang: 'es' },
      ...{ schools: [], grades: [], follows: [] },
    });
    const surveys = createDynamoSurveyStore(options);
    await surveys.saveAnswers('s1', 'key', [0], 'es');
    await surveys.saveCampaign({ survey: 's1', number, version: 1, asked: 0, isDone: false });
  });

describe('what may be written', () => {
  /** The partitions, as patterns, that a role may write by an action; every such right must name them. */
  const mayWrite = (role: string, action: string): readonly string[] =>
    statementsOfRole(found, role)
      .filter((statement) => actionsOf(statement).includes(`dynamodb:${action}`))
      .flatMap(({ Condition }) => {
        expect(Condition?.Null).toEqual({ 'dynamodb:LeadingKeys': 'false' });
        return (Condition?.['ForAllValues:StringLike']?.['dynamodb:LeadingKeys'] ?? ['*']) as readonly string[];
      });
  const isAllowed = (role: string, action: string, partition: string | undefined) =>
    mayWrite(role, action).some((pattern) =>
      pattern.endsWith('*') ? partition?.startsWith(pattern.slice(0, -1)) : partition === pattern,
    );

  const CONTACT = partitionOf(contactId('c1')).S;
  const QUESTIONS = questionsPartition(numberId('100000000000001')).S;
  const ALL_ROLES = [
    'WebhookRole',
    'TurnRole',
    'TrackRole',
    'StaffDeskRole',
    'SweepRole',
    'CalendarRole',
    'MailRole',
    'StaffDeskPageRole',
  ];

  it("of a family's conversation is the turn's to begin, and the desk's never", () => {
    const may = (action: string) => ALL_ROLES.filter((role) => isAllowed(role, action, CONTACT));

    expect(may('PutItem')).toEqual(['TurnRole']);
    expect(may('UpdateItem')).toEqual(['TurnRole', 'TrackRole']);
    expect(may('DeleteItem')).toEqual(['TurnRole']);
  });

  it('of addresses that answers come to is for those who send requests and take answers', () => {
    const may = (action: string) => ALL_ROLES.filter((role) => isAllowed(role, action, 'REPLY#0123'));

    expect(may('UpdateItem')).toEqual(['TrackRole', 'MailRole']);
    expect(may('PutItem')).toEqual([]);
  });

  it('of questions is put by turns and linked by the desk', () => {
    const may = (action: string) => ALL_ROLES.filter((role) => isAllowed(role, action, QUESTIONS));

    expect(may('PutItem')).toEqual(['TurnRole']);
    expect(may('UpdateItem')).toEqual(['StaffDeskRole']);
  });

  it('of seats is for the turn, and for track that gives places; of surveys each writes its own part', async () => {
    const may = (action: string, partition: string) => ALL_ROLES.filter((role) => isAllowed(role, action, partition));

    expect(may('PutItem', 'EVENT#e1')).toEqual(['TurnRole', 'TrackRole']);
    expect(may('PutItem', 'SURVEY#s1')).toEqual(['TurnRole', 'SweepRole']);
    for (const partition of ['EVENT#e1', 'SURVEY#s1']) {
      expect([...may('UpdateItem', partition), ...may('DeleteItem', partition)]).toEqual([]);
    }
    const written = await writtenOfPlans();
    expect(written).toEqual([
      { action: 'PutItem', partition: 'EVENT#e1' },
      { action: 'PutItem', partition: 'CONTACT#c1' },
      { action: 'PutItem', partition: 'SURVEY#s1' },
      { action: 'PutItem', partition: 'SURVEY#s1' },
    ]);
  });

  it('of how templates stand is what track hears, in the district', async () => {
    const written = await writtenBy((client) =>
      createDynamoOutreachSettings({ client, table: 'table' }).saveTemplateState('a:en', { status: 'paused', at: 1 }),
    );
    expect(written.map(({ action }) => action)).toEqual(['UpdateItem', 'UpdateItem']);
    for (const { action, partition } of written) expect(isAllowed('TrackRole', action, partition)).toBe(true);
    expect(isAllowed('TrackRole', 'PutItem', 'DISTRICT')).toBe(false);
  });

  it("of the district is the desk's and what calendars bring, and nothing of it can be deleted", async () => {
    const written = await writtenOfDistrict();

    expect(written.map(({ action }) => action)).toEqual(['PutItem', 'UpdateItem', 'PutItem', 'UpdateItem']);
    for (const { action, partition } of written) {
      const others = action === 'UpdateItem' ? ['TrackRole'] : [];
      expect(ALL_ROLES.filter((role) => isAllowed(role, action, partition))).toEqual([
        ...others,
        'StaffDeskRole',
        'CalendarRole',
      ]);
      expect(ALL_ROLES.filter((role) => isAllowed(role, 'DeleteItem', partition))).toEqual([]);
    }
  });

  it("of staff and of the record is the desk's, and nobody can change or delete an entry of the record", async () => {
    const written = await writtenByDesk();

    expect(written.map(({ action }) => action)).toEqual(['PutItem', 'PutItem']);
    for (const { action, partition } of written) {
      expect(ALL_ROLES.filter((role) => isAllowed(role, action, partition))).toEqual(['StaffDeskRole']);
      for (const change of ['UpdateItem', 'DeleteItem']) {
        expect(ALL_ROLES.filter((role) => isAllowed(role, change, partition))).toEqual([]);
      }
    }
  });
});
