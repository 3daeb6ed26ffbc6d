import { signature, webhookBytes } from '../local/whatsapp/signature.ts';

/** A number of the demo district. */
export const NUMBER = '100000000000001';
export const APP_SECRET = 'app-secret-of-the-benchmark';
export const IDENTITY_KEY = 'identity-key-of-the-benchmark';

/** A message id of the length that WhatsApp's have. */
export const wamid = (index: number): string =>
  `wamid.HBgLMTMxMjU1NTAxOTkVAgASGBQzQUE5MjhBQjRDMkY${index.toString(16).padStart(8, '0')}AA==`;

interface Message {
  readonly id: string;
  /** Which of the made-up parents wrote it. */
  readonly parent: number;
  readonly text: string;
}

const phoneOf = (parent: number) => `1312555${String(parent).padStart(4, '0')}`;
const userOf = (parent: number) => `US.13491208655302${String(parent).padStart(6, '0')}`;

const changeOf = (messages: readonly Message[], now: number) => ({
  field: 'messages',
  value: {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: '13125550100', phone_number_id: NUMBER },
    contacts: messages.map(({ parent }) => ({
      profile: { name: `Parent ${parent}` },
      wa_id: phoneOf(parent),
      user_id: userOf(parent),
    })),
    messages: messages.map(({ id, parent, text }) => ({
      from: phoneOf(parent),
      from_user_id: userOf(parent),
      id,
      timestamp: String(Math.floor(now / 1000)),
      type: 'text',
      text: { body: text },
    })),
  },
});

/** A webhook as Meta sends it: the very bytes, and the header that signs them. */
export const signedWebhook = (messages: readonly Message[], appSecret = APP_SECRET) => {
  const changes = messages.map((message) => changeOf([message], Date.now()));
  const body = webhookBytes({ object: 'whatsapp_business_account', entry: [{ id: '100200300400500', changes }] });
  return { body, signature: signature(body, appSecret) };
};
