import { fit as fitReplies } from '#adapters/whatsapp/fit.ts';
import { type Form, formOf } from '#adapters/whatsapp/form.ts';
import { LIMITS } from '#adapters/whatsapp/limits.ts';
import type { Reply } from '#core/reply.ts';
import { choicesOf, QUOTED, replyOf } from './samples.ts';

const HINT = 'Reply with a number.';
const fitted = (parts: Partial<Reply>): readonly Reply[] => fitReplies([replyOf(parts)], () => HINT);
const formsOf = (replies: readonly Reply[]): readonly Form[] => replies.map(formOf);
const numbers = (count: number) => choicesOf(...Array.from({ length: count }, (_, index) => `Choice ${index + 1}`));

describe('a reply', () => {
  it('that fits stays as it is', () => {
    const reply = replyOf({ choices: choicesOf('Bus', 'Lunch'), quotes: QUOTED });
    expect(fitReplies([reply], () => HINT)).toEqual([reply]);
  });

  it.each<[string, Partial<Reply>, Form]>([
    ['no choices', {}, 'text'],
    ['1 choice', { choices: numbers(1) }, 'buttons'],
    ['3 choices', { choices: numbers(3) }, 'buttons'],
    ['4 choices', { choices: numbers(4) }, 'list'],
    ['10 choices', { choices: numbers(10) }, 'list'],
    ['11 choices', { choices: numbers(11) }, 'text'],
    ['a title of 20 units', { choices: choicesOf('a'.repeat(20)) }, 'buttons'],
    ['a title of 21 units', { choices: choicesOf('a'.repeat(21)) }, 'list'],
    ['a title of 24 units', { choices: choicesOf('a'.repeat(24)) }, 'list'],
    ['a title of 72 units', { choices: choicesOf('a'.repeat(72)) }, 'list'],
    ['a title of 73 units', { choices: choicesOf('a'.repeat(73)) }, 'text'],
    ['two equal titles', { choices: choicesOf('Bus', 'Bus') }, 'text'],
    [
      'two titles that are equal as far as a row shows them',
      { choices: choicesOf(`${'a'.repeat(30)}b`, `${'a'.repeat(30)}c`) },
      'text',
    ],
    [
      'a description, for which a button has no room',
      { choices: [{ id: 'a', title: 'Bus', description: 'Times' }] },
      'list',
    ],
    ['a description of 73 units', { choices: [{ id: 'a', title: 'Bus', description: 'd'.repeat(73) }] }, 'text'],
    ['a long title and a description', { choices: [{ id: 'a', title: 'a'.repeat(25), description: 'Times' }] }, 'text'],
    [
      'two equal ids',
      {
        choices: [
          { id: 'a', title: 'Bus' },
          { id: 'a', title: 'Lunch' },
        ],
      },
      'text',
    ],
    ['an id of 201 units', { choices: [{ id: 'a'.repeat(201), title: 'Bus' }] }, 'text'],
    ['an id with a space', { choices: [{ id: 'a b', title: 'Bus' }] }, 'text'],
    ['a title that shows nothing', { choices: choicesOf('\u200B') }, 'text'],
    ['a list without label', { choices: numbers(4), choicesLabel: ' ' }, 'text'],
    ['buttons without label', { choices: numbers(2), choicesLabel: '' }, 'buttons'],
    ['a body of 1,024 units', { body: 'a'.repeat(1024), choices: numbers(3) }, 'buttons'],
    ['a body of 1,025 units', { body: 'a'.repeat(1025), choices: numbers(3) }, 'text'],
  ])('with %s goes out in one message of the right form', (_, parts, form) => {
    expect(formsOf(fitted(parts))).toEqual([form]);
  });

  it('with eleven choices lists them all below its body, with the hint', () => {
    const [reply] = fitted({ body: 'What is it about?', choices: numbers(11), quotes: QUOTED });
    expect(reply).toMatchObject({ choices: [], quotes: QUOTED });
    expect(reply?.body).toBe(
      `What is it about?\n\n${Array.from({ length: 11 }, (_, index) => `${index + 1}. Choice ${index + 1}`).join('\n')}\n\n${HINT}`,
    );
  });

  it('with equal choices numbers each, so that a number means what it means in the conversation', () => {
    const [reply] = fitted({
      choices: [...choicesOf('Bus', 'Bus'), { id: 'topic:0', title: 'Lunch', description: 'Menu' }],
    });
    expect(reply?.body).toContain('1. Bus\n2. Bus\n3. Lunch – Menu');
  });

  it('with a title too long for a row begins it there and says it in full below', () => {
    const title = 'How do I report that my child is absent?';
    const [reply] = fitted({ choices: choicesOf(title, 'Bus') });
    expect(reply?.choices).toEqual([
      { id: 'topic:0', title: 'How do I report that my…', description: title },
      { id: 'topic:1', title: 'Bus' },
    ]);
  });

  it('with a label too long for a list shortens the label', () => {
    expect(fitted({ choices: numbers(4), choicesLabel: 'Please choose one of these topics' })[0]?.choicesLabel).toBe(
      'Please choose one o…',
    );
  });

  it.each([
    ['is empty', ''],
    ['is white space', ' \n\t'],
    ['shows nothing', '\u200B\u2066\u0000'],
  ])('whose body %s is left out, or says its label where it has choices', (_, body) => {
    expect(fitted({ body })).toEqual([]);
    expect(fitted({ body, choices: numbers(2) })).toMatchObject([{ body: 'Choose', choices: numbers(2) }]);
    expect(fitted({ body, choices: numbers(2), choicesLabel: '' })[0]?.body).toBe(
      `1. Choice 1\n2. Choice 2\n\n${HINT}`,
    );
  });

  it('with control characters and half a surrogate pair loses them and nothing else', () => {
    expect(fitted({ body: 'a\u0000b\r\nc\td\uD83D', choices: choicesOf('x\ny') })).toMatchObject([
      { body: 'ab\nc\td\uFFFD', choices: [{ title: 'x y' }] },
    ]);
  });

  it('keeps marks and isolates of direction, which our own texts need', () => {
    expect(fitted({ body: 'هاتف \u2066555-0100\u2069' })[0]?.body).toBe('هاتف \u2066555-0100\u2069');
  });
});

