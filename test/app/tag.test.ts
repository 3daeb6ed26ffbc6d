import * as fc from 'fast-check';
import { formatTag, parseTag } from '#app/tag.ts';
import { contactId } from '#core/ids.ts';
import { text as anyText, SEED } from '../support/arbitrary.ts';

const contact = contactId('0123456789abcdef0123456789abcdef');
const tag = { contact, turn: 42, index: 1, sender: 'bot' } as const;
const TEXT = `h1.${contact}.42.1.bot`;

describe('the tag of a reply', () => {
  it('is short, and holds no words and no person', () => {
    expect(formatTag(tag)).toBe(TEXT);
    expect(formatTag(tag).length).toBeLessThanOrEqual(512);
  });

  it('comes back as it went', () => {
    const anyTag = fc.record({
      contact: fc.stringMatching(/^[0-9a-f]{32}$/).map(contactId),
      turn: fc.nat(999_999_999),
      index: fc.nat(99),
      sender: fc.constant('bot' as const),
    });
    fc.assert(
      fc.property(anyTag, (one) => expect(parseTag(formatTag(one))).toEqual(one)),
      { seed: SEED },
    );
  });
});

describe('a tag that is not ours', () => {
  it.each([
    ['nothing', ''],
    ["another app's", 'campaign-7'],
    ['a later form', TEXT.replace('h1', 'h2')],
    ['of an unknown sender', TEXT.replace('bot', 'robot')],
    ['of a contact that is too short', TEXT.replace('0123', '')],
    ['of a contact in capitals', TEXT.toUpperCase()],
    ['with a turn that is no number', TEXT.replace('.42.', '.x.')],
    ['with a negative turn', TEXT.replace('.42.', '.-42.')],
    ['with a turn beyond all turns', TEXT.replace('.42.', '.4242424242.')],
    ['with something after it', `${TEXT}.1`],
    ['with something before it', ` ${TEXT}`],
    ['with a line break after it', `${TEXT}\n`],
  ])('%s', (_, text) => {
    expect(parseTag(text)).toBeUndefined();
  });

  it('whatever it is, does no harm', () => {
    fc.assert(
      fc.property(anyText, (text) => expect(parseTag(text)).toBeUndefined()),
      { seed: SEED },
    );
  });
});
