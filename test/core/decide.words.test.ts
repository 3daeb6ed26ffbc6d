import { SECTIONS } from '#core/content.ts';
import { LANGS } from '#core/language.ts';
import { acquainted, media, offered, said, stranger, tap, text, turn } from './support/given.ts';
import { CONTENT, NOW } from './support/small-world.ts';

const FIRST_PAGE = ['absence', 'fever', 'bus', 'lunch', 'grades', 'homework', 'clubs', 'books'].map(
  (id) => `topic:${id}`,
);
/** Eight languages and a way to the others, or all of them where they fit. */
const FIRST_LANGUAGES =
  LANGS.length > 9
    ? [...LANGS.slice(0, 8).map((lang) => `lang:${lang}`), 'language:more']
    : LANGS.map((lang) => `lang:${lang}`);
const SECTION_CHOICES = SECTIONS.map((section) => `section:${section}`);
const FEEDBACK = ['helpful', 'not_helpful', 'another'];
const SECOND_PAGE = ['old-rules', 'old-hours', 'due-today', 'draft'].map((id) => `topic:${id}`);

describe('somebody writes for the first time', () => {
  it.each([
    ['hello', 'en:welcome'],
    ['hola', 'es:welcome'],
    ['👋', 'en:welcome'],
    ['', 'en:welcome'],
  ])('%j is welcomed, with the menu to tap', (words, welcome) => {
    const decision = turn(stranger, [text(words)]);

    expect(said(decision)).toEqual([welcome]);
    expect(offered(decision)).toEqual([...FIRST_PAGE, 'menu:more', 'person']);
    expect(decision.conversation.profile.welcomedAt).toBe(NOW);
  });

  it('a sticker is welcomed', () => {
    expect(said(turn(stranger, [media('sticker')]))).toEqual(['en:welcome']);
  });

  it('a question is answered without a welcome before it, and none after it', () => {
    const decision = turn(stranger, [text('absent today')]);

    expect(said(decision)).toEqual(['en:absence']);
    expect(decision.conversation.profile.welcomedAt).toBe(NOW);
  });

  it('a greeting before a question is only politeness', () => {
    expect(said(turn(stranger, [text('hello'), text('absent today')]))).toEqual(['en:absence']);
  });

  it('what is not understood is said to be so, with a person and the menu to tap', () => {
    const decision = turn(stranger, [text('palabras sin sentido')]);

    expect(said(decision)).toEqual(['es:notUnderstood']);
    expect(offered(decision)).toEqual(['person', 'menu']);
    expect(decision.taken).toEqual({ kind: 'unknown' });
  });

  it('words in a language that nobody can tell are asked which language it is, and a person is offered', () => {
    const decision = turn(stranger, [text('qwzx')]);

    expect(said(decision)).toEqual(['en:chooseLanguage\nes:chooseLanguage']);
    expect(offered(decision)).toEqual([...FIRST_LANGUAGES, 'person']);
    expect(decision.taken).toEqual({ kind: 'unknown' });
  });

  it('and are asked so only once', () => {
    const { conversation } = turn(stranger, [text('qwzx')]);

    expect(said(turn(conversation, [text('qwzx')]))).toEqual(['en:notUnderstood']);
  });

  it('what lasts is saved', () => {
    expect(turn(stranger, [text('hello')]).effects).toEqual([{ kind: 'save_profile' }]);
  });
});

