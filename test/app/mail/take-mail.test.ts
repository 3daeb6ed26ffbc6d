/** Mails that come in, by the real reader, S3 and table: to the right family, once, and only what may go there. */
import { TranslationFailedError, type Translator } from '#app/desk/ports.ts';
import { takeLeftOver, takeMail } from '#app/mail/take-mail.ts';
import type { ContactEvent, MailReceived } from '#core/inbound.ts';
import { requestId } from '#core/request.ts';
import { bounceOf, type MailToBuild, mimeOf, receivedBySes, type Verdicts } from '../../../bin/local/mailbox/mime.ts';
import { anybody, type MailWorld, startMailWorld } from '../../support/mail-world.ts';
import { requestOf } from '../../support/requests.ts';
import { NOW } from '../../support/stored.ts';

// Starting stand-ins takes longer than jest's five seconds when the machine is busy.
jest.setTimeout(60_000);

const TEACHER = 'alvarez@high.riverbend.example.org';
const HOUR = 3_600_000;
let world: MailWorld;
beforeAll(async () => {
  world = await startMailWorld();
});
afterAll(() => world.stop());
beforeEach(() => {
  world.takeEvents();
  world.takeLines();
});

/** A request that went out, and the address that answers to it go to. */
const asked = async (parts: Parameters<typeof requestOf>[1] = {}) => {
  const request = requestOf(anybody(), { state: 'sent', ...parts });
  return { request, address: await world.opened(request) };
};
const mail = (to: string | readonly string[], parts: Partial<MailToBuild> = {}) =>
  mimeOf({
    from: `Ms. Alvarez <${TEACHER}>`,
    to: [to].flat(),
    subject: 'Re: Absence',
    at: NOW,
    text: 'Thank you.',
    ...parts,
  });
const take = async (raw: Uint8Array, ports = world.taking): Promise<string> => {
  const key = await world.arrive(raw);
  await takeMail(ports, key);
  return key;
};
const takeEvents = (): ContactEvent[] => world.takeEvents();
/** The one answer that reached a family. */
const answerTo = async (
  parts: Partial<MailToBuild>,
  {
    verdicts = {},
    ports = world.taking,
    request = {},
  }: {
    readonly verdicts?: Partial<Verdicts>;
    readonly ports?: typeof world.taking;
    readonly request?: Parameters<typeof requestOf>[1];
  } = {},
): Promise<MailReceived> => {
  const { address } = await asked(request);
  await take(receivedBySes(mail(address, parts), address, verdicts), ports);
  const [event, ...others] = takeEvents();
  expect(others).toEqual([]);
  if (event?.kind !== 'mail_received') throw new Error(`no answer but ${event?.kind}`);
  return event;
};
const dropped = () => world.takeLines().flatMap(({ event, outcome }) => (event === 'mail_dropped' ? [outcome] : []));

const translating = (translate: Translator['translate']) => ({ ...world.taking, translator: { translate } });
/** Puts into Spanish and back without a change. */
const faithful = () => translating(async (text, from) => (from === 'en' ? `ES ${text}` : text.replace(/^ES /, '')));

