/** What machines write: told apart from people, and "back on Monday" read as a date. */
import { createMailReader } from '#adapters/mime/read-mail.ts';
import { backOnIn } from '#app/mail/back-on.ts';
import { kindOfMail } from '#app/mail/kind-of-mail.ts';
import { isProven } from '#app/mail/proof.ts';
import { bounceOf, mimeOf, receivedBySes } from '../../../bin/local/mailbox/mime.ts';

const { read } = createMailReader();
const AT = Date.UTC(2026, 10, 24, 15);
const TO = 'reply+0123456789abcdefghjkmnpqrs@mail.riverbend.example.org';
const mail = (parts: Partial<Parameters<typeof mimeOf>[0]>) =>
  mimeOf({ from: 'alvarez@example.org', to: [TO], subject: 'Re: Absence', at: AT, text: 'Thank you.', ...parts });

describe('the day on which somebody is back', () => {
  // Tuesday, November 24, 2026.
  it.each([
    ['I am out of the office and will be back on Monday.', '2026-11-30'],
    ['I will return on Monday, November 30.', '2026-11-30'],
    ['I will be returning December 3, 2026.', '2026-12-03'],
    ['Out of office until 3 December', '2026-12-03'],
    ['I am away until Dec. 3rd and will answer then', '2026-12-03'],
    ['I am out from November 20 through December 2.', '2026-12-03'],
    ['Away from 20 November until 3 December', '2026-12-03'],
    ['I am on leave until January 4', '2027-01-04'],
    ['Back 2026-12-01.', '2026-12-01'],
    ['I am back on Tuesday', '2026-12-01'],
    ['I will be back tomorrow or on Wednesday', '2026-11-25'],
    ['Ich bin bis 3. Dezember nicht im Büro.', '2026-12-03'],
    ['Ab Montag bin ich wieder erreichbar.', '2026-11-30'],
    ['Ich bin ab dem 7. Januar 2027 zurück.', '2027-01-07'],
    ['Estoy fuera de la oficina hasta el 3 de diciembre.', '2026-12-03'],
    ['Regreso el lunes.', '2026-11-30'],
    ['Estaré de vuelta el 1 de diciembre de 2026', '2026-12-01'],
    ["Je suis absente jusqu'au 3 décembre.", '2026-12-03'],
    ['Estou ausente até 3 de dezembro', '2026-12-03'],
  ])('is read: %s', (text, date) => {
    expect(backOnIn(text, '2026-11-24')).toBe(date);
  });

  it.each([
    'I am out of the office.',
    'I will be back soon.',
    'I am out until 12/3.',
    'Back in 2019',
    'I was back on November 3, 2026.',
    'I am away until February 30',
    'I will be back on December 3, 2028',
    'Please call the office on Monday.',
  ])('is not made up: %s', (text) => {
    expect(backOnIn(text, '2026-11-24')).toBeUndefined();
  });
});

describe('the kind of a mail', () => {
  it.each<[string, Parameters<typeof mail>[0], string]>([
    ['an answer', {}, 'words'],
    ['an answer about a holiday', { text: 'We have no school, I am on vacation too.' }, 'words'],
    ['Outlook, away', { subject: 'Automatic reply: Absence', headers: { 'Auto-Submitted': 'auto-generated' } }, 'away'],
    ['away by its words', { text: 'I am out of the office.', headers: { 'Auto-Submitted': 'auto-replied' } }, 'away'],
    ['away in German', { subject: 'Abwesenheitsnotiz: Absence', text: 'Ich bin im Urlaub.' }, 'away'],
    ['away in Spanish', { subject: 'Respuesta automática: Absence', text: 'Hasta el lunes.' }, 'away'],
    ['away by an old header', { text: 'on vacation', headers: { 'X-Autoreply': 'yes' } }, 'away'],
    ['away with a precedence', { text: 'on leave', headers: { Precedence: 'auto_reply' } }, 'away'],
    ['a receipt of a ticket system', { text: 'Ticket 12', headers: { 'Auto-Submitted': 'auto-replied' } }, 'automatic'],
    ['a person who says that they are none', { headers: { 'Auto-Submitted': 'no' } }, 'words'],
    ['a mailing list', { headers: { 'List-Id': '<staff.example.org>' } }, 'list'],
    ['an advertisement', { headers: { 'List-Unsubscribe': '<https://x.example>' } }, 'list'],
    ['bulk', { headers: { Precedence: 'bulk' } }, 'list'],
    ['our own mail, sent on', { headers: { 'X-Homeroom-Request': 'x' } }, 'loop'],
    ['our own mail, sent on by a list', { headers: { 'X-Homeroom-Request': 'x', Precedence: 'list' } }, 'loop'],
    ['a server without a form', { from: 'MAILER-DAEMON@example.org', subject: 'failure notice' }, 'bounced'],
  ])('%s', async (_what, parts, kind) => {
    expect(kindOfMail(await read(mail(parts)))).toBe(kind);
  });

  it.each([
    ['failed', 'bounced'],
    ['delayed', 'automatic'],
    ['delivered', 'automatic'],
  ])('of a report that it %s', async (action, kind) => {
    expect(kindOfMail(await read(bounceOf(TO, 'gone@example.org', AT, action)))).toBe(kind);
  });
});

describe('where a mail is from', () => {
  const forged = {
    headers: {
      'Authentication-Results': 'amazonses.com; dmarc=pass',
      'X-SES-Spam-Verdict': 'PASS',
      'X-SES-Virus-Verdict': 'PASS',
    },
  };
  it.each([
    ['found by SES', receivedBySes(mail({}), TO), true],
    ['not its domain', receivedBySes(mail({}), TO, { dmarc: 'fail' }), false],
    ['spam', receivedBySes(mail({}), TO, { spam: 'FAIL' }), false],
    ['a virus', receivedBySes(mail({}), TO, { virus: 'FAIL' }), false],
    ['findings that its sender wrote below those of SES', receivedBySes(mail(forged), TO, { dmarc: 'fail' }), false],
    ['findings of somebody else', mail({ headers: { 'Authentication-Results': 'evil.example; dmarc=pass' } }), false],
    ['no findings at all', mail({}), false],
  ])('is proven or not: %s', async (_what, raw, proven) => {
    expect(isProven(await read(raw))).toBe(proven);
  });
});
