import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { CreateTableCommand, type DynamoDBClient, waitUntilTableExists } from '@aws-sdk/client-dynamodb';
import dynalite from 'dynalite';

/** A service of this machine: where it is and how to stop it. */
export interface LocalService {
  readonly endpoint: string;
  stop(): Promise<void>;
}

/**
 * DynamoDB in this process (dynalite). It lacks transactions, TTL and streams, which Homeroom does not use,
 * and knows no throttling; tests inject that.
 * @param folder where tables are kept; without it they end with the process
 */
export const startDynamo = async (folder?: string): Promise<LocalService> => {
  if (folder && !existsSync(folder)) await mkdir(folder, { recursive: true });
  const server = dynalite({
    createTableMs: 0,
    deleteTableMs: 0,
    updateTableMs: 0,
    ...(folder ? { path: folder } : {}),
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
};

const INDEXES = [
  { name: 'handoffs', keys: ['gsi1pk', 'gsi1sk'] },
  { name: 'changes', keys: ['gsi2pk', 'gsi2sk'] },
] as const;

/** Creates the table as the stack does, unless it is there. */
export const createTable = async (client: DynamoDBClient, TableName: string): Promise<void> => {
  try {
    await client.send(
      new CreateTableCommand({
        TableName,
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: ['pk', 'sk', ...INDEXES.flatMap(({ keys }) => keys)].map((AttributeName) => ({
          AttributeName,
          AttributeType: 'S',
        })),
        KeySchema: [
          { AttributeName: 'pk', KeyType: 'HASH' },
          { AttributeName: 'sk', KeyType: 'RANGE' },
        ],
        GlobalSecondaryIndexes: INDEXES.map(({ name, keys: [hash, range] }) => ({
          IndexName: name,
          KeySchema: [
            { AttributeName: hash, KeyType: 'HASH' },
            { AttributeName: range, KeyType: 'RANGE' },
          ],
          Projection: { ProjectionType: 'ALL' },
        })),
      }),
    );
  } catch (error) {
    if (!(error instanceof Error && error.name === 'ResourceInUseException')) throw error;
  }
  await waitUntilTableExists({ client, maxWaitTime: 10, minDelay: 1 }, { TableName });
};