describe('somebody whom we know', () => {
  it.each([
    { words: 'hello', reply: 'en:welcome', choices: [...FIRST_PAGE, 'menu:more', 'person'] },
    { words: 'menu', reply: 'en:menu', choices: [...FIRST_PAGE, 'menu:more', 'person'] },
    { words: 'language', reply: 'en:chooseLanguage', choices: [...FIRST_LANGUAGES, 'person'] },
    { words: 'thanks', reply: 'en:thanks', choices: ['menu', 'person'] },
    { words: 'bye', reply: 'en:goodbye', choices: ['menu', 'person'] },
    { words: 'ok', reply: 'en:acknowledged', choices: ['menu', 'person'] },
    { words: '👍', reply: 'en:acknowledged', choices: ['menu', 'person'] },
    { words: '...', reply: 'en:acknowledged', choices: ['menu', 'person'] },
    { words: 'bus or lunch', reply: 'en:didYouMean', choices: ['topic:bus', 'topic:lunch', 'topic:grades', 'person'] },
    { words: 'a topic we dropped', reply: 'en:notUnderstood', choices: ['person', 'menu'] },
    { words: 'x'.repeat(600), reply: 'en:notUnderstood', choices: ['person', 'menu'] },
    { words: 'x'.repeat(601), reply: 'en:tooLong', choices: ['person', 'menu'] },
  ])('writes $words.length characters, "$words"', ({ words, reply, choices }) => {
    const decision = turn(acquainted(), [text(words)]);

    expect(said(decision)).toEqual([reply]);
    expect(offered(decision)).toEqual(choices);
    expect(decision.conversation.offered).toEqual(decision.replies[0]?.choices);
  });

  it.each([
    ['voice', 'en:voiceReceived'],
    ['audio', 'en:voiceReceived'],
    ['image', 'en:declinedMedia'],
    ['video', 'en:declinedMedia'],
    ['document', 'en:declinedMedia'],
    ['sticker', 'en:acknowledged'],
  ] as const)('sends a %s', (kind, reply) => {
    expect(said(turn(acquainted(), [media(kind)]))).toEqual([reply]);
  });

  it.each([{ kind: 'location' }, { kind: 'contacts' }, { kind: 'form', form: 'order' }] as const)(
    'sends something else without words: $kind',
    (content) => {
      expect(said(turn(acquainted(), [content]))).toEqual(['en:declinedMedia']);
    },
  );

  it('the words under a picture count', () => {
    expect(said(turn(acquainted(), [media('image', 'absent today')]))).toEqual(['en:absence']);
  });

  it('three lines of one question get one reply, which quotes the last of them', () => {
    const decision = turn(acquainted(), [text('hello'), text('absent today'), text('thanks')]);

    expect(said(decision)).toEqual(['en:absence']);
    expect(decision.replies[0]?.quotes).toBe('wamid.3');
    expect(decision.outcomes).toEqual(['answered', 'answered', 'answered']);
  });
});

