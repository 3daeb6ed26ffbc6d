/** The mails that schools get: correct English from choices and slots, the family's words beside it, and nobody's number. */
import * as fc from 'fast-check';
import { composeRequest } from '#app/mail/compose.ts';
import { LANGS } from '#core/language.ts';
import { LETTER_PARTS, REASONS, REQUEST_KINDS, type RequestDetails, SUBJECTS } from '#core/request.ts';
import { requestOf } from '../../support/requests.ts';
import { newContact } from '../../support/stored.ts';

const CONTACT = newContact();
const CONTEXT = { schoolName: 'Riverbend High School', timeZone: 'America/Chicago', translates: true };
const AT = Date.UTC(2026, 10, 23, 21, 5);
const compose = (parts: Partial<Parameters<typeof requestOf>[1]> = {}, context = CONTEXT) =>
  composeRequest(requestOf(CONTACT, { at: AT, ...parts }), context);
const child = { name: 'Juan', grade: '3' } as const;

test('an absence, whole', () => {
  const { subject, text } = compose();
  expect(subject).toBe('Absence: Juan (grade 3), Tuesday, November 24 – Riverbend High School');
  expect(text).toBe(`Hello Ms. Alvarez,

Juan (grade 3) will be absent on Tuesday, November 24.
Reason: illness.

You do not have to answer. If you want to, just reply to this e-mail. Homeroom passes it on in Spanish.
Keep it short; write dates with the month in words.

Sent by the family through Homeroom to Riverbend High School on Monday, November 23, 2026, 3:05 PM.
`);
});

test.each<[string, Parameters<typeof compose>[0], string, string]>([
  [
    'late',
    { kind: 'late', details: { child, days: ['2026-11-24'], time: '09:30', reason: 'appointment' } },
    'Late arrival: Juan (grade 3), Tuesday, November 24 – Riverbend High School',
    'Juan (grade 3) will be late on Tuesday, November 24, and expects to arrive at 9:30 AM.\nReason: an appointment.',
  ],
  [
    'early pick-up, kindergarten',
    { kind: 'early_pickup', details: { child: { name: 'Ana', grade: 'k' }, days: ['2026-11-25'], time: '13:00' } },
    'Early pick-up: Ana (kindergarten), Wednesday, November 25 – Riverbend High School',
    'The family of Ana (kindergarten) will pick the child up early on Wednesday, November 25, at 1:00 PM.',
  ],
  [
    'several days',
    { details: { child, days: ['2026-11-24', '2026-11-25', '2026-11-30'] } },
    'Absence: Juan (grade 3), 3 days – Riverbend High School',
    'Juan (grade 3) will be absent on Tuesday, November 24; Wednesday, November 25; Monday, November 30.',
  ],
  [
    'a meeting with an interpreter',
    {
      kind: 'meeting',
      details: {
        child,
        days: ['2026-11-30', '2026-12-01'],
        parts: ['morning', 'evening'],
        subject: 'behavior',
        interpreter: { lang: 'other', dialect: 'Mam' },
      },
    },
    'Meeting request: Juan (grade 3), Monday, November 30 and Tuesday, December 1 – Riverbend High School',
    'The family of Juan (grade 3) asks for a meeting about behavior.\nDays that suit: Monday, November 30 or Tuesday, December 1.\nTimes of day that suit: in the morning or in the evening.\nInterpreter needed. The family calls the language: Mam.',
  ],
  [
    'a message without a child',
    { kind: 'message', details: { subject: 'homework', words: { text: '¿Hay tarea?', lang: 'es' } } },
    'Message from a family – Riverbend High School',
    "A family writes about homework:\n\nIn the family's own words (Spanish, not translated):\n    ¿Hay tarea?",
  ],
  [
    'a message that a computer translated',
    { kind: 'message', details: { child, words: { text: '¿Hay tarea?', lang: 'es', english: 'Is there homework?' } } },
    'Message from a family: Juan (grade 3) – Riverbend High School',
    "In the family's own words, translated from Spanish by a computer:\n    Is there homework?\n\nThe same in Spanish, as the family wrote it:\n    ¿Hay tarea?",
  ],
  [
    'an interpreter in Dari',
    { kind: 'interpreter', details: { child, days: ['2026-12-01'], time: '15:30', interpreter: { lang: 'prs' } } },
    'Interpreter request: Juan (grade 3), Tuesday, December 1 – Riverbend High School',
    'The family of Juan (grade 3) asks for an interpreter.\nDays that suit: Tuesday, December 1.\nTime: 3:30 PM.\nInterpreter needed: Dari.',
  ],
  [
    'a problem with language',
    { kind: 'language_problem', details: { words: { text: 'No letter in Somali.', lang: 'en' } } },
    'Problem with language help – Riverbend High School',
    "A family reports a problem with language help at school.\n\nIn the family's own words:\n    No letter in Somali.",
  ],
])('%s', (_what, parts, subject, words) => {
  const mail = compose(parts);
  expect(mail.subject).toBe(subject);
  expect(mail.text).toContain(words);
});

