/** Mails of every make, taken apart: only what is new and visible is left, and nothing stops the reader. */
import * as fc from 'fast-check';
import { createMailReader } from '#adapters/mime/read-mail.ts';
import { bounceOf, mimeOf, receivedBySes } from '../../../bin/local/mailbox/mime.ts';

const AT = Date.UTC(2026, 10, 24, 15);
const { read } = createMailReader();
const ADDRESS = 'reply+0123456789abcdefghjkmnpqrs@mail.riverbend.example.org';

const mail = (parts: Partial<Parameters<typeof mimeOf>[0]>) =>
  mimeOf({ from: 'alvarez@example.org', to: [ADDRESS], subject: 'Re: Absence', at: AT, text: 'Thank you.', ...parts });
const raw = (...lines: string[]) => Buffer.from(lines.join('\r\n'), 'latin1');
const replyOf = async (parts: Parameters<typeof mail>[0]) => (await read(mail(parts))).reply;
const html = async (body: string) => (await read(mail({ text: '', html: body }))).text;

describe('the new words of a mail', () => {
  it.each([
    [
      'Gmail',
      'He can come at 9.\n\nOn Tue, Nov 24, 2026 at 8:15 AM Homeroom for Riverbend <homeroom@mail.riverbend.example.org>\nwrote:\n\n> Hello Ms. Alvarez,\n>\n> Juan will be absent.\n',
    ],
    [
      'Outlook',
      'He can come at 9.\n\n________________________________\nFrom: Homeroom <homeroom@mail.riverbend.example.org>\nSent: Tuesday, November 24, 2026 8:15 AM\nTo: Alvarez\nSubject: Absence\n\nHello Ms. Alvarez,\n\nJuan will be absent.',
    ],
    [
      'Outlook without a line',
      'He can come at 9.\n\nFrom: Homeroom <homeroom@mail.riverbend.example.org>\nSent: Tuesday, November 24, 2026 8:15 AM\nTo: Alvarez\nSubject: Absence\n\nHello Ms. Alvarez,\n\nJuan will be absent.',
    ],
    [
      'an iPhone',
      'He can come at 9.\n\nSent from my iPhone\n\n> On Nov 24, 2026, at 8:15 AM, Homeroom <h@example.org> wrote:\n> \n> Juan will be absent.',
    ],
    [
      'Spanish',
      'He can come at 9.\n\nEl mar, 24 nov 2026 a las 8:15, Homeroom (<h@example.org>) escribió:\n\n> Juan will be absent.',
    ],
    [
      'German',
      'He can come at 9.\n\nAm 24.11.2026 um 08:15 schrieb Homeroom <h@example.org>:\n\n> Juan will be absent.',
    ],
    ['a signature', 'He can come at 9.\n\n-- \nMs. Alvarez\nGrade 3, Room 12\n+1 312-555-0120'],
    ['regards', 'He can come at 9.\n\nBest regards,\nMaria Alvarez'],
  ])('are without what %s puts below them', async (_program, text) => {
    expect(await replyOf({ text })).toBe('He can come at 9.');
  });

  it('are all of a mail that quotes nothing, line by line', async () => {
    expect(await replyOf({ text: 'Hello,\n\nhe can come at 9.\nPlease bring a note.\n' })).toBe(
      'Hello,\n\nhe can come at 9.\nPlease bring a note.',
    );
  });

  it('are none where there is nothing but a quote, and the whole text still tells it', async () => {
    const { reply, text } = await read(mail({ text: '> Juan will be absent.\n> Hello' }));
    expect([reply, text]).toEqual(['', '> Juan will be absent.\n> Hello']);
  });

  it('keep what stands below a line of dashes where it is too long for a signature', async () => {
    const long = 'The field trip needs a form. '.repeat(30).trim();
    expect(await replyOf({ text: `Yes.\n\n---\n${long}` })).toContain('field trip');
  });
});

describe('long lines', () => {
  it.each([
    ['with spaces', 'Dear family, here is all about the trip. '.repeat(120).trim()],
    ['without', '学校有一次旅行'.repeat(500)],
    ['of one word', 'x'.repeat(3500)],
  ])('%s come back to the letter', async (_which, text) => {
    expect(await replyOf({ text })).toBe(text);
  });

  it('are read at once, however they are made to be slow', async () => {
    for (const words of ['a 2020 from ', 'On a b ', '12:30 2020 "', 'pe a ']) {
      expect((await replyOf({ text: words.repeat(20_000 / words.length) })).length).toBeLessThan(20_001);
    }
  });
});

