/** Files that came with a mail from the school, at the desk. */
import type { KeptFile } from '#app/mail/ports.ts';
import { messageId } from '#core/ids.ts';
import type { MailReceived } from '#core/inbound.ts';
import { requestId } from '#core/request.ts';
import { NOW } from '../../core/support/small-world.ts';
import { jsonOf } from './desk-requests.ts';
import { createDeskWorld } from './desk-world.ts';

const KEY = 'attachments/family/1/0';
const PDF: KeptFile = { bytes: Buffer.from('%PDF-1.7'), mimeType: 'application/pdf' };

const start = async (mailFiles?: Readonly<Record<string, KeptFile>>) => {
  const desk = createDeskWorld(mailFiles ? { mailFiles } : {});
  await desk.wants('a');
  const contact = await desk.writes('a', { kind: 'text', text: 'bus' });
  const last = desk.store.allTurns(contact).at(-1);
  if (!last) throw new Error('the family has written nothing');
  const mail: MailReceived = {
    kind: 'mail_received',
    ...{ contact, number: last.number, request: requestId(1, NOW), id: messageId('mail.1'), sentAt: NOW },
    ...{
      isKnown: true,
      original: 'See the form',
      text: 'See the form',
      lang: 'en',
      translation: 'none',
      mayPass: true,
    },
    attachments: [{ key: KEY, name: 'form.pdf', mimeType: 'application/pdf', bytes: 8 }],
  };
  await desk.store.commit({ ...last, turn: last.turn + 1, events: [mail], outcomes: ['mail_passed_on'] });
  const get = (person = 'rivera', file = 0) =>
    desk.call(person, { path: `/v1/attachments/${contact}/${last.turn + 1}/0/${file}` });
  return { desk, get };
};

describe('a file of a mail', () => {
  it('is given to be saved, under its name, and that somebody saw it is written down', async () => {
    const { desk, get } = await start({ [KEY]: PDF });
    const answer = await get();

    expect(answer).toMatchObject({
      status: 200,
      isBase64Encoded: true,
      body: Buffer.from(PDF.bytes).toString('base64'),
    });
    expect(answer.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': "attachment; filename*=UTF-8''form.pdf",
    });
    const { body } = await desk.call('lead', { path: '/v1/record' });
    expect(String(body)).toContain('media_seen');
  });

  it('of another school is not there', async () => {
    const { get } = await start({ [KEY]: PDF });
    expect((await get('moss')).status).toBe(404);
  });

  it('that the mail did not bring is not there', async () => {
    const { get } = await start({ [KEY]: PDF });
    expect((await get('rivera', 1)).status).toBe(404);
  });

  it('that is kept no longer, or too large, says what to do', async () => {
    expect(jsonOf(await (await start({})).get())).toEqual({
      error: 'This file is kept no longer. Ask the sender for it.',
    });
    const large = { ...PDF, bytes: new Uint8Array(5 * 1024 * 1024) };
    expect(await (await start({ [KEY]: large })).get()).toMatchObject({ status: 409 });
  });
});