describe('an answer', () => {
  it('goes to the family that asked, without quotes, and the mail is removed', async () => {
    const { request, address } = await asked();
    const text = 'Thank you, Ana can come at 9.\n\nOn Mon, Nov 23, 2026 at 3:05 PM Homeroom <h@x.org> wrote:\n> Juan';
    await take(receivedBySes(mail(address, { text, messageId: '<1@school>' }), address));

    expect(takeEvents()).toEqual([
      {
        kind: 'mail_received',
        contact: request.contact,
        number: request.number,
        request: request.id,
        id: expect.stringMatching(/^mail\.[0-9a-f]{32}\./),
        sentAt: expect.any(Number),
        isKnown: true,
        original: 'Thank you, Ana can come at 9.',
        text: 'Thank you, Ana can come at 9.',
        lang: 'en',
        translation: 'none',
        mayPass: true,
        attachments: [],
      },
    ]);
    expect(await world.keys()).toEqual([]);
  });

  it('that is told twice is one event, and finds no mail the second time', async () => {
    const { address } = await asked();
    const raw = receivedBySes(mail(address), address);
    const key = await take(raw);
    await takeMail(world.taking, key);
    expect(takeEvents()).toHaveLength(1);

    await take(raw);
    await take(raw);
    expect(new Set(takeEvents().map((event) => ('id' in event ? event.id : ''))).size).toBe(1);
  });

  it('to two requests is an answer to each; other recipients change nothing', async () => {
    const [one, other] = [await asked(), await asked()];
    const to = ['office@high.riverbend.example.org', one.address, `"Homeroom" <${other.address.toUpperCase()}>`];
    await take(receivedBySes(mail(to, { headers: { Cc: one.address } }), one.address));

    const events = takeEvents();
    expect(events.map(({ contact }) => contact)).toEqual([one.request.contact, other.request.contact]);
  });

  it('whose address stands on the envelope alone is found', async () => {
    const { request, address } = await asked();
    await take(receivedBySes(mail('someone@example.org'), address));
    expect(takeEvents()).toMatchObject([{ contact: request.contact }]);
  });

  it('by somebody else, or not proven to be theirs, is for a person to pass on', async () => {
    for (const [parts, verdicts] of [
      [{ from: 'stranger@example.org' }, {}],
      [{ from: `alvarez@high.riverbend.example.org.evil.org` }, {}],
      [{ from: `"${TEACHER}" <stranger@example.org>` }, {}],
      [{}, { dmarc: 'fail' }],
      [{}, { spam: 'FAIL' }],
    ] as const) {
      expect(await answerTo(parts, { verdicts })).toMatchObject({
        isKnown: false,
        mayPass: false,
        original: 'Thank you.',
      });
    }
  });

  it('to a request that is kept no more is from nobody known', async () => {
    const request = requestOf(anybody());
    const { contact, id, number, lang } = request;
    const address = world.addressOf(contact, id);
    const [token = ''] = address.replace('reply+', '').split('@');
    await world.sending.addresses.beginSending(token, { contact, number, request: id, lang }, NOW);
    await take(receivedBySes(mail(address), address));
    expect(takeEvents()).toMatchObject([{ contact, isKnown: false, mayPass: false }]);
  });

  it('to an address that nobody gave is dropped with a line, and like any other mail from outside', async () => {
    const guessed = world.addressOf(anybody(), requestId(1, NOW));
    await take(receivedBySes(mail(guessed), guessed));
    await take(mail('reply+short@mail.riverbend.example.org'));
    expect([takeEvents(), dropped()]).toEqual([[], ['unknown_address', 'no_address']]);
    expect(await world.keys()).toEqual([]);
  });
});

describe('the words of an answer', () => {
  it('in the language of the family go out as they are', async () => {
    const words = 'Gracias, Juan puede venir a las 9.';
    expect(await answerTo({ text: words }, { ports: faithful() })).toMatchObject({
      ...{ original: words, text: words },
      ...{ lang: 'es', translation: 'same', mayPass: true },
    });
  });

  it('in English are translated, and go out where nothing has changed', async () => {
    expect(await answerTo({ text: 'He can come at 9:00.' }, { ports: faithful() })).toMatchObject({
      ...{ original: 'He can come at 9:00.', text: 'ES He can come at 9:00.' },
      ...{ lang: 'es', translation: 'machine', mayPass: true },
    });
  });

  it('whose translation lost a number wait for a person', async () => {
    const careless = translating(async (text, from) => (from === 'en' ? 'ES Puede venir a las 8:00.' : text));
    expect(await answerTo({ text: 'He can come at 9:00.' }, { ports: careless })).toMatchObject({
      ...{ translation: 'machine', mayPass: false },
    });
  });

  it('wait for a person where a machine may not be trusted with the language, or nothing translates what matters', async () => {
    const haitian = { request: { lang: 'ht' } as const, ports: faithful() };
    expect(await answerTo({ text: 'See you.' }, haitian)).toMatchObject({ translation: 'machine', mayPass: false });
    expect(await answerTo({ text: 'Please sign the IEP consent.' })).toMatchObject({ mayPass: false });
  });

  it('wait for a person where the service is down, and where nobody knows the language', async () => {
    const down = translating(() => Promise.reject(new TranslationFailedError('down')));
    expect(await answerTo({}, { ports: down })).toMatchObject({ translation: 'none', lang: 'en', mayPass: false });
    expect(await answerTo({ text: '감사합니다' })).toMatchObject({ translation: 'none', mayPass: false });
  });

  it('lose government numbers before anybody else sees them', async () => {
    const seen: string[] = [];
    const listening = translating(async (text) => {
      seen.push(text);
      return text;
    });
    const event = await answerTo({ text: 'His SSN 123-45-6789 is on the form.' }, { ports: listening });
    expect(`${JSON.stringify(event)}${seen.join()}`).not.toContain('6789');
    expect(event.original).toContain('[removed]');
  });

  it('of HTML are what a reader sees of it', async () => {
    const html = '<p>Come at nine.</p><script>steal()</script><p style="display:none">hidden</p>';
    expect(await answerTo({ text: '', html })).toMatchObject({ original: 'Come at nine.' });
  });

  it('that are all quote are kept whole for a person', async () => {
    expect(await answerTo({ text: '> Hello\n> He can come.' })).toMatchObject({
      original: '> Hello\n> He can come.',
      mayPass: false,
    });
  });

  it('that are none say so to the person at the desk', async () => {
    expect(await answerTo({ text: '' })).toMatchObject({ original: '(This mail holds no words.)', mayPass: false });
  });

  it('that go on and on are cut, for a person to shorten', async () => {
    const { original, mayPass } = await answerTo({ text: 'Dear family, this is long. '.repeat(400) });
    expect(original.length).toBeLessThan(4000);
    expect([original.endsWith('(The mail goes on; the rest was not kept.)'), mayPass]).toEqual([true, false]);
  });
});