describe('a body over 4,096 units', () => {
  const paragraph = `${'Word '.repeat(300)}end.`;

  it('becomes several replies: the first quotes, the last has the choices', () => {
    const replies = fitted({
      body: Array(4).fill(paragraph).join('\n\n'),
      choices: numbers(2),
      quotes: QUOTED,
      purpose: 'safety',
    });
    expect(replies.map(({ quotes }) => quotes)).toEqual([QUOTED, undefined]);
    expect(replies.map(({ purpose }) => purpose)).toEqual(['safety', 'safety']);
    expect(replies.map(({ choices }) => choices.length)).toEqual([0, 0]);
    expect(replies.map(({ body }) => body.split('\n\n').length)).toEqual([2, 4]);
    expect(replies[1]?.body).toContain('1. Choice 1\n2. Choice 2');
  });

  it('has its choices to tap where what is left is short', () => {
    const body = [paragraph, paragraph, 'Word '.repeat(180), 'Last '.repeat(60)].join('\n\n');
    expect(formsOf(fitted({ body, choices: numbers(2) }))).toEqual(['text', 'buttons']);
  });

  it.each([
    ['a paragraph', `${'a'.repeat(3000)}\n\n${'b'.repeat(3000)}`, 3000],
    ['a line', `${'a'.repeat(3000)}\n${'b'.repeat(3000)}`, 3000],
    ['a sentence', `${'Aaa bbb. '.repeat(400)}Ccc${' ddd'.repeat(900)}`, 3599],
    ['a word', 'abcdefg '.repeat(1000), 4095],
    ['a word of a script without spaces', '学校从八点开始上课'.repeat(600), undefined],
    ['a grapheme', `a${'👩\u200D👩\u200D👧'.repeat(1000)}`, 4089],
    ['a code point, where one grapheme is longer', `👩${'\u200D👩'.repeat(5000)}`, 4095],
  ])('is cut after %s where there is one', (_, body, length) => {
    const [first, ...others] = fitted({ body });
    const end = first?.body ?? '';
    if (length !== undefined) expect(end).toHaveLength(length);
    expect(end.length).toBeGreaterThan(LIMITS.textBody / 2);
    expect([end, ...others.map((reply) => reply.body)].join('').replace(/\s/g, '')).toBe(body.replace(/\s/g, ''));
    expect(end.isWellFormed()).toBe(true);
  });

  it.each([
    ['Burmese', 'ကျောင်းသွားမယ်'],
    ['Thai', 'โรงเรียนเริ่มกี่โมง'],
    ['Khmer', 'សាលារៀនចាប់ផ្តើម'],
    ['Hindi', 'क्षत्रियविद्यार्थी'],
    ['Persian with joiners', 'می\u200Cخواهم'],
    ['Korean in single letters', '\u1112\u1161\u11AB\u1100\u1173\u11AF'],
    ['letters with marks', 'a\u0301e\u0323\u0302'],
    ['families', '👩\u200D👩\u200D👧'],
    ['skin tones', '👍🏽'],
    ['flags', '🇺🇸🇲🇽'],
    ['keycaps', '1️⃣'],
  ])('of %s without a space is never cut within a letter', (_, unit) => {
    const segmenter = new Intl.Segmenter('en');
    const letters = (text: string) => [...segmenter.segment(text)].map(({ segment }) => segment);
    for (const before of ['', 'a', 'ab', 'abc', 'abcd', 'abcde']) {
      const body = before + unit.repeat(Math.ceil(9000 / unit.length));
      expect(fitted({ body }).flatMap((reply) => letters(reply.body))).toEqual(letters(body));
    }
  });

  it('with a paragraph break near its beginning does not send a tiny message first', () => {
    expect(fitted({ body: `Hello!\n\n${'word '.repeat(1000)}` })[0]?.body.length).toBeGreaterThan(4000);
  });
});

describe('several replies', () => {
  it('keep their order and are never merged', () => {
    const replies = fitReplies([replyOf({ body: '1' }), replyOf({ body: '' }), replyOf({ body: '2' })], () => HINT);
    expect(replies.map(({ body }) => body)).toEqual(['1', '2']);
  });
});
