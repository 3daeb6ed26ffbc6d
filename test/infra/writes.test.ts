/** Which function may write which items: by rights, and by the keys that the stores really write. */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { partitionOf, questionsPartition, type StoredItem } from '#adapters/dynamodb/items.ts';
import { createDynamoStaffRecord } from '#adapters/dynamodb/staff-record.ts';
import { createDynamoStaffStore } from '#adapters/dynamodb/staff-store.ts';
import { contactId, numberId, staffId } from '#core/ids.ts';
import { demoTemplate } from './demo-stack.ts';
import { actionsOf, type Found, foundIn, statementsOfRole } from './statements.ts';

let found: Found[];
beforeAll(() => {
  found = foundIn(demoTemplate());
});

/** What the desk's own stores write: by which request, into which partition. */
const writtenByDesk = async () => {
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
  const options = { client, table: 'table', clock: { now: () => 0 } };
  const id = staffId('s1');
  const person = { id, name: 'A', title: 'b', role: 'agent', schools: [], isActive: true } as const;
  await createDynamoStaffStore(options).savePerson(person);
  await createDynamoStaffRecord(options).append({ at: 0, by: id, name: 'A', what: 'reply' });
  return written;
};

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
  const ALL_ROLES = ['WebhookRole', 'TurnRole', 'TrackRole', 'StaffDeskRole', 'SweepRole', 'StaffDeskPageRole'];

  it("of a family's conversation is the turn's to begin, and the desk's never", () => {
    const may = (action: string) => ALL_ROLES.filter((role) => isAllowed(role, action, CONTACT));

    expect(may('PutItem')).toEqual(['TurnRole']);
    expect(may('UpdateItem')).toEqual(['TurnRole', 'TrackRole']);
    expect(may('DeleteItem')).toEqual(['TurnRole']);
  });

  it('of questions is put by turns and linked by the desk', () => {
    const may = (action: string) => ALL_ROLES.filter((role) => isAllowed(role, action, QUESTIONS));

    expect(may('PutItem')).toEqual(['TurnRole']);
    expect(may('UpdateItem')).toEqual(['StaffDeskRole']);
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
