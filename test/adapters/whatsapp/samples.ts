import { createHmac } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { WebhookEvent, WebhookEvents } from '#adapters/whatsapp/parse/events.ts';
import { parseWebhook } from '#adapters/whatsapp/parse-webhook.ts';
import { messageId } from '#core/ids.ts';
import type { Reply } from '#core/reply.ts';

/** Payloads and schemas that others published; they lie beside the project and are not part of it. */
export const FIXTURES = resolve('..', 'shared', 'fixtures');
const WEBHOOKS = join(FIXTURES, 'webhooks');
const skipped = describe.skip;
/** A suite over the published fixtures. Where they are absent its name says so and it counts as skipped. */
export const describeWithFixtures = existsSync(FIXTURES)
  ? describe
  : (title: string, _suite: () => void) => skipped(title, () => it('needs ../shared/fixtures', () => undefined));

export interface PublishedWebhook {
  readonly file: string;
  readonly body: unknown;
}

/** Every published webhook, by file name. */
export const publishedWebhooks = (): readonly PublishedWebhook[] =>
  existsSync(WEBHOOKS)
    ? ['openapi', 'pywa'].flatMap((folder) =>
        readdirSync(join(WEBHOOKS, folder))
          .sort()
          .map((name) => ({
            file: `${folder}/${name}`,
            body: JSON.parse(readFileSync(join(WEBHOOKS, folder, name), 'utf8')),
          })),
      )
    : [];

export const IDENTITY_KEY = 'identity-key-of-the-tests';
export const NUMBER = '106540352242922';
export const OWN_PHONE = '15550783881';
export const PHONE = '16505551234';
export const USER_ID = 'US.13491208655302741918';

export const parse = (body: unknown, numbers: readonly string[] = [NUMBER]): WebhookEvents =>
  parseWebhook(body, { identityKey: IDENTITY_KEY, numbers: new Set(numbers) });

/** A signed-looking body around one change. */
export const bodyOf = (value: unknown, field = 'messages'): unknown => ({
  object: 'whatsapp_business_account',
  entry: [{ id: '419561257915477', changes: [{ field, value }] }],
});

/** The value of a `messages` change, as Meta sends it. */
export const changeValue = (parts: Readonly<Record<string, unknown>>): unknown => ({
  messaging_product: 'whatsapp',
  metadata: { display_phone_number: OWN_PHONE, phone_number_id: NUMBER },
  contacts: [{ profile: { name: 'Sheena Nelson' }, wa_id: PHONE, user_id: USER_ID }],
  ...parts,
});

/** A message of a parent with user id and phone number. */
export const messageOf = (parts: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> => ({
  from: PHONE,
  from_user_id: USER_ID,
  id: 'wamid.one',
  timestamp: '1749416383',
  type: 'text',
  text: { body: 'When does school start?' },
  ...parts,
});

/** The one event of a body with this one message. */
export const parseMessage = (parts: Readonly<Record<string, unknown>>): WebhookEvent | undefined => {
  const events = parse(bodyOf(changeValue({ messages: [messageOf(parts)] })));
  expect(events).toHaveLength(1);
  return events[0];
};

export const sign = (body: Buffer | string, secret: string): string =>
  `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;

export const replyOf = (parts: Partial<Reply> = {}): Reply => ({
  purpose: 'answer',
  lang: 'en',
  body: 'School starts at 8:05.',
  choices: [],
  choicesLabel: 'Choose',
  ...parts,
});

export const choicesOf = (...titles: readonly string[]): Reply['choices'] =>
  titles.map((title, index) => ({ id: `topic:${index}`, title }));

export const QUOTED = messageId('wamid.quoted');
