import fc from 'fast-check';
import { fit as fitReplies } from '#adapters/whatsapp/fit.ts';
import { isVisible } from '#adapters/whatsapp/form.ts';
import { type MessageRequest, render } from '#adapters/whatsapp/render.ts';
import { messageId } from '#core/ids.ts';
import type { Address } from '#core/inbound.ts';
import { LANGS } from '#core/language.ts';
import type { Reply } from '#core/reply.ts';
import { compileRequestSchemas } from './request-schema.ts';
import { describeWithFixtures, PHONE, USER_ID } from './samples.ts';

const SEED = 20261123;
/** Shrinking a failure in ten thousand letters would take hours; what was found by then is good enough. */
const LIMIT_MS = 60_000;
const HINT = 'Reply with a number.';

const WORDS = {
  english: ['school', 'bus', 'lunch', 'a', 'https://district.example.org/calendar'],
  spanish: ['¿Cuándo', 'empieza', 'mañana?', 'niño'],
  arabic: ['المدرسة', 'متى', 'تبدأ', 'الحافلة', '\u2066555-0100\u2069'],
  persian: ['می\u200Cخواهم', 'مدرسه', 'کِی'],
  han: ['学校', '从八点开始', '上课。', '𠮷野'],
  burmese: ['ကျောင်း', 'ဘယ်အချိန်', 'စမလဲ။'],
  hindi: ['स्कूल', 'कब', 'शुरू', 'क्ष'],
  emoji: ['👩\u200D👩\u200D👧\u200D👦', '🏳️\u200D🌈', '🇺🇸', '👍🏽', '1️⃣'],
  zalgo: [`Z${'\u0301\u0323'.repeat(40)}`, `o${'\u0489'.repeat(3)}`],
  space: [' ', '\n', '\n\n', '. ', '\t', '\r\n', '\u00A0'],
} as const;

const word = fc.constantFrom(...Object.values(WORDS).flat());
const words = (maxLength: number) =>
  fc.array(word, { maxLength: Math.ceil(maxLength / 4), size: 'max' }).map((list) => list.join('').slice(0, maxLength));
const repeated = (maxLength: number) =>
  fc
    .tuple(word, fc.nat(maxLength))
    .map(([unit, length]) => unit.repeat(Math.ceil(length / unit.length)).slice(0, length));
const text = (maxLength: number) =>
  fc.oneof(
    words(maxLength),
    repeated(maxLength),
    fc.string({ unit: 'grapheme', maxLength: Math.min(maxLength, 200) }),
    fc.string({ unit: 'binary', maxLength: Math.min(maxLength, 200) }),
    fc.constant(''),
  );

const choice = fc
  .record({ title: fc.oneof(text(20), text(24), text(90)), description: fc.option(text(80), { nil: undefined }) })
  .map(({ title, description }) => (description === undefined ? { title } : { title, description }));
const choices = fc
  .array(choice, { maxLength: 30 })
  .map((list) => list.map((one, index) => ({ ...one, id: `topic:${index}` })));

const reply: fc.Arbitrary<Reply> = fc
  .record({
    purpose: fc.constantFrom('answer' as const, 'choices' as const, 'safety' as const, 'notice' as const),
    lang: fc.constantFrom(...LANGS),
    body: fc.oneof(text(40), text(1100), text(10_000)),
    choices: fc.oneof(fc.constant([]), choices),
    choicesLabel: fc.oneof(fc.constant('Choose'), text(40)),
    quotes: fc.option(fc.constant(messageId('wamid.quoted')), { nil: undefined }),
    document: fc.option(fc.constant({ fileName: 'night.ics', mimeType: 'text/calendar', text: 'BEGIN:VCALENDAR' }), {
      nil: undefined,
      freq: 3,
    }),
  })
  .map(({ quotes, document, ...rest }) => ({
    ...rest,
    ...(quotes ? { quotes } : {}),
    ...(document ? { document } : {}),
  }));

const address: fc.Arbitrary<Address> = fc.constantFrom<Address[]>(
  { userId: USER_ID },
  { phone: PHONE },
  { userId: USER_ID, phone: PHONE },
);

const fitted = (one: Reply) => fitReplies([one], () => HINT);
const requestsOf = (one: Reply, to: Address = { phone: PHONE }) =>
  fitted(one).map((part) => render(part, to, 'bot/7/0', '4490709327384033'));

/** What shows, without white space: what two texts must share to say the same. */
const visible = (raw: string): string => raw.toWellFormed().replace(/[\s\p{Cc}]/gu, '');

const bodyOf = (request: MessageRequest): string => {
  if (request.type === 'document') return request.document.caption ?? '';
  return request.type === 'text' ? request.text.body : request.interactive.body.text;
};
const tappable = (request: MessageRequest): readonly { title: string; description?: string }[] => {
  if (request.type !== 'interactive') return [];
  const { action } = request.interactive;
  return 'buttons' in action
    ? action.buttons.map((button) => button.reply)
    : action.sections.flatMap(({ rows }) => rows);
};
const wordsOf = (request: MessageRequest): string =>
  [bodyOf(request), ...tappable(request).flatMap(({ title, description = '' }) => [title, description])].join('');

const isWithin = (limit: number) => (value: string) =>
  isVisible(value) && value.isWellFormed() && value.length <= limit;

