import { join } from 'node:path';
import { CfnOutput, Stack, type StackProps, Tags } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { AlarmTopic } from './constructs/alarm-topic.ts';
import { Alarms } from './constructs/alarms.ts';
import { Calendar } from './constructs/calendar.ts';
import { ConversationTable } from './constructs/conversation-table.ts';
import { Dashboard } from './constructs/dashboard.ts';
import { EncryptionKey } from './constructs/encryption-key.ts';
import { LogMetrics } from './constructs/log-metrics.ts';
import { Mail } from './constructs/mail.ts';
import { MailBucket } from './constructs/mail-bucket.ts';
import { Queues } from './constructs/queues.ts';
import { EmptySecret } from './constructs/secret.ts';
import { StaffDesk } from './constructs/staff-desk.ts';
import { Sweep } from './constructs/sweep.ts';
import { Track } from './constructs/track.ts';
import { Turn } from './constructs/turn.ts';
import { Webhook } from './constructs/webhook.ts';
import type { Stage } from './stage-config.ts';

/** Where the handlers of the deployed functions are; each is named like its function. */
const ENTRY_FOLDER = join(import.meta.dirname, '../lambdas/handlers/main');

export interface HomeroomStackProps {
  readonly stage: Stage;
  /** The compiled content, packed into the functions that speak with its words. */
  readonly contentFolder: string;
  /** The built page of the desk. */
  readonly pageFolder: string;
  /** Other handlers than the real ones, for tests of the stack itself. */
  readonly entryFolder?: string;
}

const whereTo = ({ account, region }: Stage): Pick<StackProps, 'env'> =>
  account || region ? { env: { ...(account ? { account } : {}), ...(region ? { region } : {}) } } : {};

/**
 * The whole of a stage, in the order in which a message meets it:
 *
 *     WhatsApp ──▶ webhook ──▶ inbound.fifo ──▶ turn ──▶ WhatsApp
 *                     └──────▶ statuses ──────▶ track ──▶ mail and webhooks of staff
 *     staff ─────▶ desk ─────▶ inbound.fifo
 *     each minute: sweep ────▶ inbound.fifo
 *     each hour: calendar ───▶ statuses
 *     schools ───▶ mail ─────▶ inbound.fifo
 */
export class HomeroomStack extends Stack {
  constructor(scope: Construct, id: string, props: HomeroomStackProps) {
    const { stage, contentFolder, pageFolder, entryFolder = ENTRY_FOLDER } = props;
    super(scope, id, {
      ...whereTo(stage),
      stackName: `homeroom-${stage.name}`,
      description: `Homeroom ${stage.name}: ${stage.district.name}`,
      // Only the demo may be deleted by mistake; any other stage may be some family's.
      terminationProtection: stage.name !== 'demo',
      analyticsReporting: false,
    });
    const { key } = new EncryptionKey(this, 'Encryption', stage.name);
    const { table } = new ConversationTable(this, 'Conversations', stage.name, key);
    const queues = new Queues(this, 'Queues', stage.name, key);
    const { secretArn } = new EmptySecret(this, 'Secrets', stage.secretName, key);

    const mails = stage.mail && new MailBucket(this, 'Mails', stage, key).bucket;

    const foundation = { stage, key, table, queues, secretArn, entryFolder, ...(mails ? { mails } : {}) };
    const webhook = new Webhook(this, 'Webhook', foundation);
    const turn = new Turn(this, 'Turn', { ...foundation, contentFolder });
    const staffDesk = new StaffDesk(this, 'StaffDesk', { ...foundation, contentFolder, pageFolder });
    const track = new Track(this, 'Track', { ...foundation, deskUrl: staffDesk.site.url });
    const sweep = new Sweep(this, 'Sweep', foundation);
    const calendar = new Calendar(this, 'Calendar', foundation);

    const mail =
      stage.mail && mails && new Mail(this, 'Mail', { ...foundation, contentFolder, mails, domain: stage.mail.domain });

    const functions = {
      webhook: webhook.homeroom,
      turn: turn.homeroom,
      track: track.homeroom,
      desk: staffDesk.homeroom,
      sweep: sweep.homeroom,
      calendar: calendar.homeroom,
      ...(mail ? { mail: mail.homeroom } : {}),
    };
    const logs = new LogMetrics(this, 'LogMetrics', stage.name, functions);
    const { topic } = new AlarmTopic(this, 'AlarmTopic', stage, key);
    const watched = { stage: stage.name, topic, queues, functions, deskApi: staffDesk.api.api, logs };
    const alarms = new Alarms(this, 'Alarms', watched);
    new Dashboard(this, 'Dashboard', watched, alarms);

    Tags.of(this).add('app', 'homeroom');
    Tags.of(this).add('stage', stage.name);
    this.print(webhook, staffDesk, stage);
    if (mail) {
      new CfnOutput(this, 'MailRuleSet', { value: mail.ruleSetName, description: 'The receipt rules to make active' });
    }
  }

  private print(webhook: Webhook, { site, login }: StaffDesk, stage: Stage) {
    new CfnOutput(this, 'WebhookUrl', { value: webhook.url, description: 'The callback URL to give to Meta' });
    new CfnOutput(this, 'SecretName', { value: stage.secretName, description: 'Fill in the Secrets JSON here' });
    new CfnOutput(this, 'DeskUrl', { value: site.url, description: 'Where staff find the desk' });
    new CfnOutput(this, 'DeskHost', { value: site.host, description: 'What a DNS record of your own must point to' });
    new CfnOutput(this, 'UserPoolId', { value: login.userPool.userPoolId, description: 'The logins of staff' });
  }
}