describe('a tap', () => {
  it.each([
    { id: 'menu', reply: 'en:menu', choices: [...FIRST_PAGE, 'menu:more', 'person'] },
    { id: 'menu:more', reply: 'en:menu', choices: [...SECTION_CHOICES, 'language', 'person'] },
    {
      id: `section:${SECTIONS[0]}`,
      reply: `en:${SECTIONS[0]}`,
      choices: [...FIRST_PAGE, `section:${SECTIONS[0]}:2`, 'person'],
    },
    { id: `section:${SECTIONS[0]}:2`, reply: `en:${SECTIONS[0]}`, choices: [...SECOND_PAGE, 'menu:more', 'person'] },
    { id: `section:${SECTIONS[0]}:99`, reply: `en:${SECTIONS[0]}`, choices: [...SECOND_PAGE, 'menu:more', 'person'] },
    { id: 'section:gone', reply: 'en:outOfDate', choices: [...FIRST_PAGE, 'menu:more', 'person'] },
    { id: 'helpful', reply: 'en:gladItHelped', choices: ['menu', 'person'] },
    { id: 'not_helpful', reply: 'en:sorryNotHelpful', choices: ['person', 'menu'] },
    { id: 'another', reply: 'en:askAway', choices: ['menu', 'person'] },
    { id: 'danger:violence', reply: 'en:violence', choices: [] },
    { id: 'danger:boredom', reply: 'en:outOfDate', choices: [...FIRST_PAGE, 'menu:more', 'person'] },
    { id: 'language', reply: 'en:chooseLanguage', choices: [...FIRST_LANGUAGES, 'person'] },
    { id: 'lang:es', reply: 'es:languageChanged', choices: [...FIRST_PAGE, 'menu:more', 'person'] },
    { id: 'lang:en', reply: 'en:languageChanged', choices: [...FIRST_PAGE, 'menu:more', 'person'] },
    { id: 'person', reply: 'en:handoffOpened\n\nen:handoffUrgent', choices: [] },
    { id: 'start', reply: 'en:menu', choices: [...FIRST_PAGE, 'menu:more', 'person'] },
    { id: 'topic:absence', reply: 'en:absence', choices: ['topic:fever', 'topic:bus', 'person', ...FEEDBACK] },
    { id: 'topic:bus', reply: 'en:bus', choices: ['person', ...FEEDBACK] },
    { id: 'topic:gone', reply: 'en:outOfDate', choices: [...FIRST_PAGE, 'menu:more', 'person'] },
    { id: 'topic:__proto__', reply: 'en:outOfDate', choices: [...FIRST_PAGE, 'menu:more', 'person'] },
    { id: 'topic:constructor', reply: 'en:outOfDate', choices: [...FIRST_PAGE, 'menu:more', 'person'] },
    { id: 'lang:xx', reply: 'en:outOfDate', choices: [...FIRST_PAGE, 'menu:more', 'person'] },
  ])('on $id', ({ id, reply, choices }) => {
    const decision = turn(acquainted(), [tap(id)]);

    expect(said(decision)).toEqual([reply]);
    expect(offered(decision)).toEqual(choices);
  });

  it.each(Object.keys(CONTENT.packs.en.topics))('every topic of the menu can be tapped: %s', (id) => {
    const decision = turn(acquainted(), [tap(`topic:${id}`)]);

    expect(decision.replies).toHaveLength(1);
    expect(decision.taken?.topic).toBe(id);
  });

  it('long after it was offered still means the same', () => {
    expect(said(turn({ ...acquainted(), offered: [] }, [tap('topic:bus')]))).toEqual(['en:bus']);
  });

  it('remembers the topic', () => {
    expect(turn(acquainted(), [tap('topic:bus')]).conversation.lastTopic).toBe('bus');
  });
});

describe('choices were offered, and the parent types', () => {
  const before = {
    ...acquainted(),
    offered: [
      { id: 'topic:bus', title: 'School bus' },
      { id: 'topic:lunch', title: 'Lunch' },
      { id: 'person', title: 'Talk to a person' },
    ],
  };

  it.each([
    ['1', 'en:bus'],
    ['2', 'en:lunch'],
    ['2.', 'en:lunch'],
    ['２', 'en:lunch'],
    ['3', 'en:handoffOpened\n\nen:handoffUrgent'],
    ['school BUS!', 'en:bus'],
    ['talk to a person', 'en:handoffOpened\n\nen:handoffUrgent'],
  ])('%s', (words, reply) => {
    expect(said(turn(before, [text(words)]))).toEqual([reply]);
  });

  it.each(['0', '4', '99', '-', '2 kids'])('%s, which is none of them', (words) => {
    expect(said(turn(before, [text(words)]))[0]).toMatch(/notUnderstood|acknowledged/);
  });

  it('a number where nothing was offered is no choice', () => {
    expect(said(turn(acquainted(), [text('1')]))).toEqual(['en:notUnderstood']);
  });
});

describe("a button of somebody else's template", () => {
  it.each([
    ['STOP', 'en:stopped'],
    ['absent today', 'en:absence'],
    ['qwzx', 'en:notUnderstood'],
  ])('means what its words say: %s', (title, reply) => {
    expect(said(turn(acquainted(), [tap('survey-7', title)]))).toEqual([reply]);
  });
});
