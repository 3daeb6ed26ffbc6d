import { Duration } from 'aws-cdk-lib';
import { FunctionUrlAuthType } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { Foundation } from './foundation.ts';
import { HomeroomFunction } from './homeroom-function.ts';
import { mayReadSecret, maySend, mayUseKey } from './permissions.ts';

/** Where WhatsApp knocks: verifies, parses, puts on the queues. It cannot touch the table. */
export class Webhook extends Construct {
  readonly homeroom: HomeroomFunction;
  readonly url: string;

  constructor(scope: Construct, id: string, { stage, key, queues, secretArn, entryFolder }: Foundation) {
    super(scope, id);
    this.homeroom = new HomeroomFunction(this, 'Webhook', {
      name: 'webhook',
      stage,
      key,
      entryFolder,
      environment: {
        SECRET_ID: secretArn,
        INBOUND_QUEUE_URL: queues.inbound.queueUrl,
        STATUS_QUEUE_URL: queues.statuses.queueUrl,
        NUMBER_IDS: Object.keys(stage.district.numbers).join(','),
      },
      may: [maySend(queues.inbound, queues.statuses), mayReadSecret(secretArn), mayUseKey(key)],
      // A batch of 1,000 updates takes 100 calls to SQS, some at a time. Meta sends again what fails.
      timeout: Duration.seconds(10),
      // The processor comes with the memory. The work is small, but every start loads the SDK: at 512 MB in
      // about half the time of 256, for the same money (gigabyte-seconds), and somebody is waiting.
      memoryMb: 512,
      reservedConcurrency: stage.webhookReservedConcurrency,
    });
    // A Function URL: it costs nothing, where an HTTP API costs $1 a million and adds nothing that is used here
    // (WAF does not attach to it either). No AWS authorisation, because Meta cannot sign with AWS's scheme: it
    // signs with its own, which the function checks over the raw bytes before anything else.
    this.url = this.homeroom.function.addFunctionUrl({ authType: FunctionUrlAuthType.NONE }).url;
  }
}
