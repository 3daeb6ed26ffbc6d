import { DeleteMessageBatchCommand, type Message, ReceiveMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';

export interface PollerOptions {
  readonly client: SQSClient;
  readonly queueUrl: string;
  readonly handler: (event: SQSEvent) => Promise<SQSBatchResponse>;
  /** Called when a batch could not be taken at all. */
  readonly onError: (error: unknown) => void;
}

const recordOf = (message: Message): SQSRecord => ({
  messageId: message.MessageId ?? '',
  receiptHandle: message.ReceiptHandle ?? '',
  body: message.Body ?? '',
  attributes: {
    ApproximateReceiveCount: message.Attributes?.ApproximateReceiveCount ?? '1',
    SentTimestamp: message.Attributes?.SentTimestamp ?? '0',
    SenderId: 'local',
    ApproximateFirstReceiveTimestamp: message.Attributes?.ApproximateFirstReceiveTimestamp ?? '0',
    ...(message.Attributes?.MessageGroupId ? { MessageGroupId: message.Attributes.MessageGroupId } : {}),
  },
  messageAttributes: {},
  md5OfBody: message.MD5OfBody ?? '',
  eventSource: 'aws:sqs',
  eventSourceARN: 'arn:aws:sqs:us-east-1:000000000000:local',
  awsRegion: 'us-east-1',
});

const BATCH = 10;
/** Batches taken side by side, as Lambda would: one slow contact does not hold up the others. */
const WORKERS = 4;

/**
 * What Lambda's event-source mapping does: takes batches off a queue, calls the handler, and deletes what
 * the handler did not report as failed. The rest comes back when its visibility time-out ends.
 */
export const startPoller = ({ client, queueUrl: QueueUrl, handler, onError }: PollerOptions) => {
  const stopping = new AbortController();

  const takeOne = async () => {
    const { Messages } = await client.send(
      new ReceiveMessageCommand({
        QueueUrl,
        MaxNumberOfMessages: BATCH,
        WaitTimeSeconds: 1,
        MessageSystemAttributeNames: ['All'],
      }),
      { abortSignal: stopping.signal },
    );
    if (!Messages?.length) return;
    const { batchItemFailures } = await handler({ Records: Messages.map(recordOf) });
    const failed = new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
    const Entries = Messages.filter(({ MessageId }) => !failed.has(MessageId ?? '')).map(
      ({ ReceiptHandle }, index) => ({
        Id: String(index),
        ReceiptHandle,
      }),
    );
    if (Entries.length > 0) await client.send(new DeleteMessageBatchCommand({ QueueUrl, Entries }));
  };

  const work = async () => {
    while (!stopping.signal.aborted) {
      try {
        await takeOne();
      } catch (error) {
        if (stopping.signal.aborted) return;
        onError(error);
        await new Promise((resolve) => setTimeout(resolve, 500));
      }
    }
  };

  const working = Array.from({ length: WORKERS }, work);
  return {
    stop: async () => {
      stopping.abort();
      await Promise.all(working);
    },
  };
};
