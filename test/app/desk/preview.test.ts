import { TranslationFailedError, type Translator } from '#app/desk/ports.ts';
import { previewReply } from '#app/desk/preview.ts';
import { Preview } from '#contract/desk-api.ts';
import type { Lang } from '#core/language.ts';

const TEXT = 'Please come on Tuesday at 3:30 pm.';
const SPANISH = 'Por favor, venga el martes a las 15:30.';

/** Says what it is told to, and remembers what it was asked. */
const saying = (texts: Partial<Record<Lang, string>>) => {
  const asked: string[] = [];
  const translator: Translator = {
    translate: async (_, from, to) => {
      asked.push(`${from}>${to}`);
      return texts[to] ?? '';
    },
  };
  return { translator, asked };
};

describe('the preview of a reply', () => {
  it('shows how it reads, there and back, and that nothing changed', async () => {
    const { translator, asked } = saying({ es: SPANISH, en: 'Please come on Tuesday at 3:30 p.m.' });

    const preview = await previewReply({ translator }, { text: TEXT, lang: 'es', isEssential: false });

    expect(preview).toEqual({
      text: SPANISH,
      back: 'Please come on Tuesday at 3:30 p.m.',
      by: 'machine',
      policy: 'free',
      isEssential: false,
      changes: [],
      hints: [],
    });
    expect(asked).toEqual(['en>es', 'es>en']);
  });

  it('warns of what changed on the way', async () => {
    const { translator } = saying({
      es: 'Por favor, venga el jueves a las 15:30.',
      en: 'Please come on Thursday at 3:30 p.m.',
    });

    const { changes } = await previewReply({ translator }, { text: TEXT, lang: 'es', isEssential: false });

    expect(changes).toEqual([
      {
        kind: 'date',
        original: 'Tuesday',
        found: 'jueves',
        message: 'You wrote “Tuesday”; the translation seems to say “jueves”.',
      },
    ]);
  });

  it('is the text itself for a family that reads English, and asks nobody', async () => {
    const { translator, asked } = saying({});

    const preview = await previewReply({ translator }, { text: TEXT, lang: 'en', isEssential: true });

    expect(preview).toMatchObject({ by: 'same', text: TEXT, policy: 'free', isEssential: true });
    expect(asked).toEqual([]);
  });

  it('has hints but no translation where none is configured', async () => {
    const preview = await previewReply({}, { text: 'Bring the IEP.', lang: 'so', isEssential: false });

    expect(preview).toMatchObject({ by: 'none', policy: 'interpreter', isEssential: true });
    expect(preview).not.toHaveProperty('text');
    expect(preview.hints.map(({ words }) => words)).toEqual(['IEP']);
  });

  it.each<[string, Lang, boolean, string]>([
    ['See you on Friday.', 'vi', false, 'free'],
    ['See you on Friday.', 'vi', true, 'check'],
    ['He is suspended until Friday.', 'vi', false, 'check'],
    ['See you on Friday.', 'ht', false, 'check'],
    ['He is suspended until Friday.', 'ht', false, 'interpreter'],
    ['He is suspended until Friday.', 'fr', true, 'free'],
  ])('of %j in %s, essential by its topic %s, needs %s', async (text, lang, isEssential, policy) => {
    expect((await previewReply({}, { text, lang, isEssential })).policy).toBe(policy);
  });

  it('is what the contract says', async () => {
    const { translator } = saying({ ru: 'Придите в среду.', en: 'Come on Wednesday.' });

    const preview = await previewReply({ translator }, { text: TEXT, lang: 'ru', isEssential: false });

    expect(Preview.parse(JSON.parse(JSON.stringify(preview)))).toEqual(preview);
  });
});

describe('a translator that fails', () => {
  const failing = (failsOn: Lang): Translator => ({
    translate: async (text, _, to) => {
      if (to === failsOn) throw new TranslationFailedError('It is down.');
      return text;
    },
  });

  it.each<[string, Lang]>([
    ['on the way there', 'es'],
    ['on the way back', 'en'],
  ])('%s leaves the hints', async (_, failsOn) => {
    const preview = await previewReply(
      { translator: failing(failsOn) },
      { text: 'Please submit the form.', lang: 'es', isEssential: false },
    );

    expect(preview.by).toBe('failed');
    expect(preview).not.toHaveProperty('text');
    expect(preview.hints).toHaveLength(1);
  });

  it('by never answering is not waited for', async () => {
    const translator: Translator = { translate: () => new Promise(() => undefined) };

    const preview = await previewReply({ translator, withinMs: 20 }, { text: TEXT, lang: 'es', isEssential: false });

    expect(preview.by).toBe('failed');
  });

  it('in a way that nobody foresaw is not hidden', async () => {
    const translator: Translator = { translate: async () => Promise.reject(new TypeError('a fault of ours')) };

    await expect(previewReply({ translator }, { text: TEXT, lang: 'es', isEssential: false })).rejects.toThrow(
      TypeError,
    );
  });
});
