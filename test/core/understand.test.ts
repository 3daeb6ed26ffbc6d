import { DANGERS, type Danger, type WordGroup } from '#core/content.ts';
import { LANGS } from '#core/language.ts';
import { demoWorld } from '../../bin/local/talk.ts';
import {
  ASKS_FOR_NO_PERSON,
  ASKS_FOR_PERSON,
  DANGERS_TOLD,
  HARMLESS,
  KNOWN_GAPS,
  SENTENCES,
} from './support/sentences.ts';
import { NOW } from './support/small-world.ts';

const { understand, content } = demoWorld(NOW);
const dangerIn = (words: string): Danger | undefined => {
  const understood = understand(words, {});
  return understood.kind === 'danger' ? understood.danger : undefined;
};

describe('what Homeroom was made for', () => {
  it.each([
    ['my boy has fever can he go school', 'sick-child', 'en'],
    ['mi hija va a faltar mañana', 'report-absence', 'es'],
  ])('"%s" is answered with %s', (words, topic, lang) => {
    const understood = understand(words, {});

    expect(understood).toMatchObject({ kind: 'topic', lang });
    expect(understood.candidates[0]?.topic).toBe(topic);
  });

  it.each<readonly [string, WordGroup, string]>([
    ['hola', 'hello', 'es'],
    ['HOLA!!', 'hello', 'es'],
    ['Hi', 'hello', 'en'],
    ['STOP', 'stop', 'en'],
    ['stop.', 'stop', 'en'],
    ['ALTO', 'stop', 'es'],
    ['START', 'start', 'en'],
    ['gracias', 'thanks', 'es'],
    ['Español', 'switch', 'es'],
    ['English please', 'switch', 'en'],
    ['menu', 'menu', 'en'],
  ])('"%s" is %s', (words, group, lang) => {
    expect(understand(words, {})).toMatchObject({ kind: 'words', group, lang });
  });

  it.each(LANGS)('a wish for a person in other words is understood: %s', (lang) => {
    const missed = ASKS_FOR_PERSON[lang].filter((words) => {
      const understood = understand(words, {});
      return understood.kind !== 'words' || understood.group !== 'person';
    });

    expect(missed).toEqual([]);
  });

  it.each(LANGS)('a person who is only named is no wish for one: %s', (lang) => {
    expect(ASKS_FOR_NO_PERSON[lang].filter((words) => understand(words, {}).kind === 'words')).toEqual([]);
  });

  it.each(['talk to the teacher', 'llamar al maestro', 'hablar con la maestra'])(
    '"%s" is about the teacher',
    (words) => {
      expect(understand(words, {}).candidates[0]?.topic).toBe('reach-teacher');
    },
  );

  it.each(['please stop the bus at our corner', 'can you stop by the office', 'when does school start'])(
    '"%s" is no command',
    (words) => expect(understand(words, {}).kind).not.toBe('words'),
  );
});

describe.each(LANGS)('danger told in %s', (lang) => {
  it('is found, but for known gaps', () => {
    const missed = DANGERS_TOLD[lang].filter(([words, danger]) => dangerIn(words) !== danger).map(([words]) => words);

    expect(missed).toEqual(KNOWN_GAPS[lang]);
  });

  it('is not found in what only looks alike', () => {
    expect(HARMLESS[lang].filter((words) => dangerIn(words))).toEqual([]);
  });

  it('every kind of danger is among them', () => {
    expect(new Set(DANGERS_TOLD[lang].map(([, danger]) => danger))).toEqual(new Set(DANGERS));
  });

  it('none of them stands in the content', () => {
    const phrases = new Set(content.packs[lang].safety.flatMap((text) => [...text.phrases, ...text.unless]));
    const all = [...DANGERS_TOLD[lang].map(([words]) => words), ...HARMLESS[lang]];

    expect(all.filter((words) => phrases.has(words))).toEqual([]);
    expect(all.length).toBeGreaterThanOrEqual(50);
  });

  it.each(LANGS)('is found as well when %s was spoken before', (prior) => {
    const missed = DANGERS_TOLD[lang].filter(
      ([words]) => (understand(words, { lang: prior }).kind === 'danger') !== (dangerIn(words) !== undefined),
    );

    expect(missed).toEqual([]);
  });
});

describe.each(LANGS)('sentences of five words and more in %s', (lang) => {
  it('are at least thirty', () => {
    expect(SENTENCES[lang].filter((words) => words.split(' ').length >= 5).length).toBeGreaterThanOrEqual(30);
  });

  it.each(SENTENCES[lang])('"%s"', (words) => {
    expect(understand(words, {}).lang).toBe(lang);
  });
});

describe('a text without a hint of its language', () => {
  it.each(['👍', '1', '2', '3', '25', '...', '', '8:05', '2️⃣'])('%j keeps the language of the talk', (words) => {
    for (const lang of LANGS) {
      expect(understand(words, { lang })).toMatchObject({ kind: 'unknown', lang, langCertainty: 'none' });
    }
  });

  it.each(['متى تبدأ المدرسة', '学校几点开始', 'О котрій починається школа', 'ትምህርት ቤት ስንት ሰዓት ይጀምራል'])(
    'in a script that we do not read, "%s" is not understood, and no language is taken for sure',
    (words) => {
      const understood = understand(words, {});

      expect(understood.kind).toBe('unknown');
      expect(understood.langCertainty).not.toBe('sure');
    },
  );
});

describe('candidates', () => {
  it.each(SENTENCES.en.slice(0, 8))('of "%s" are at most ten, best first, between 0 and 1', (words) => {
    const { candidates } = understand(words, {});
    const confidences = candidates.map(({ confidence }) => confidence);

    expect(candidates.length).toBeLessThanOrEqual(10);
    expect(confidences).toEqual(confidences.toSorted((one, other) => other - one));
    expect(confidences.every((confidence) => confidence >= 0 && confidence <= 1)).toBe(true);
  });
});
