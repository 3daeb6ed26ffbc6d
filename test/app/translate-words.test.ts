/** A family's own words in English, before it says yes to them. */
import type { Translator } from '#app/desk/ports.ts';
import { translatedWords } from '#app/translate-words.ts';
import type { Conversation } from '#core/conversation.ts';
import { type FlowState, newFlow } from '#core/flows/flow.ts';
import { acquainted, message, text } from '../core/support/given.ts';
import { NOW } from '../core/support/small-world.ts';

const asking = (asked: FlowState['asked'], lang: 'es' | 'en' = 'es', isOffered = false): Conversation => ({
  ...acquainted(lang),
  flow: { ...newFlow('message', 1, NOW), asked, isOffered },
});

/** A service that knows one sentence; what it was asked is kept. */
const knowing = (english: string, back: string) => {
  const asked: string[] = [];
  const translator: Translator = {
    translate: async (words, _from, to) => {
      asked.push(words);
      return to === 'en' ? english : back;
    },
  };
  return { translator, asked };
};

const SAID = [message(text('Mi hijo no comió el 12 de marzo'))];

describe("a family's own words", () => {
  it('are read back in English and in their language, where a task waits for them', async () => {
    const { translator } = knowing('My son did not eat on March 12', 'Mi hijo no comió el 12 de marzo');
    expect(await translatedWords(translator, asking('words'), SAID, NOW)).toEqual({
      english: 'My son did not eat on March 12',
      back: 'Mi hijo no comió el 12 de marzo',
      isChanged: false,
    });
  });

  it.each([
    ['a day', 'My son did not eat on March 21'],
    ['a month', 'My son did not eat on May 12'],
  ])('are marked where %s has changed on the way', async (_, english) => {
    const { translator } = knowing(english, 'Mi hijo no comió');
    expect(await translatedWords(translator, asking('words'), SAID, NOW)).toMatchObject({ isChanged: true });
  });

  it('lose what is private before they go anywhere', async () => {
    const { translator, asked } = knowing('x', 'y');
    await translatedWords(translator, asking('words'), [message(text('Mi número es 123-45-6789, gracias'))], NOW);
    expect(asked[0]).not.toContain('6789');
    expect(asked[0]).toContain('gracias');
  });

  it.each([
    ['where something else is asked', asking('days')],
    ['where no task is in progress', acquainted('es')],
    ['where a task is only offered', asking('words', 'es', true)],
    ['of whoever writes English', asking('words', 'en')],
  ])('go nowhere %s', async (_, conversation) => {
    const { translator, asked } = knowing('x', 'y');
    expect(await translatedWords(translator, conversation, SAID, NOW)).toBeUndefined();
    expect(asked).toEqual([]);
  });

  it('stay as they are where there is no service', async () => {
    expect(await translatedWords(undefined, asking('words'), SAID, NOW)).toBeUndefined();
  });
});
