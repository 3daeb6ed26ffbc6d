import { Duration } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { DeduplicationScope, FifoThroughputLimit, Queue, QueueEncryption, type QueueProps } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { resourceName } from '../names.ts';

/** AWS asks for a visibility time-out of at least six times the function's (Lambda guide, "Using Lambda with SQS"). */
const VISIBILITY_FACTOR = 6;

export const TURN_TIMEOUT = Duration.seconds(20);
/** A notice to staff may take eight seconds of a mail's sending, after the secret was read; the rest is quick. */
export const TRACK_TIMEOUT = Duration.seconds(20);

/** After so many tries a message is set aside for a person: one that fails five times will fail a sixth. */
const MAX_RECEIVES = 5;

/**
 * `inbound`: what a contact's conversation must hear of, in order for each contact.
 * `statuses`: what became of our messages, in any order.
 */
export class Queues extends Construct {
  readonly inbound: Queue;
  readonly inboundDead: Queue;
  readonly statuses: Queue;
  readonly statusesDead: Queue;

  constructor(scope: Construct, id: string, stage: string, key: IKey) {
    super(scope, id);
    const shared: QueueProps = {
      encryption: QueueEncryption.KMS,
      encryptionMasterKey: key,
      // One call to KMS an hour and not every five minutes; the drawback is that a disabled key bites so much later.
      dataKeyReuse: Duration.hours(1),
      enforceSSL: true,
    };
    const fifo: QueueProps = {
      ...shared,
      fifo: true,
      // High-throughput mode: each contact is a group of its own, so 300 a second counts per contact.
      deduplicationScope: DeduplicationScope.MESSAGE_GROUP,
      fifoThroughputLimit: FifoThroughputLimit.PER_MESSAGE_GROUP_ID,
      // The sender names each message (WhatsApp's id). By content, two equal "yes" would become one.
      contentBasedDeduplication: false,
    };
    // 14 days, SQS's maximum, for a person to look; 4 for the rest, longer than any outage so far.
    const dead = { retentionPeriod: Duration.days(14) };
    const live = { retentionPeriod: Duration.days(4) };

    this.inboundDead = new Queue(this, 'InboundDead', {
      ...fifo,
      ...dead,
      queueName: resourceName(stage, 'inbound-dead.fifo'),
    });
    this.inbound = new Queue(this, 'Inbound', {
      ...fifo,
      ...live,
      queueName: resourceName(stage, 'inbound.fifo'),
      // 120 s: also when a crashed turn is taken up again, and after which the turn protocol counts a send
      // without an answer as lost. Change one and change the other.
      visibilityTimeout: Duration.seconds(VISIBILITY_FACTOR * TURN_TIMEOUT.toSeconds()),
      deadLetterQueue: { queue: this.inboundDead, maxReceiveCount: MAX_RECEIVES },
    });
    this.statusesDead = new Queue(this, 'StatusesDead', {
      ...shared,
      ...dead,
      queueName: resourceName(stage, 'statuses-dead'),
    });
    this.statuses = new Queue(this, 'Statuses', {
      ...shared,
      ...live,
      queueName: resourceName(stage, 'statuses'),
      visibilityTimeout: Duration.seconds(VISIBILITY_FACTOR * TRACK_TIMEOUT.toSeconds()),
      deadLetterQueue: { queue: this.statusesDead, maxReceiveCount: MAX_RECEIVES },
    });
  }
}
