import { Server } from 'node:net';
import { CreateQueueCommand, SQSClient } from '@aws-sdk/client-sqs';
import { startFauxqs } from 'fauxqs';
import type { LocalService } from './dynamodb.ts';

/** The addresses of the queues that the functions use. */
export interface LocalQueues {
  readonly inboundUrl: string;
  readonly statusUrl: string;
}

/**
 * Starts a server that would listen to the whole network (fauxqs 2.4 offers no choice) on this machine's
 * own address only.
 */
const onLoopback = async <Started>(start: () => Promise<Started>): Promise<Started> => {
  const { listen } = Server.prototype;
  Server.prototype.listen = function (this: Server, ...values: unknown[]) {
    const [options] = values;
    if (typeof options === 'object' && options !== null) Object.assign(options, { host: '127.0.0.1' });
    return Reflect.apply(listen, this, values) as Server;
  };
  try {
    return await start();
  } finally {
    Server.prototype.listen = listen;
  }
};

/**
 * SQS in this process (fauxqs), with FIFO groups. It has no event-source mapping; `poller.ts` is ours.
 * @param folder where messages are kept; without it they end with the process
 */
export const startSqs = async (folder?: string): Promise<LocalService> => {
  const server = await onLoopback(() =>
    startFauxqs({ port: 0, logger: false, ...(folder ? { dataDir: folder } : {}) }),
  );
  return { endpoint: `http://127.0.0.1:${server.port}`, stop: () => server.stop() };
};

const INBOUND = 'homeroom-local-inbound.fifo';
const INBOUND_DEAD = 'homeroom-local-inbound-dead.fifo';
const STATUSES = 'homeroom-local-statuses';
const STATUSES_DEAD = 'homeroom-local-statuses-dead';
const MAX_RECEIVES = 5;

/** Creates both queues and their dead-letter queues as the stack does, unless they are there. */
export const createQueues = async (endpoint: string, visibilitySeconds = 120): Promise<LocalQueues> => {
  const client = new SQSClient(localAws(endpoint));
  const create = (QueueName: string, Attributes: Record<string, string>) =>
    client.send(new CreateQueueCommand({ QueueName, Attributes }));
  const withDead = (dead: string) => ({
    VisibilityTimeout: String(visibilitySeconds),
    RedrivePolicy: JSON.stringify({
      deadLetterTargetArn: `arn:aws:sqs:us-east-1:000000000000:${dead}`,
      maxReceiveCount: String(MAX_RECEIVES),
    }),
  });
  await create(INBOUND_DEAD, { FifoQueue: 'true' });
  await create(STATUSES_DEAD, {});
  await create(INBOUND, { FifoQueue: 'true', ...withDead(INBOUND_DEAD) });
  await create(STATUSES, withDead(STATUSES_DEAD));
  client.destroy();
  // The addresses that fauxqs gives name a host that not every system resolves, and last run's port.
  const urlOf = (name: string) => `${endpoint}/000000000000/${name}`;
  return { inboundUrl: urlOf(INBOUND), statusUrl: urlOf(STATUSES) };
};

/** A client of an endpoint on this machine. The credentials are made up: nobody checks them here. */
export const localAws = (endpoint: string) => ({
  endpoint,
  region: 'us-east-1',
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
});
