import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { createDynamoStore } from '../../lambdas/adapters/dynamodb/dynamo-store.ts';
import { createMemoryQueues } from '../../lambdas/adapters/memory/memory-queues.ts';
import { MemoryStore } from '../../lambdas/adapters/memory/memory-store.ts';
import { fit } from '../../lambdas/adapters/whatsapp/fit.ts';
import type { ConversationStore } from '../../lambdas/app/ports.ts';
import { takeTurn } from '../../lambdas/app/take-turn.ts';
import type { TurnPorts } from '../../lambdas/app/turn-ports.ts';
import { contactId, messageId, numberId } from '../../lambdas/core/ids.ts';
import { createTable, startDynamo } from '../local/dynamodb.ts';
import { localAws } from '../local/sqs.ts';
import { demoWorld } from '../local/talk.ts';
import { NUMBER, wamid } from './payload.ts';

const TABLE = 'homeroom-bench';

/** Called for each request to the table that was answered: its name and the capacity that it consumed. */
export type OnRequest = (operation: string, units: number) => void;

const countingCapacity = (client: DynamoDBClient, onRequest: OnRequest): void => {
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        const input = { ...args.input, ReturnConsumedCapacity: 'TOTAL' };
        const result = await next({ ...args, input } as typeof args);
        const { ConsumedCapacity } = result.output as { ConsumedCapacity?: { CapacityUnits?: number } };
        const units = ConsumedCapacity?.CapacityUnits ?? 0;
        onRequest(commandName.replace('Command', ''), Math.max(units, LEAST_UNITS));
        return result;
      },
    { step: 'initialize' },
  );
};

/** DynamoDB bills a unit for a consistent read that finds nothing; dynalite counts none. */
const LEAST_UNITS = 1;

const startTable = async (onRequest?: OnRequest) => {
  const dynamo = await startDynamo();
  const client = new DynamoDBClient(localAws(dynamo.endpoint));
  await createTable(client, TABLE);
  if (onRequest) countingCapacity(client, onRequest);
  return {
    store: createDynamoStore({ client, table: TABLE, turnDays: 30 }),
    stop: async () => {
      client.destroy();
      await dynamo.stop();
    },
  };
};

/** Turns of made-up parents: the real turn over a store, WhatsApp answered in this process. */
const turnsOver = (store: ConversationStore) => {
  let now = Date.now();
  const clock = { now: () => now };
  const ports: TurnPorts = {
    clock,
    store,
    queues: createMemoryQueues(clock),
    log: { info: () => {}, warn: () => {}, alarm: () => {} },
    messenger: {
      fit,
      markRead: async () => {},
      send: async (_to, _from, _reply, tag) => ({ kind: 'accepted', id: messageId(`wamid.${tag}`) }),
      announce: async (_to, _from, _announcement, tag) => ({ kind: 'accepted', id: messageId(`wamid.${tag}`) }),
    },
    world: demoWorld(now),
  };
  let count = 0;
  return {
    /** One turn of a made-up parent. */
    turn: (parent: number, text: string): Promise<void> => {
      count += 1;
      const contact = contactId(parent.toString(16).padStart(32, '0'));
      const id = messageId(wamid(count));
      const from = { userId: `US.13491208655302${String(parent).padStart(6, '0')}`, phone: '13125550199' };
      const sentAt = Math.floor(now / 1000) * 1000;
      const content = { kind: 'text', text } as const;
      return takeTurn(ports, contact, [
        { kind: 'message_received', contact, number: numberId(NUMBER), from, id, sentAt, content },
      ]);
    },
    /** Lets time pass, so that nobody writes faster than people do. */
    wait: (ms: number) => {
      now += ms;
    },
  };
};

/** Turns over the real client and an embedded table. */
export const startStore = async (onRequest?: OnRequest) => {
  const { store, stop } = await startTable(onRequest);
  return { ...turnsOver(store), stop };
};

/** Turns over a store in memory: what is left is our own work. */
export const startMemory = async () => ({ ...turnsOver(new MemoryStore()), stop: async () => {} });