describe('a mail of HTML alone', () => {
  it('is what a reader sees of it, as lines', async () => {
    expect(
      await html(
        '<html><head><title>T</title><style>p{color:red}</style></head><body><p>Dear family,</p><p>he can come at&nbsp;9&#58;00 &ndash; or&#x20;later.<br>Ms. N&uacute;&ntilde;ez</p><ul><li>a note</li><li>a form</li></ul></body></html>',
      ),
    ).toBe('Dear family,\n\nhe can come at 9:00 – or later.\nMs. Núñez\n\na note\na form');
  });

  it.each([
    ['a script', '<script>alert("SECRET")</script>'],
    ['a script with other tags in it', '<script>if (a < b) document.write("<p>SECRET</p>")</script>'],
    ['a script that never ends', '', '<script>SECRET'],
    ['a style', '<style>.a:after{content:"SECRET"}</style>'],
    ['a comment', '<!-- SECRET <p>SECRET</p> -->'],
    ['a comment that never ends', '', '<!-- SECRET'],
    ['display:none', '<div style="color:red; display : none">SECRET<p>SECRET</p></div>'],
    ['display:none in entities', '<div style="display:&#110;one">SECRET</div>'],
    ['visibility:hidden', "<span style='visibility:hidden'>SECRET</span>"],
    ['no size', '<span style="font-size:0px">SECRET</span>'],
    ['mso-hide', '<p style="mso-hide:all">SECRET</p>'],
    ['hidden', '<p hidden>SECRET</p>'],
    ['a title', '<title>SECRET</title>'],
    ['a template', '<template><p>SECRET</p></template>'],
    ['an attribute', '<img src=x onerror="SECRET" alt="x">'],
    ['a form', '<textarea>SECRET</textarea><select><option>SECRET</select>'],
  ])('shows nothing of %s', async (_what, inside, end = '') => {
    expect(await html(`<p>Come in.</p>${inside}<p>At nine.</p>${end}`)).toBe('Come in.\n\nAt nine.');
  });

  it('shows what only seems to be hidden', async () => {
    expect(await html('<p style="font-size:0.9em;opacity:0.8">Come in.</p>')).toBe('Come in.');
  });

  it('marks quotes, so that they are left out', async () => {
    const { reply } = await read(
      mail({
        text: '',
        html: '<div>At nine.</div><div class="gmail_quote">On Tue, Nov 24, 2026 at 8:15 AM Homeroom &lt;h@example.org&gt; wrote:<br><blockquote><p>Juan will be absent.</p></blockquote></div>',
      }),
    );
    expect(reply).toBe('At nine.');
  });

  it('is read at once, however it is made to be slow', async () => {
    const hostile = ['<a '.repeat(60_000), '<p>'.repeat(60_000), `<a ${'"'.repeat(150_000)}`, '<!--'.repeat(40_000)];
    for (const body of hostile) await expect(html(`<p>Come.</p>${body}`)).resolves.toMatch(/^Come\./);
  });
});

describe('a mail in another character set', () => {
  it.each([
    ['windows-1252', Buffer.from([0x43, 0x61, 0x66, 0xe9, 0x20, 0x80, 0x20, 0x93, 0x79, 0x94]), 'Café € “y”'],
    ['gb18030', Buffer.from([0xd1, 0xa7, 0xd0, 0xa3, 0xbc, 0xfb]), '学校见'],
    ['iso-8859-1', Buffer.from([0x66, 0xfc, 0x72]), 'für'],
    ['utf-16le', Buffer.from('école', 'utf16le'), 'école'],
  ])('is read: %s', async (charset, bytes, words) => {
    const head = raw(
      'From: a@example.org',
      `To: ${ADDRESS}`,
      `Content-Type: text/plain; charset=${charset}`,
      'Content-Transfer-Encoding: base64',
      '',
      bytes.toString('base64'),
    );
    expect((await read(head)).text).toBe(words);
  });

  it('that nobody knows is read as well as it can be', async () => {
    const { text, isReadable } = await read(
      raw('From: a@example.org', `To: ${ADDRESS}`, 'Content-Type: text/plain; charset=klingon', '', 'Hello'),
    );
    expect([text, isReadable]).toEqual(['Hello', true]);
  });
});

