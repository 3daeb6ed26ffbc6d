/** Notices by webhook: the form that each service takes, and what is refused. */

import { payloadFor } from '#adapters/notice-webhook/payload.ts';
import { createWebhookNotices } from '#adapters/notice-webhook/post.ts';
import { startOnLoopback } from '../../../bin/local/loopback.ts';

const NOTICE = {
  title: 'URGENT: somebody may be in danger (Spanish, <Tom & Huck> School)',
  text: 'Please read it now.',
  link: 'https://desk.example/#/handoffs/c0ffee/3.abc',
  isUrgent: true,
};

/** @param status 0 never answers */
const serviceThat = async (status: number, headers: Record<string, string> = {}) => {
  const requests: { path: string | undefined; type: string | undefined; body: unknown }[] = [];
  const service = await startOnLoopback(async (req, res) => {
    const chunks: Buffer[] = [];
    for await (const chunk of req) chunks.push(chunk as Buffer);
    const body: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8'));
    requests.push({ path: req.url, type: req.headers['content-type'], body });
    if (status > 0) res.writeHead(status, headers).end('ok');
  });
  return { requests, url: `${service.endpoint}/services/T0/B0/secret?sig=1`, stop: service.stop };
};

test('Slack gets one text that rings for everybody, with its three signs escaped', async () => {
  const { requests, url, stop } = await serviceThat(200);
  await createWebhookNotices().post(url, NOTICE);
  await stop();

  expect(requests).toEqual([
    {
      path: '/services/T0/B0/secret?sig=1',
      type: 'application/json',
      body: {
        text: '<!channel> *URGENT: somebody may be in danger (Spanish, &lt;Tom &amp; Huck&gt; School)*\nPlease read it now.\n<https://desk.example/#/handoffs/c0ffee/3.abc|Open it at the desk>',
      },
    },
  ]);
});

test('what is not urgent rings for nobody', () => {
  const payload = JSON.stringify(
    payloadFor(new URL('https://hooks.slack.com/services/x'), { ...NOTICE, isUrgent: false }),
  );

  expect(payload).not.toContain('<!channel>');
});

test.each([
  'https://prod-08.westus.logic.azure.com:443/workflows/1/triggers/manual/paths/invoke?sig=1',
  'https://942ead.4a.environment.api.powerplatform.com:443/powerautomate/automations/direct/workflows/1?sig=1',
])('a workflow of Teams gets a message with an Adaptive Card: %s', (url) => {
  expect(payloadFor(new URL(url), NOTICE)).toMatchObject({
    type: 'message',
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        content: {
          type: 'AdaptiveCard',
          version: '1.4',
          body: [{ type: 'TextBlock', text: NOTICE.title, color: 'Attention' }, { text: NOTICE.text }],
          actions: [{ type: 'Action.OpenUrl', url: NOTICE.link }],
        },
      },
    ],
  });
});

test('a host that only ends like one of Teams is not one', () => {
  expect(payloadFor(new URL('https://evillogic.azure.com/'), NOTICE)).not.toHaveProperty('attachments');
});

test('a workflow that answers "accepted" has taken it', async () => {
  const { url, stop } = await serviceThat(202);
  await expect(createWebhookNotices().post(url, NOTICE)).resolves.toBeUndefined();
  await stop();
});

test.each([302, 404, 429, 500])('an answer of %i is a refusal with that code', async (status) => {
  const elsewhere = await serviceThat(200);
  const { url, stop } = await serviceThat(status, { location: elsewhere.url });
  await expect(createWebhookNotices().post(url, NOTICE)).rejects.toMatchObject({
    name: 'NoticeRefusedError',
    code: status,
  });
  await Promise.all([stop(), elsewhere.stop()]);

  expect(elsewhere.requests).toEqual([]);
});

test('a service that does not answer is given up', async () => {
  const { url, stop } = await serviceThat(0);
  await expect(createWebhookNotices(50).post(url, NOTICE)).rejects.toMatchObject({ name: 'NoticeRefusedError' });
  await stop();
});

test.each([
  'http://hooks.slack.com/services/secret',
  'ftp://127.0.0.1/secret',
  'http://127.0.0.1.evil.example/secret',
  'secret',
])('%s is not posted to, and the error does not say the address', async (url) => {
  const posting = createWebhookNotices().post(url, NOTICE);
  await expect(posting).rejects.toThrow('not an https address');
  await expect(posting).rejects.not.toThrow('secret/');
});
