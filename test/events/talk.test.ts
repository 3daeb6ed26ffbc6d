import type { Conversation } from '#core/conversation.ts';
import type { Decision } from '#core/decision.ts';
import { NOTHING_COMING_UP } from '#core/opportunities/coming-up.ts';
import { NOW } from '../core/support/small-world.ts';
import { cardsOf, eventWorld, familyOf, tap, write } from './support/ask.ts';
import { OPPORTUNITIES } from './support/opportunities.ts';

const context = eventWorld();
const ids = ({ replies }: Decision) => replies.flatMap(({ choices }) => choices.map(({ id }) => id));
const body = ({ replies }: Decision) => replies.map((reply) => reply.body).join('\n');

/** Several texts one after the other, each some seconds after the one before. */
const talk = (as: string, texts: readonly string[]) => {
  let before: Conversation = familyOf(as, 'en');
  let now = NOW;
  let last: readonly string[] = [];
  let said: Decision | undefined;
  for (const text of texts) {
    now += 10_000;
    said = write(before, text, { ...context, now });
    last = cardsOf(before, said);
    before = said.conversation;
  }
  return { first: last[0] ?? 'nothing', conversation: before, said, now };
};

describe('a talk about what is coming up', () => {
  it('goes on with another day, for free, and for a child', () => {
    expect(talk('two', ['anything this saturday?']).first).toBe('soccer-lincoln');
    expect(talk('two', ['anything this saturday?', 'and on friday?']).first).toBe('nothing');
    expect(talk('two', ['what is coming up', 'for Omar']).first).toBe('esl-evening');
    expect(talk('oak7', ['any summer camp?']).first).toBe('camp-stem');
    expect(talk('oak7', ['any summer camp?', 'free ones']).first).toBe('camp-city');
  });

  it('an hour later it does not go on', () => {
    const { conversation, now } = talk('oak7', ['any summer camp?']);
    const later = { ...context, now: now + 61 * 60_000 };

    expect(write(conversation, 'free ones', later).taken?.kind).not.toBe('event');
  });

  it('shows four at a time, and more by tap or word', () => {
    const { said, conversation, now } = talk('lincoln3', ['what is coming up at school']);
    const shown = conversation.eventTalk?.shown ?? [];
    const more = tap(conversation, 'ev:more', { ...context, now: now + 10_000 });

    expect(shown).toHaveLength(4);
    expect(said && ids(said)).toEqual([
      ...shown.map((ref) => `ev:show:${ref.opportunity}:${ref.occurrence}`),
      'ev:more',
      'ev:find',
      'person',
    ]);
    expect(more.conversation.eventTalk?.shown).toHaveLength(4);
    expect(more.conversation.eventTalk?.shown).not.toEqual(expect.arrayContaining([shown[0]]));
    expect(talk('lincoln3', ['what is coming up at school', 'more']).conversation.eventTalk).toEqual(
      expect.objectContaining({ shown: more.conversation.eventTalk?.shown }),
    );
  });

  it('the number of a row shows all about it, and what can be done', () => {
    const { said, conversation } = talk('lincoln3', ['what events are there next week?', '2']);

    expect(conversation.eventTalk?.about?.opportunity).toBe(conversation.eventTalk?.shown?.[1]?.opportunity);
    expect(said && ids(said)).toEqual(expect.arrayContaining(['ev:list', 'ev:find', 'person']));
  });

  it('one that takes answers can be said yes to', () => {
    const shown = tap(familyOf('lincoln3', 'en'), 'ev:show:conf-lincoln:2026-12-03T15:00', context);

    expect(ids(shown).slice(0, 3)).toEqual([
      'ev:come:conf-lincoln:2026-12-03T15:00',
      'ev:remind:conf-lincoln:2026-12-03T15:00',
      'ev:ics:conf-lincoln:2026-12-03T15:00',
    ]);
  });

  it.each([
    ['past', 'ev:show:conf-lincoln-past:2026-11-12T15:00'],
    ['cancelled', 'ev:show:workshop-oak-cancelled:2026-11-30T18:00'],
    ['cancelled that once', 'ev:show:game-night-river:2026-12-04T18:00'],
    ['unchecked', 'ev:show:eye-river-unchecked:2026-12-01T09:00'],
    ['unknown', 'ev:show:never:2026-12-01T09:00'],
  ])('one that is %s is said to be over, with what is coming up', (_, id) => {
    const said = tap(familyOf('river11', 'en'), id, context);

    expect(body(said)).toContain(context.content.packs.en.events.says.over);
    expect(said.conversation.eventTalk?.shown?.[0]?.opportunity).toBe('esl-evening');
  });

  it('where nothing fits it says so, and offers to tell when something comes', () => {
    const { said } = talk('lincoln3', ['is there any football game on friday?']);

    expect(said && body(said)).toContain('I do not know of anything for');
    expect(said && ids(said)).toEqual(expect.arrayContaining(['ev:tell:game', 'ev:list', 'ev:find', 'person']));
  });

  it('asks what a family looks for, and takes a tap or words', () => {
    const asked = tap(familyOf('oak7', 'en'), 'ev:find', context);
    const later = { ...context, now: NOW + 10_000 };

    expect(ids(asked)).toHaveLength(10);
    expect(cardsOf(asked.conversation, tap(asked.conversation, 'ev:find:conference', later))[0]).toBe('conf-oak');
    expect(cardsOf(asked.conversation, write(asked.conversation, 'summer camp', later))[0]).toBe('camp-stem');
  });

  it('below the answer of a topic stand two of what is coming up', () => {
    const family = familyOf('lincoln3', 'en');
    const said = write(family, 'how do I help in the school as a volunteer', context);

    expect(said.taken).toEqual({ kind: 'answer', topic: 'volunteering' });
    expect(cardsOf(family, said)).toEqual(['volunteer-food', 'volunteer-lincoln']);
  });

  it('a district that has told nothing answers by its topics', () => {
    const said = write(familyOf('lincoln3', 'en'), 'when are conferences?', {
      ...context,
      comingUp: NOTHING_COMING_UP,
    });

    expect(said.taken).toEqual({ kind: 'answer', topic: 'teacher-conference' });
  });

  it('nothing is said that is longer than a message with choices may be', () => {
    for (const lang of ['en', 'ar', 'so', 'zh'] as const) {
      for (const { id, occurrences } of OPPORTUNITIES) {
        const said = tap(familyOf('unknown', lang), `ev:show:${id}:${occurrences.at(-1)?.key}`, context);
        for (const reply of said.replies) expect(reply.body.length).toBeLessThanOrEqual(1000);
      }
    }
  });
});
