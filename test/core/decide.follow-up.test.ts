import type { Conversation } from '#core/conversation.ts';
import { topicId } from '#core/ids.ts';
import { acquainted, offered, said, stranger, tap, text, turn, waitingForPerson } from './support/given.ts';

const following = (topic: string, alternatives: readonly string[] = []): Conversation => ({
  ...acquainted(),
  lastTopic: topicId(topic),
  alternatives: alternatives.map(topicId),
});
const FEEDBACK = ['helpful', 'not_helpful', 'another'];

describe('words that follow an answer', () => {
  it('"and for my older son?" repeats the answer and says that it holds for every child', () => {
    const decision = turn(following('fever'), [text('and for my older son?')]);

    expect(said(decision)).toEqual(['en:sameForAll\n\nen:fever: call the office']);
    expect(decision.taken).toEqual({ kind: 'answer', topic: 'fever' });
    expect(decision.conversation.lastTopic).toBe('fever');
  });

  it('"and for my older son?" before any answer asks for the question', () => {
    expect(said(turn(acquainted(), [text('and for my older son?')]))).toEqual(['en:same-for-other-child']);
  });

  it('"what number do I call?" gives the numbers that the last answer named', () => {
    const facts = { districtName: 'Riverbend', officePhone: '+1 312-555-0100', busDesk: '+1 312-555-0101' };
    const decision = turn(following('fever'), [text('what number do I call?')], { facts });

    expect(said(decision)).toEqual(['en:numberForThis en:fever\n+1 312-555-0100']);
    expect(decision.taken?.kind).toBe('answer');
  });

  it.each([
    ['before any answer', acquainted()],
    ['after an answer that named none', following('bus')],
    ['where the district has given none', following('fever')],
  ])('"what number do I call?" %s gives the general answer', (_, before) => {
    expect(said(turn(before, [text('what number do I call?')]))).toEqual(['en:phone-numbers']);
  });

  it('"that is not what I asked" offers what came close besides, a person, the topics', () => {
    const decision = turn(following('fever', ['absence', 'bus']), [text('that is not what I asked')]);

    expect(said(decision)).toEqual(['en:sorryNotHelpful']);
    expect(offered(decision)).toEqual(['topic:absence', 'topic:bus', 'person', 'menu']);
  });

  it('"another question" asks for it', () => {
    expect(said(turn(following('fever'), [text('another question')]))).toEqual(['en:askAway']);
  });

  it('a declined question says so, and the last answer stays the last', () => {
    const decision = turn(following('fever'), [text('I need a job')]);

    expect(said(decision)).toEqual(['en:jobs']);
    expect(decision.taken).toEqual({ kind: 'declined', topic: 'jobs' });
    expect(offered(decision)).toEqual(['person', 'menu']);
    expect(decision.conversation.lastTopic).toBe('fever');
  });
});

describe('taps on how an answer was', () => {
  it.each([
    ['helpful', 'en:gladItHelped'],
    ['not_helpful', 'en:sorryNotHelpful'],
    ['another', 'en:askAway'],
  ])('%s', (id, reply) => {
    expect(said(turn(following('fever'), [tap(id)]))).toEqual([reply]);
  });
});

describe('several questions in one message', () => {
  it('the first of them is answered, the others are offered under it', () => {
    const decision = turn(acquainted(), [text('fever and bus and lunch')]);

    expect(said(decision)).toEqual(['en:fever: call the office\n\nen:alsoAsked']);
    expect(offered(decision)).toEqual(['topic:bus', 'topic:lunch', 'person', ...FEEDBACK]);
  });
});

describe('words that may tell of danger', () => {
  it.each([
    ['from somebody we know', acquainted()],
    ['while a person is awaited', waitingForPerson()],
  ])('%s: 911 is said, the danger and what came close are offered, nobody is paged', (_, before) => {
    const decision = turn(before, [text('something with a knife')]);

    expect(said(decision)).toEqual(['en:dangerAsk']);
    expect(offered(decision)).toEqual(['danger:violence', 'topic:lunch', 'person']);
    expect(decision.effects.filter(({ kind }) => kind === 'page_staff')).toEqual([]);
  });

  it('a tap on the danger gives the fixed text and pages staff', () => {
    const decision = turn(acquainted(), [tap('danger:violence')]);

    expect(said(decision)).toEqual(['en:violence']);
    expect(decision.effects.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['open_handoff', 'page_staff']));
  });
});

describe('words in a language that we do not speak', () => {
  it('from a stranger: all languages to tap, asked in more than one', () => {
    const decision = turn(stranger, [text('anong oras po')]);

    expect(said(decision)[0]).toContain('en:chooseLanguage\nes:chooseLanguage');
    expect(offered(decision)).toContain('lang:es');
    expect(offered(decision).at(-1)).toBe('person');
  });

  it('from somebody who spoke one of ours before: said so in that one', () => {
    const decision = turn(acquainted('es'), [text('anong oras po')]);

    expect(said(decision)).toEqual(['es:otherLanguage']);
    expect(decision.conversation.profile.language).toEqual({ lang: 'es', source: 'detected' });
  });
});