describe('what a mail says of itself', () => {
  it('is who sent it and whom it went to, in small letters, the one on the envelope too', async () => {
    const received = receivedBySes(
      mail({ from: '"Alvarez, Maria" <Alvarez@Example.ORG>', to: ['Office <office@example.org>', 'b@example.org'] }),
      ADDRESS.toUpperCase(),
    );
    const { from, recipients } = await read(received);
    expect(from).toBe('alvarez@example.org');
    expect(recipients).toEqual(expect.arrayContaining(['office@example.org', 'b@example.org', ADDRESS]));
  });

  it('is the same id for the same mail by another way, and another for another', async () => {
    const [one, other] = [mail({ messageId: '<1@x>' }), mail({ messageId: '<2@x>' })];
    const ids = await Promise.all(
      [one, receivedBySes(one, ADDRESS), other].map(async (bytes) => (await read(bytes)).id),
    );
    expect(ids[0]).toBe(ids[1]);
    expect(ids[2]).not.toBe(ids[0]);
  });

  it.each([
    ['failed', 'failed'],
    ['delayed', 'delayed'],
    ['delivered', 'delivered'],
  ])('is a report where it is one: %s', async (action, report) => {
    const read_ = await read(bounceOf(ADDRESS, 'gone@example.org', AT, action));
    expect([read_.report, read_.files]).toEqual([report, []]);
  });

  it('is a complaint where somebody does not want our mails', async () => {
    const complaint = raw(
      'From: complaints@amazonses.com',
      `To: ${ADDRESS}`,
      'Content-Type: multipart/report; report-type="feedback-report"; boundary=b',
      '',
      '--b',
      'Content-Type: text/plain',
      '',
      'This is an email abuse report.',
      '--b',
      'Content-Type: message/feedback-report',
      '',
      'Feedback-Type: abuse',
      '--b--',
    );
    expect((await read(complaint)).report).toBe('complaint');
  });

  it('gives its headers the newest first', async () => {
    const forged = mail({ headers: { 'X-SES-Spam-Verdict': 'FORGED' } });
    expect((await read(receivedBySes(forged, ADDRESS, { spam: 'FAIL' }))).headers('x-ses-spam-verdict')).toEqual([
      'FAIL',
      'FORGED',
    ]);
  });
});

describe('the files of a mail', () => {
  it('come with the names and types that the sender gave them', async () => {
    const bytes = Buffer.from([1, 2, 3]);
    const { files, text } = await read(
      mail({
        text: 'See the form.',
        files: [
          { type: 'application/pdf', name: 'Förm – día.pdf', body: bytes },
          { type: 'application/octet-stream', name: '../../etc/passwd', body: bytes },
        ],
      }),
    );
    expect(text).toBe('See the form.');
    expect(files).toEqual([
      { name: 'Förm – día.pdf', mimeType: 'application/pdf', bytes: new Uint8Array(bytes) },
      { name: '../../etc/passwd', mimeType: 'application/octet-stream', bytes: new Uint8Array(bytes) },
    ]);
  });

  it('are without the pictures of a signature', async () => {
    const inline = raw(
      'From: a@example.org',
      `To: ${ADDRESS}`,
      'Content-Type: multipart/related; boundary=b',
      '',
      '--b',
      'Content-Type: text/html',
      '',
      '<p>Yes.</p><img src="cid:logo">',
      '--b',
      'Content-Type: image/png; name=logo.png',
      'Content-ID: <logo>',
      'Content-Disposition: inline',
      'Content-Transfer-Encoding: base64',
      '',
      'AQID',
      '--b--',
    );
    expect((await read(inline)).files).toEqual([]);
  });
});

describe('a mail that is no mail', () => {
  it('never stops the reader, and still says whom it was for', async () => {
    const whole = mail({ text: 'x'.repeat(200), files: [{ type: 'application/pdf', name: 'a.pdf', body: 'abc' }] });
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.uint8Array({ maxLength: 400 }),
          fc.nat(whole.length).map((end) => whole.subarray(0, end)),
          fc.tuple(fc.nat(whole.length - 1), fc.nat(255)).map(([at, byte]) => {
            const broken = Buffer.from(whole);
            broken[at] = byte;
            return broken;
          }),
        ),
        async (bytes) => {
          const { id, reply } = await read(bytes);
          expect(id).toMatch(/^[0-9a-f]{32}$/);
          expect(typeof reply).toBe('string');
        },
      ),
      { seed: 20_261_124, numRuns: 150 },
    );
  });

  it('nested too deep is given up, with its recipients known', async () => {
    const boundaries = Array.from({ length: 60 }, (_, at) => `b${at}`);
    const deep = raw(
      'From: a@example.org',
      `To: ${ADDRESS}`,
      ...boundaries.flatMap((boundary) => [`Content-Type: multipart/mixed; boundary=${boundary}`, '', `--${boundary}`]),
      'Content-Type: text/plain',
      '',
      'x',
    );
    const { isReadable, recipients, reply } = await read(deep);
    expect([isReadable, reply]).toEqual([false, '']);
    expect(recipients).toContain(ADDRESS);
  });
});
