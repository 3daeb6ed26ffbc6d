import { randomUUID } from 'node:crypto';
import {
  ChangeMessageVisibilityCommand,
  CreateQueueCommand,
  DeleteMessageCommand,
  ReceiveMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';

export interface QueueUrls {
  readonly inbound: string;
  readonly inboundDead: string;
  readonly statuses: string;
  readonly statusesDead: string;
}

export interface QueueOptions {
  readonly visibilitySeconds?: number;
  readonly maxReceives?: number;
}

/** Queues of their own, as the stack makes them: the stand-in remembers names, so tests do not share queues. */
export const createQueuePair = async (
  client: SQSClient,
  endpoint: string,
  { visibilitySeconds = 120, maxReceives = 5 }: QueueOptions = {},
): Promise<QueueUrls> => {
  const id = randomUUID();
  const create = async (QueueName: string, Attributes: Record<string, string>): Promise<string> => {
    await client.send(new CreateQueueCommand({ QueueName, Attributes }));
    return `${endpoint}/000000000000/${QueueName}`;
  };
  const withDead = (dead: string) => ({
    VisibilityTimeout: String(visibilitySeconds),
    RedrivePolicy: JSON.stringify({
      deadLetterTargetArn: `arn:aws:sqs:us-east-1:000000000000:${dead}`,
      maxReceiveCount: String(maxReceives),
    }),
  });
  return {
    inboundDead: await create(`${id}-inbound-dead.fifo`, { FifoQueue: 'true' }),
    statusesDead: await create(`${id}-statuses-dead`, {}),
    inbound: await create(`${id}-inbound.fifo`, { FifoQueue: 'true', ...withDead(`${id}-inbound-dead.fifo`) }),
    statuses: await create(`${id}-statuses`, withDead(`${id}-statuses-dead`)),
  };
};

/** A message as received. */
export interface Received {
  readonly id: string;
  readonly body: string;
  readonly receipt: string;
  readonly receiveCount: number;
}

export const receive = async (client: SQSClient, QueueUrl: string, most = 10): Promise<Received[]> => {
  const { Messages = [] } = await client.send(
    new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: most, MessageSystemAttributeNames: ['All'] }),
  );
  return Messages.map((message) => ({
    id: message.MessageId ?? '',
    body: message.Body ?? '',
    receipt: message.ReceiptHandle ?? '',
    receiveCount: Number(message.Attributes?.ApproximateReceiveCount),
  }));
};

export const remove = async (client: SQSClient, QueueUrl: string, receipt: string): Promise<void> => {
  await client.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: receipt }));
};

export const giveBack = async (client: SQSClient, QueueUrl: string, receipt: string): Promise<void> => {
  await client.send(new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle: receipt, VisibilityTimeout: 0 }));
};

/** Takes everything that can be received off a queue and returns it, parsed, in the order of arrival. */
export const drain = async (client: SQSClient, QueueUrl: string): Promise<unknown[]> => {
  const events: unknown[] = [];
  for (;;) {
    const batch = await receive(client, QueueUrl);
    if (batch.length === 0) return events;
    for (const { body } of batch) events.push(JSON.parse(body));
    await Promise.all(batch.map(({ receipt }) => remove(client, QueueUrl, receipt)));
  }
};