/** The limits of Meta's pages as of 2026-09, written out a second time: a wrong constant must not agree with itself. */
const brokenLimits = (request: MessageRequest): readonly string[] => {
  if (request.type === 'text') return isWithin(4096)(request.text.body) ? [] : ['text'];
  if (request.type === 'document') {
    const { caption } = request.document;
    return caption === undefined || isWithin(1024)(caption) ? [] : ['caption'];
  }
  const { action, body } = request.interactive;
  const taps = tappable(request);
  const label = 'button' in action ? action.button : undefined;
  const titles = taps.map(({ title }) => title);
  const kept: Readonly<Record<string, boolean>> = {
    body: isWithin(1024)(body.text),
    count: taps.length >= 1 && taps.length <= (label === undefined ? 3 : 10),
    distinct: new Set(titles).size === titles.length,
    titles: titles.every(isWithin(label === undefined ? 20 : 24)),
    descriptions: taps.every(({ description }) => description === undefined || isWithin(72)(description)),
    label: label === undefined || isWithin(20)(label),
  };
  return Object.keys(kept).filter((limit) => kept[limit] === false);
};

const assertAll = (check: (one: Reply, to: Address) => void) =>
  fc.assert(fc.property(reply, address, check), {
    seed: SEED,
    numRuns: 600,
    interruptAfterTimeLimit: LIMIT_MS,
    markInterruptAsFailure: true,
  });

describe('whatever is to be said in whatever script', () => {
  it('every request keeps every limit', () => {
    assertAll((one, to) => {
      for (const request of requestsOf(one, to)) {
        expect(brokenLimits(request)).toEqual([]);
        expect('to' in request !== 'recipient' in request).toBe(true);
      }
    });
  });

  it('no word of the body is lost or moved', () => {
    assertAll((one) => {
      const said = requestsOf(one).map(bodyOf).join('');
      const meant = isVisible(one.body) ? visible(one.body) : '';
      expect(visible(said).startsWith(meant)).toBe(true);
    });
  });

  it('no choice is lost, and they stand in order', () => {
    assertAll((one) => {
      let rest = visible(requestsOf(one).map(wordsOf).join(''));
      for (const { title, description = '' } of one.choices) {
        for (const part of [title, description].filter(isVisible).map(visible)) {
          const at = rest.indexOf(part);
          expect(at).toBeGreaterThanOrEqual(0);
          rest = rest.slice(at + part.length);
        }
      }
    });
  });

  it('only the first part quotes and only the last can be tapped', () => {
    assertAll((one) => {
      const parts = fitted(one);
      expect(parts.slice(1).every(({ quotes }) => quotes === undefined)).toBe(true);
      expect(parts[0]?.quotes).toBe(parts.length > 0 ? one.quotes : undefined);
      expect(parts.slice(0, -1).every((part) => part.choices.length === 0)).toBe(true);
      if (isVisible(one.body) || one.choices.some(({ title }) => isVisible(title)))
        expect(parts.length).toBeGreaterThan(0);
    });
  });

  it('a file goes out once, and in a message that offers nothing to tap', () => {
    assertAll((one) => {
      const files = fitted(one).filter(({ document }) => document);
      expect(files).toHaveLength(one.document ? 1 : 0);
      expect(files.every(({ choices }) => choices.length === 0)).toBe(true);
    });
  });

  it('is not split where one message is enough', () => {
    assertAll((one) => {
      const parts = fitted(one);
      for (const [index, part] of parts.entries()) {
        const next = parts[index + 1];
        if (next && !one.document) expect(part.body.length).toBeGreaterThan(2047 - 100);
      }
    });
  });

  it('fitting it again changes nothing', () => {
    assertAll((one) => {
      const parts = fitted(one);
      expect(fitReplies(parts, () => HINT)).toEqual(parts);
    });
  });
});

describeWithFixtures("Meta's own description of requests (skipped where ../shared/fixtures is absent)", () => {
  let schemas: ReturnType<typeof compileRequestSchemas>;
  beforeAll(() => {
    schemas = compileRequestSchemas();
  });

  it('takes every request', () => {
    assertAll((one, to) => {
      for (const request of requestsOf(one, to)) {
        // The description of v23.0 does not know `recipient` yet.
        const { recipient, ...known } = request;
        const validate = schemas[request.type];
        validate(recipient === undefined ? known : { ...known, to: recipient });
        expect(validate.errors ?? []).toEqual([]);
      }
    });
  });

  it('refuses what breaks a limit, so that the check above sees something', () => {
    const [text, buttons] = [
      render({ ...base, body: '' }, { phone: PHONE }, 't'),
      render({ ...base, choices: [{ id: 'a', title: 'b' }] }, { phone: PHONE }, 't'),
    ];
    const { type, ...untyped } = text;
    expect(schemas.text(untyped)).toBe(false);
    expect(schemas.text({ ...text, type: 'letter' })).toBe(false);
    expect(
      schemas.interactive(JSON.parse(JSON.stringify(buttons).replace('"title":"b"', `"title":"${'b'.repeat(21)}"`))),
    ).toBe(false);
    expect(schemas.interactive(JSON.parse(JSON.stringify(buttons).replace('"id":"a"', '"key":"a"')))).toBe(false);
  });
});

const base: Reply = { purpose: 'answer', lang: 'en', body: 'Which?', choices: [], choicesLabel: 'Choose' };