test('the letter about a child has its six parts in order, each with its heading, and leaves out what was not told', () => {
  const words = (text: string) => ({ text, lang: 'es', english: `English of ${text}` }) as const;
  const all = Object.fromEntries(LETTER_PARTS.map((part) => [part, words(`palabras ${part}`)]));
  const whole = compose({ kind: 'about_child', details: { child, letter: all } });
  const places = LETTER_PARTS.map((part) => whole.text.indexOf(`English of palabras ${part}`));

  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(whole.text).toContain('What my child is good at and loves\n\n');
  expect(whole.text).toContain('You do not have to answer.');
  const short = compose({ kind: 'about_child', details: { child, letter: { hopes: words('leer') } } });
  expect(short.text).toContain('What I hope for this year');
  expect(short.text).not.toContain('What calms');
});

test('how to answer says what is true: in the language, or as it is written', () => {
  const meeting = { kind: 'meeting' } as const;
  expect(compose(meeting).text).toContain('Just reply to this e-mail. Homeroom passes it on in Spanish.\n');
  expect(compose(meeting, { ...CONTEXT, translates: false }).text).toContain(
    'Homeroom passes it on as you write it; the family reads Spanish.',
  );
  expect(compose({ ...meeting, lang: 'en' }, { ...CONTEXT, translates: false }).text).toContain(
    'Homeroom passes it on in English.',
  );
});

test('the time of the receipt is that of the school', () => {
  expect(compose({ at: Date.UTC(2026, 11, 1, 4, 30) }).text).toContain('on Monday, November 30, 2026, 10:30 PM.');
});

test('government numbers and statements of status do not leave, in any of the words', () => {
  const secret = 'SSN 123-45-6789';
  const { text, html } = compose({
    kind: 'message',
    details: { words: { text: secret, lang: 'es', english: secret }, letter: { hopes: { text: secret, lang: 'en' } } },
  });
  expect(`${text}${html}`).not.toContain('6789');
  expect(text.match(/\[removed\]/g)).toHaveLength(3);
});

const anyDetails = fc.record(
  {
    child: fc.record({ name: fc.string({ unit: 'grapheme' }), grade: fc.constantFrom('pk', 'k', '7') }),
    days: fc.array(fc.constantFrom('2026-11-24', '2026-12-31', '2027-01-04'), { maxLength: 4 }),
    time: fc.constantFrom('07:05', '15:30'),
    parts: fc.subarray(['morning', 'noon', 'afternoon', 'evening']),
    reason: fc.constantFrom(...REASONS),
    subject: fc.constantFrom(...SUBJECTS),
    words: fc.record({ text: fc.string({ unit: 'binary' }), lang: fc.constantFrom(...LANGS), english: fc.string() }),
    interpreter: fc.record({ lang: fc.constantFrom(...LANGS, 'other' as const), dialect: fc.string() }),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<RequestDetails>;

test('whatever a family says, the HTML holds only our own tags, the subject is one line, and no id is in either', () => {
  const tags = new Set(
    ['!doctype', 'html', 'head', 'meta', 'title', '/title', '/head', 'body', 'p', '/p', 'h2', '/h2'].concat([
      'br',
      'div',
      '/div',
      '/body',
      '/html',
    ]),
  );
  fc.assert(
    fc.property(fc.constantFrom(...REQUEST_KINDS), anyDetails, (kind, details) => {
      const { subject, text, html } = compose({ kind, details });
      const found = [...html.matchAll(/<([^\s>]*)/g)].map(([, name]) => name?.toLowerCase() ?? '');
      expect(found.filter((name) => !tags.has(name))).toEqual([]);
      expect(subject).not.toMatch(/[\r\n]/);
      expect(`${text}${html}${subject}`).not.toContain(CONTACT);
      expect(text).not.toMatch(/undefined|\[object/);
    }),
    { seed: 20_261_124, numRuns: 200 },
  );
});

test('hostile words are shown as words', () => {
  const { html } = compose({
    kind: 'message',
    details: { words: { text: '<script>alert(1)</script>"\'', lang: 'en' } },
  });
  expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;');
});
