/** Addresses of answers on dynalite: who may send, how often, and that nothing of a person is left. */
import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { createDynamoReplyAddresses } from '#adapters/dynamodb/reply-addresses.ts';
import { replyToken } from '#adapters/email/reply-token.ts';
import type { ReplyAddress } from '#app/mail/ports.ts';
import { tokensAmong } from '#app/mail/reply-address.ts';
import { numberId } from '#core/ids.ts';
import { requestId } from '#core/request.ts';
import { createTable, type LocalService, startDynamo } from '../../bin/local/dynamodb.ts';
import { clientOf } from '../support/services.ts';
import { NOW, newContact } from '../support/stored.ts';

jest.setTimeout(30_000);

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
let dynamo: LocalService;
let client: DynamoDBClient;
let addresses: ReturnType<typeof createDynamoReplyAddresses>;
beforeAll(async () => {
  dynamo = await startDynamo();
  client = new DynamoDBClient(clientOf(dynamo.endpoint));
  await createTable(client, 'replies');
  addresses = createDynamoReplyAddresses({ client, table: 'replies' });
});
afterAll(async () => {
  client.destroy();
  await dynamo.stop();
});

const newAddress = (contact = newContact(), turn = 1): ReplyAddress & { readonly token: string } => {
  const request = requestId(turn, NOW);
  return {
    ...{ contact, request },
    number: numberId('100000000000001'),
    lang: 'es',
    token: replyToken('a key of the tests', contact, request),
  };
};
const begin = ({ token, ...address }: ReturnType<typeof newAddress>, now: number) =>
  addresses.beginSending(token, address, now);

describe('a token', () => {
  it('is the same each time, 26 signs that no keyboard and no eye takes for others, and other for each request', () => {
    const { contact, request, token } = newAddress();

    expect(token).toMatch(/^[0-9a-hjkmnp-tv-z]{26}$/);
    expect(replyToken('a key of the tests', contact, request)).toBe(token);
    const others = [
      replyToken('another key', contact, request),
      replyToken('a key of the tests', newContact(), request),
      replyToken('a key of the tests', contact, requestId(2, NOW)),
    ];
    expect(new Set([token, ...others]).size).toBe(4);
  });

  it('is found among addresses in capitals, and with letters for the digits that they look like', () => {
    const token = '0011abcdefghjkmnpqrstvwxyz';
    const typed = `REPLY+${token.toUpperCase().replace('00', 'Oo').replace('11', 'iL')}@Mail.Example.ORG`;
    expect(tokensAmong(['x@y.org', typed, `reply+${token}@mail.example.org`], 'mail.example.org')).toEqual([token]);
  });

  it.each([
    'reply+short@mail.example.org',
    'reply+0011abcdefghjkmnpqrstvwxyz@mail.example.org.evil.org',
    'xreply+0011abcdefghjkmnpqrstvwxyz@mail.example.org',
    'reply@mail.example.org',
  ])('is not in %s', (address) => {
    expect(tokensAmong([address], 'mail.example.org')).toEqual([]);
  });
});

describe('sending', () => {
  it('is allowed to one at a time, and is over when it was done', async () => {
    const address = newAddress();
    expect(await begin(address, NOW)).toBe('go');
    expect(await begin(address, NOW + 1000)).toBe('busy');
    await addresses.markSent(address.token, 'ses-1');
    expect(await begin(address, NOW + 1000)).toBe('sent');
    expect(await begin(address, NOW + HOUR)).toBe('sent');
  });

  it('is allowed once more where nobody knows what became of it, and not a third time', async () => {
    const address = newAddress();
    expect(await begin(address, NOW)).toBe('go');
    expect(await begin(address, NOW + 2 * MINUTE)).toBe('go');
    expect(await begin(address, NOW + 4 * MINUTE)).toBe('given_up');
  });

  it('does not count where nothing was sent', async () => {
    const address = newAddress();
    for (let tries = 0; tries < 5; tries += 1) {
      expect(await begin(address, NOW + tries)).toBe('go');
      await addresses.releaseSending(address.token);
    }
  });

  it('goes to one of 20 workers', async () => {
    const address = newAddress();
    const permits = await Promise.all(Array.from({ length: 20 }, () => begin(address, NOW)));
    expect(permits.filter((permit) => permit === 'go')).toHaveLength(1);
    expect(permits.filter((permit) => permit === 'busy')).toHaveLength(19);
  });
});

describe('an address', () => {
  it('leads to its request, and an unknown one nowhere', async () => {
    const { token, ...address } = newAddress();
    await addresses.beginSending(token, address, NOW);
    expect(await addresses.find(token)).toEqual(address);
    expect(await addresses.find(newAddress().token)).toBeUndefined();
  });

  it('counts the different mails of an hour, each once, and begins anew in the next', async () => {
    const address = newAddress();
    await begin(address, NOW);
    const count = (id: string, now = NOW) => addresses.countMail(address.token, id, now);

    expect([await count('a'), await count('b'), await count('a'), await count('c')]).toEqual([1, 2, 2, 3]);
    expect(await count('d', NOW + HOUR)).toBe(1);
  });

  it('that is not there counts nothing and is not made', async () => {
    const { token } = newAddress();
    expect(await addresses.countMail(token, 'a', NOW)).toBe(0);
    await addresses.markSent(token, 'ses-1');
    await addresses.releaseSending(token);
    expect(await addresses.find(token)).toBeUndefined();
  });
});

describe('forgetting a person', () => {
  it('leaves nothing of theirs in the table, and all of others', async () => {
    const [gone, stays] = [newContact(), newContact()];
    const theirs = [newAddress(gone, 1), newAddress(gone, 2)];
    for (const address of [...theirs, newAddress(stays)]) await begin(address, NOW);

    await addresses.forget(gone);

    const { Items = [] } = await client.send(new ScanCommand({ TableName: 'replies', ConsistentRead: true }));
    const text = JSON.stringify(Items);
    for (const word of [gone, ...theirs.map(({ token }) => token)]) expect(text).not.toContain(word);
    expect(await addresses.find(newAddress(stays).token)).toBeDefined();
    // A late answer of the mail service does not bring it back.
    await addresses.markSent(theirs[0]?.token ?? '', 'ses-1');
    expect(await addresses.find(theirs[0]?.token ?? '')).toBeUndefined();
  });
});
