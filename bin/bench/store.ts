import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { createDynamoStore } from '../../lambdas/adapters/dynamodb/dynamo-store.ts';
import { createMemoryPlans } from '../../lambdas/adapters/memory/memory-plans.ts';
import { createMemoryQueues } from '../../lambdas/adapters/memory/memory-queues.ts';
import { MemoryStore } from '../../lambdas/adapters/memory/memory-store.ts';
import { fit } from '../../lambdas/adapters/whatsapp/fit.ts';
import type { ConversationStore } from '../../lambdas/app/ports.ts';
import { takeTurn } from '../../lambdas/app/take-turn.ts';
import type { TurnPorts, TurnWorld } from '../../lambdas/app/turn-ports.ts';
import { type ContactId, contactId, messageId, numberId } from '../../lambdas/core/ids.ts';
import type { ContactEvent } from '../../lambdas/core/inbound.ts';
import { createTable, startDynamo } from '../local/dynamodb.ts';
import { localAws } from '../local/sqs.ts';
import { demoWorld } from '../local/talk.ts';
import { countCapacity, type OnRequest } from './metered.ts';
import { NUMBER, wamid } from './payload.ts';

export interface TableOptions {
  /** Told of each request. */
  readonly onRequest?: OnRequest;
  /** Where the table is kept; without it, it ends with the process. */
  readonly folder?: string;
  readonly name?: string;
}

/** An embedded table with the real client and store. */
export const startTable = async ({ onRequest, folder, name = 'homeroom-bench' }: TableOptions = {}) => {
  const dynamo = await startDynamo(folder);
  const client = new DynamoDBClient(localAws(dynamo.endpoint));
  await createTable(client, name);
  if (onRequest) countCapacity(client, onRequest);
  return {
    client,
    endpoint: dynamo.endpoint,
    table: name,
    store: createDynamoStore({ client, table: name, turnDays: 30 }),
    stop: async () => {
      client.destroy();
      await dynamo.stop();
    },
  };
};

/** The id of a made-up parent. */
export const contactOfParent = (parent: number): ContactId => contactId(parent.toString(16).padStart(32, '0'));

/** Turns of made-up parents: the real turn over a store, WhatsApp answered in this process. */
export const turnsOver = (
  store: ConversationStore,
  from = Date.now(),
  world: TurnWorld = demoWorld(from),
  plans = createMemoryPlans(world.comingUpOf).plans,
) => {
  let now = from;
  let sent = 0;
  const clock = { now: () => now };
  const ports: TurnPorts = {
    clock,
    store,
    queues: createMemoryQueues(clock),
    log: { info: () => {}, warn: () => {}, alarm: () => {} },
    messenger: {
      fit,
      markRead: async () => {},
      send: async (_to, _from, _reply, tag) => {
        sent += 1;
        return { kind: 'accepted', id: messageId(`wamid.${tag}`) };
      },
      announce: async (_to, _from, _announcement, tag) => {
        sent += 1;
        return { kind: 'accepted', id: messageId(`wamid.${tag}`) };
      },
    },
    world,
    plans,
  };
  let count = 0;
  const take = (contact: ContactId, events: readonly ContactEvent[]) => takeTurn(ports, contact, events);
  return {
    clock,
    /** Takes what came in for a contact. */
    take,
    /** One turn of a made-up parent. */
    turn: (parent: number, text: string): Promise<void> => {
      count += 1;
      const contact = contactOfParent(parent);
      const id = messageId(wamid(count));
      const from = { userId: `US.13491208655302${String(parent).padStart(6, '0')}`, phone: '13125550199' };
      const sentAt = Math.floor(now / 1000) * 1000;
      const content = { kind: 'text', text } as const;
      return take(contact, [
        { kind: 'message_received', contact, number: numberId(NUMBER), from, id, sentAt, content },
      ]);
    },
    /** How many messages have been sent so far. */
    sent: () => sent,
    /** Lets time pass, so that nobody writes faster than people do. */
    wait: (ms: number) => {
      now += ms;
    },
  };
};

/** Turns over the real client and an embedded table. */
export const startStore = async (onRequest?: OnRequest) => {
  const { store, stop } = await startTable(onRequest ? { onRequest } : {});
  return { ...turnsOver(store), stop };
};

/** Turns over a store in memory: what is left is our own work. */
export const startMemory = async () => ({ ...turnsOver(new MemoryStore()), stop: async () => {} });
