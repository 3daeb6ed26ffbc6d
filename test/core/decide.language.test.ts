import type { Conversation } from '#core/conversation.ts';
import type { MessageContent } from '#core/inbound.ts';
import { acquainted, media, said, stranger, tap, text, turn } from './support/given.ts';

type Language = Conversation['profile']['language'];

const cases: readonly {
  readonly given: string;
  readonly before: Conversation;
  readonly contents: readonly MessageContent[];
  readonly language: Language;
}[] = [
  {
    given: 'nothing known, Spanish beyond doubt',
    before: stranger,
    contents: [text('falta hoy')],
    language: { lang: 'es', source: 'detected' },
  },
  {
    given: 'nothing known, a Spanish greeting',
    before: stranger,
    contents: [text('hola')],
    language: { lang: 'es', source: 'detected' },
  },
  {
    given: 'nothing known, no hint at all',
    before: stranger,
    contents: [text('qwzx')],
    language: { lang: 'en', source: 'guessed' },
  },
  { given: 'nothing known, no words at all', before: stranger, contents: [media('voice')], language: undefined },
  {
    given: 'guessed, then a good hint',
    before: acquainted('en', 'guessed'),
    contents: [text('calentura hoy?')],
    language: { lang: 'es', source: 'detected' },
  },
  {
    given: 'guessed, then no hint',
    before: acquainted('en', 'guessed'),
    contents: [text('qwzx')],
    language: { lang: 'en', source: 'guessed' },
  },
  {
    given: 'detected, then only a hint of another',
    before: acquainted('en', 'detected'),
    contents: [text('calentura hoy?')],
    language: { lang: 'en', source: 'detected' },
  },
  {
    given: 'detected, then another greeting',
    before: acquainted('en', 'detected'),
    contents: [text('hola')],
    language: { lang: 'en', source: 'detected' },
  },
  {
    given: 'detected, then another beyond doubt',
    before: acquainted('en', 'detected'),
    contents: [text('falta hoy')],
    language: { lang: 'es', source: 'detected' },
  },
  {
    given: 'chosen, then another beyond doubt',
    before: acquainted('en', 'chosen'),
    contents: [text('falta hoy')],
    language: { lang: 'en', source: 'chosen' },
  },
  {
    given: 'chosen, then another chosen by a tap',
    before: acquainted('en', 'chosen'),
    contents: [tap('lang:es')],
    language: { lang: 'es', source: 'chosen' },
  },
  {
    given: 'detected, then another asked for in words',
    before: acquainted('en', 'detected'),
    contents: [text('en español por favor')],
    language: { lang: 'es', source: 'chosen' },
  },
  {
    given: 'chosen, then another asked for in words',
    before: acquainted('es', 'chosen'),
    contents: [text('in English please')],
    language: { lang: 'en', source: 'chosen' },
  },
  {
    given: 'nothing known, and the language is asked for beside a question in another',
    before: stranger,
    contents: [text('absent today'), text('en español por favor')],
    language: { lang: 'es', source: 'chosen' },
  },
  {
    given: 'a language that we do not speak is tapped',
    before: acquainted('es', 'detected'),
    contents: [tap('lang:xx')],
    language: { lang: 'es', source: 'detected' },
  },
];

describe('the language of the talk', () => {
  it.each(cases)('$given', ({ before, contents, language }) => {
    expect(turn(before, contents).conversation.profile.language).toEqual(language);
  });

  it.each([
    ['detected', 'en:absence'],
    ['chosen', 'es:absence'],
  ] as const)('%s Spanish and an English question', (source, reply) => {
    expect(said(turn(acquainted('es', source), [text('absent today')]))).toEqual([reply]);
  });

  it('chosen by its name is confirmed in that language', () => {
    expect(said(turn(acquainted('en', 'chosen'), [text('en español por favor')]))).toEqual(['es:languageChanged']);
  });

  it('a new one is saved with the profile', () => {
    expect(turn(acquainted('en'), [text('falta hoy')]).effects).toContainEqual({ kind: 'save_profile' });
  });

  it('an unchanged one is not saved again', () => {
    expect(turn(acquainted('en'), [text('absent today')]).effects).toEqual([]);
  });
});
