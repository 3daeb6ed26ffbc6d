import { contactOf } from '../../lambdas/adapters/whatsapp/contact.ts';
import { messageId, numberId } from '../../lambdas/core/ids.ts';
import type { MessageReceived } from '../../lambdas/core/inbound.ts';
import { NUMBER, signedWebhook, wamid } from './payload.ts';

type Messages = Parameters<typeof signedWebhook>[0];

/** A webhook as a function URL hands it over. */
export const webhookEvent = (messages: Messages, appSecret: string) => {
  const { body, signature } = signedWebhook(messages, appSecret);
  return {
    bytes: body.length,
    event: {
      headers: { 'x-hub-signature-256': signature },
      requestContext: { http: { method: 'POST' } },
      body: body.toString('base64'),
      isBase64Encoded: true,
    },
  };
};

/** One parent's question as the inbound queue hands it over. */
export const turnEvent = (identityKey: string, parent: number, text: string) => {
  const from = { userId: `US.${parent}`, phone: '13125550199' };
  const number = numberId(NUMBER);
  const event: MessageReceived = {
    kind: 'message_received',
    contact: contactOf(identityKey, number, from),
    number,
    from,
    id: messageId(wamid(parent)),
    sentAt: Math.floor(Date.now() / 1000) * 1000,
    content: { kind: 'text', text },
  };
  return { Records: [{ messageId: `m${parent}`, body: JSON.stringify(event) }] };
};

/** A question of the desk's page as the HTTP API hands it over. */
export const deskEvent = (token: string, path: string) => ({
  ...{ version: '2.0', routeKey: '$default', rawPath: path, rawQueryString: '', isBase64Encoded: false },
  headers: { authorization: `Bearer ${token}` },
  requestContext: { http: { method: 'GET', path } },
});
