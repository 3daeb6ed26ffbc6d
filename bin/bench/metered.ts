import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';

/** Called for each request to the table that was answered: its name and the capacity that it consumed. */
export type OnRequest = (operation: string, units: number) => void;

/** What requests asked of the table: how many there were, and the capacity that they consumed. */
export interface StoreCost {
  readonly reads: number;
  readonly writes: number;
  readonly readUnits: number;
  readonly writeUnits: number;
}

export const NO_COST: StoreCost = { reads: 0, writes: 0, readUnits: 0, writeUnits: 0 };

const READS = new Set(['Query', 'GetItem', 'BatchGetItem', 'Scan']);

export const withRequest = (cost: StoreCost, operation: string, units: number): StoreCost =>
  READS.has(operation)
    ? { ...cost, reads: cost.reads + 1, readUnits: cost.readUnits + units }
    : { ...cost, writes: cost.writes + 1, writeUnits: cost.writeUnits + units };

type Attributes = Readonly<Record<string, { readonly S?: string }>>;
interface Input {
  readonly ConsistentRead?: boolean;
  readonly Item?: Attributes;
}
interface Output {
  readonly ConsumedCapacity?: { readonly CapacityUnits?: number };
  readonly Attributes?: Attributes;
}

/** Of the two indexes: their keys of an item. */
const INDEX_KEYS = [
  ['gsi1pk', 'gsi1sk'],
  ['gsi2pk', 'gsi2sk'],
] as const;

/**
 * Writes to the indexes that a put brings with it: one for each index that the item stands in, two where its place
 * there changes (the old one is removed). The indexes hold whole items, so each costs what the item costs.
 */
const indexWrites = (item: Attributes, before: Attributes | undefined): number =>
  INDEX_KEYS.filter(([hash]) => item[hash] !== undefined)
    .map((keys) => (before && keys.some((key) => item[key]?.S !== before[key]?.S) ? 2 : 1))
    .reduce<number>((sum, writes) => sum + writes, 0);

/** DynamoDB bills a read that finds nothing as the smallest one; dynalite counts none. */
const leastUnits = (operation: string, isConsistent: boolean): number =>
  READS.has(operation) && !isConsistent ? 0.5 : 1;

/**
 * Tells of each request of a client and its capacity, by DynamoDB's rules: what dynalite reports, and what it leaves
 * out (reads that find nothing, writes to the indexes).
 */
export const countCapacity = (client: DynamoDBClient, onRequest: OnRequest): void => {
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        const operation = commandName.replace('Command', '');
        const asked = args.input as Input;
        const input = {
          ...args.input,
          ReturnConsumedCapacity: 'TOTAL',
          ...(asked.Item ? { ReturnValues: 'ALL_OLD' } : {}),
        };
        const result = await next({ ...args, input } as typeof args);
        const { ConsumedCapacity, Attributes: before } = result.output as Output;
        const units = Math.max(
          ConsumedCapacity?.CapacityUnits ?? 0,
          leastUnits(operation, asked.ConsistentRead ?? false),
        );
        onRequest(operation, units * (1 + (asked.Item ? indexWrites(asked.Item, before) : 0)));
        return result;
      },
    { step: 'initialize' },
  );
};