describe('the files of an answer', () => {
  const bytes = Buffer.from('%PDF-1.7 a form');
  it('are kept under the request, as what they are, and named in the event', async () => {
    const { request, address } = await asked();
    const files = [
      { type: 'application/pdf', name: '..\\..\\Förm\u202e 1.pdf', body: bytes },
      { type: 'application/octet-stream', name: 'photo.jpg', body: bytes },
    ];
    await take(receivedBySes(mail(address, { files }), address));

    const [event] = takeEvents() as MailReceived[];
    expect(event?.attachments).toEqual([
      { key: expect.any(String), name: 'Förm 1.pdf', mimeType: 'application/pdf', bytes: bytes.length },
      { key: expect.any(String), name: 'photo.jpg', mimeType: 'image/jpeg', bytes: bytes.length },
    ]);
    expect(event?.mayPass).toBe(true);
    const [first, second] = event?.attachments ?? [];
    expect(first?.key).toMatch(new RegExp(`^attachments/${request.contact}/${request.id}/[0-9a-f]{16}-1$`));
    const kept = await world.taking.mails.file(second?.key ?? '');
    expect(kept?.mimeType).toBe('image/jpeg');
    expect(Buffer.from(kept?.bytes ?? []).equals(bytes)).toBe(true);

    await world.taking.mails.forget(request.contact);
    expect(await world.taking.mails.file(first?.key ?? '')).toBeUndefined();
  });

  it.each([
    ['a program', { type: 'application/x-msdownload', name: 'form.exe', body: bytes }],
    ['a page', { type: 'text/html', name: 'form.html', body: bytes }],
    ['a program that says it is a form', { type: 'application/pdf', name: 'form.pdf.exe', body: bytes }],
    ['an archive', { type: 'application/zip', name: 'a.zip', body: bytes }],
    ['a drawing with a script', { type: 'image/svg+xml', name: 'a.svg', body: bytes }],
  ])('are not kept where they are %s, and the person at the desk is told', async (_what, file) => {
    const event = await answerTo({ files: [file] });
    expect([event.attachments, event.mayPass]).toEqual([[], false]);
    expect(event.original).toMatch(/^Thank you\.\n\(Not all files of this mail were kept/);
  });

  it('are not kept of a mail that may hold a virus', async () => {
    const files = [{ type: 'application/pdf', name: 'a.pdf', body: bytes }];
    expect(await answerTo({ files }, { verdicts: { virus: 'FAIL' } })).toMatchObject({
      attachments: [],
      isKnown: false,
    });
  });

  it('are five at most', async () => {
    const files = Array.from({ length: 7 }, (_, at) => ({ type: 'text/plain', name: `${at}.txt`, body: bytes }));
    expect((await answerTo({ files })).attachments.map(({ name }) => name)).toEqual([
      ...['0.txt', '1.txt', '2.txt', '3.txt', '4.txt'],
    ]);
  });
});

describe('a mail that is too large or broken', () => {
  it('of more than 10 MB is read from its beginning, for a person', async () => {
    // The stand-in takes no file of that size: here the limit is 20 kB, and S3 still gives a part of the file.
    const { mails } = world.taking;
    const ports = { ...world.taking, mails: { ...mails, raw: (key: string) => mails.raw(key, 20_000) } };
    const files = [{ type: 'video/mp4', name: 'film.mp4', body: Buffer.alloc(60_000) }];
    const event = await answerTo({ files }, { ports });
    expect(event).toMatchObject({ attachments: [], mayPass: false });
    expect(event.original).toMatch(/^Thank you\.\n\(This mail is larger than 10 MB/);
  });

  it('that cannot be taken apart still reaches a person', async () => {
    const { request, address } = await asked();
    const parts = Array.from(
      { length: 60 },
      (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\r\n\r\n--b${at}\r\n`,
    );
    await take(Buffer.from(`To: ${address}\r\n${parts.join('')}`));
    expect(takeEvents()).toMatchObject([
      {
        contact: request.contact,
        isKnown: false,
        mayPass: false,
        original: expect.stringMatching(/could not be read/),
      },
    ]);
  });

  it('without a byte is dropped', async () => {
    await take(new Uint8Array());
    expect([takeEvents(), dropped()]).toEqual([[], ['no_address']]);
  });
});

describe('what machines write', () => {
  it('that the request could not be delivered is told, once however often it comes', async () => {
    const { request, address } = await asked();
    await take(receivedBySes(bounceOf(address, TEACHER, NOW), address, { dmarc: 'fail' }));
    await take(receivedBySes(bounceOf(address, TEACHER, NOW), address));
    const events = takeEvents();
    expect(events[0]).toMatchObject({ kind: 'request_changed', change: 'bounced', contact: request.contact });
    expect(new Set(events.map((event) => ('id' in event ? event.id : ''))).size).toBe(1);
  });

  it('that somebody is away is told, with the day where they say it', async () => {
    const { address } = await asked();
    const headers = { 'Auto-Submitted': 'auto-replied' };
    const subject = 'Automatic reply: Absence';
    await take(receivedBySes(mail(address, { subject, headers, text: 'I am back on Monday.' }), address));
    await take(receivedBySes(mail(address, { subject, headers, text: 'I am out of office.' }), address));
    const [dated, undated] = takeEvents();
    expect(dated).toMatchObject({ kind: 'request_changed', change: 'away', backOn: expect.stringMatching(/^20\d\d-/) });
    expect(undated).toMatchObject({ change: 'away' });
    expect(undated).not.toHaveProperty('backOn');
  });

  it('among themselves goes no further', async () => {
    const { address } = await asked();
    for (const headers of [
      { 'X-Homeroom-Request': 'x' },
      { 'List-Id': '<staff.example.org>' },
      { Precedence: 'bulk' },
      { 'Auto-Submitted': 'auto-generated' },
    ]) {
      await take(receivedBySes(mail(address, { headers }), address));
    }
    expect([takeEvents(), dropped()]).toEqual([[], ['loop', 'list', 'list', 'automatic']]);
  });

  it('to each other without end is stopped at five an hour, and an operator hears of it', async () => {
    const { address } = await asked();
    for (let count = 0; count < 8; count += 1) await take(receivedBySes(mail(address), address));
    expect(takeEvents()).toHaveLength(5);
    expect(
      world
        .takeLines()
        .filter(({ level }) => level === 'alarm')
        .map(({ outcome }) => outcome),
    ).toEqual(['too_many', 'too_many', 'too_many']);

    world.forward(HOUR);
    await take(receivedBySes(mail(address), address));
    expect(takeEvents()).toHaveLength(1);
  });
});

describe('a mail that could not be taken', () => {
  const broken = () => ({
    ...world.taking,
    queues: { sendContactEvents: () => Promise.reject(new Error('the queue is away')) },
  });

  it('stays, and is taken by the next look for what was left', async () => {
    const { address } = await asked();
    const key = await world.arrive(receivedBySes(mail(address), address));
    await expect(takeMail(broken(), key)).rejects.toThrow('the queue is away');
    expect(await world.keys()).toEqual([key]);

    await takeLeftOver({ ...world.taking, clock: { now: () => Date.now() } });
    expect(takeEvents()).toEqual([]);
    await takeLeftOver({ ...world.taking, clock: { now: () => Date.now() + HOUR } });
    expect(takeEvents()).toHaveLength(1);
    expect(await world.keys()).toEqual([]);
  });

  it('does not keep others from being taken', async () => {
    const { address } = await asked();
    for (let count = 0; count < 3; count += 1) await world.arrive(receivedBySes(mail(address), address));
    let calls = 0;
    const oncebroken = {
      ...world.taking,
      clock: { now: () => Date.now() + HOUR },
      queues: {
        sendContactEvents: async (events: readonly ContactEvent[]) => {
          calls += 1;
          if (calls === 1) throw new Error('the queue is away');
          await world.taking.queues.sendContactEvents(events);
        },
      },
    };
    await expect(takeLeftOver(oncebroken)).rejects.toThrow('the queue is away');
    expect(takeEvents()).toHaveLength(2);
    expect(await world.keys()).toHaveLength(1);
    await takeLeftOver({ ...world.taking, clock: { now: () => Date.now() + HOUR } });
  });
});

it('no line of the log holds an address, a word or a name', async () => {
  const { address } = await asked();
  await take(receivedBySes(mail(address, { text: 'canary words' }), address));
  await take(mail('reply+short@mail.riverbend.example.org'));
  const [token = ''] = address.replace('reply+', '').split('@');
  const lines = JSON.stringify(world.takeLines());
  for (const word of ['canary', 'alvarez', '@', token]) expect(lines).not.toContain(word);
});
