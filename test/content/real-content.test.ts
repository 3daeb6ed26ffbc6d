import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONTENT_FILES, type ContentIndex, loadContent } from '#adapters/content/compiled.ts';
import { encodeModel } from '#adapters/content/model-file.ts';
import { DANGERS, MESSAGE_NAMES, WORD_GROUPS } from '#core/content.ts';
import { type DistrictFacts, fillFacts } from '#core/facts.ts';
import { numberId } from '#core/ids.ts';
import { LANGS, type Lang } from '#core/language.ts';
import { normalise } from '#core/understanding/normalise.ts';
import { compileContent, contentProblems } from '../../bin/content/compile-content.ts';
import { problemText } from '../../bin/content/problem.ts';
import { trainMatcher } from '../../bin/content/train-language.ts';
import { demoWorld } from '../../bin/local/talk.ts';

const TODAY = '2026-11-23';
const NOW = Date.parse(`${TODAY}T15:00:00Z`);
const folder = compileContent();
const { content } = loadContent(folder);
const { signals } = JSON.parse(readFileSync(join(folder, CONTENT_FILES.index), 'utf8')) as ContentIndex;
const { factsOf } = demoWorld(NOW);

/** Districts that tell all, and one that has told nothing but its name. */
const DISTRICTS: readonly (readonly [string, DistrictFacts])[] = [
  ['a school of the demo district', factsOf(numberId('100000000000001'))],
  ['the demo district as a whole', factsOf(numberId('0'))],
  ['a district that has told nothing', { districtName: 'Riverbend' }],
];

const topicsOf = (lang: Lang) => Object.values(content.packs[lang].topics);
const eachText = (lang: Lang): readonly (readonly [string, string])[] => [
  ...topicsOf(lang).map(({ id, body }) => [`topic ${id}`, body] as const),
  ...content.packs[lang].safety.map(({ danger, body }) => [`safety ${danger}`, body] as const),
  ...MESSAGE_NAMES.map((name) => [`message ${name}`, content.packs[lang].messages[name]] as const),
];

describe('the real content', () => {
  it('has no errors', () => {
    const errors = contentProblems(TODAY).problems.filter(({ severity }) => severity === 'error');

    expect(errors.map(problemText)).toEqual([]);
  });

  it('has all dangers in every language', () => {
    for (const lang of LANGS) {
      expect(content.packs[lang].safety.map(({ danger }) => danger).sort()).toEqual([...DANGERS].sort());
    }
  });

  it('has every topic of the menu in every language', () => {
    const offered = [...content.menu.first, ...Object.values(content.menu.sections).flat()];

    for (const lang of LANGS) {
      expect(offered.filter((id) => content.packs[lang].topics[id] === undefined)).toEqual([]);
    }
  });

  it('survives JSON', () => {
    expect(JSON.parse(JSON.stringify(content))).toEqual(content);
  });
});

describe('compiling', () => {
  it('gives the same bytes every time', () => {
    const written = contentProblems(TODAY).content.languages.find(({ lang }) => lang === 'en');
    // A part is enough to see chance at work, and takes a part of the time.
    const some = written && {
      ...written,
      topics: written.topics.filter(({ topic }) => ['report-absence', 'sick-child', 'school-bus'].includes(topic.id)),
      safety: written.safety.slice(0, 2),
    };
    const bytes = () => {
      if (!some) return undefined;
      const { model, calibration } = trainMatcher(some);
      return encodeModel(model, calibration);
    };

    expect(some?.topics).toHaveLength(3);
    expect(bytes()).toEqual(bytes());
  });
});

/** What the code puts into sentences, as it might be. */
const filledIn = (text: string) =>
  text
    .replace('{time}', '3:30')
    .replace('{opens}', '8:00')
    .replace('{name}', 'Ms. Rivera')
    // What the family has told, and a receipt.
    .replace(/\{(?:language|children|requests|days|code)\}/g, 'Juan');

describe.each(LANGS)('the titles of topics in %s', (lang) => {
  it('fit a row to tap', () => {
    expect(topicsOf(lang).filter(({ title }) => title.length > 24)).toEqual([]);
  });

  it('are all different: a typed title means one topic', () => {
    const titles = topicsOf(lang).map(({ title }) => normalise(title));

    expect(new Set(titles).size).toBe(titles.length);
  });

  it('are no command: a typed title is never taken for one', () => {
    const words = new Set(WORD_GROUPS.flatMap((group) => signals[lang].words[group].map(normalise)));

    const offered = topicsOf(lang).filter(({ kind }) => kind !== 'talk');

    expect(offered.filter(({ title }) => words.has(normalise(title)))).toEqual([]);
  });
});

describe.each(LANGS)('the choices around an answer in %s', (lang) => {
  it.each(['talkToPerson', 'showMenu', 'start', 'chooseLabel'] as const)('%s fits a button', (name) => {
    expect(content.packs[lang].messages[name].length).toBeLessThanOrEqual(20);
  });

  it.each(['moreTopics', 'changeLanguage'] as const)('%s fits a row', (name) => {
    expect(content.packs[lang].messages[name].length).toBeLessThanOrEqual(24);
  });
});

describe.each(LANGS)('every text in %s', (lang) => {
  describe.each(DISTRICTS)('for %s', (_, facts) => {
    const filled = eachText(lang).map(([name, body]) => [name, filledIn(fillFacts(body, facts, lang))] as const);

    it('has no place left to fill', () => {
      expect(filled.filter(([, text]) => /[{}]|undefined/.test(text))).toEqual([]);
    });

    it('fits one message', () => {
      expect(filled.filter(([, text]) => text.length > 1024).map(([name]) => name)).toEqual([]);
    });

    it('has no doubled full stop, no doubled space, no space before a full stop', () => {
      expect(filled.filter(([, text]) => /(?<!\.)\.\.(?!\.)|[^\n] {2}| [.,;!?]/.test(text))).toEqual([]);
    });

    it('of an answer ends like a sentence', () => {
      const isWhole = (text: string) => /[.!?)…:؟。！？)）”"»*]$|https?:\/\/\S+$/u.test(text);
      const answers = filled.filter(([name]) => !name.startsWith('message'));

      expect(answers.filter(([, text]) => !isWhole(text))).toEqual([]);
    });

    it('begins and ends without a blank', () => {
      expect(filled.filter(([, text]) => text !== text.trim() || text === '')).toEqual([]);
    });
  });
});

describe.each(LANGS)('the words of commands and small talk in %s', (lang) => {
  it('stand in one group each, once', () => {
    const all = WORD_GROUPS.flatMap((group) => signals[lang].words[group].map((word) => [normalise(word), group]));
    const counts = Map.groupBy(all, ([word]) => word);

    expect([...counts.values()].filter((same) => same.length > 1)).toEqual([]);
  });

  it('have letters or digits', () => {
    const words = WORD_GROUPS.flatMap((group) => signals[lang].words[group]);

    expect(words.filter((word) => normalise(word) === '')).toEqual([]);
  });
});

describe('commands of all languages', () => {
  it('STOP in one language is no other command in another', () => {
    const stops = new Set(LANGS.flatMap((lang) => signals[lang].words.stop.map(normalise)));
    const others = LANGS.flatMap((lang) =>
      WORD_GROUPS.filter((group) => group !== 'stop').flatMap((group) => signals[lang].words[group]),
    );

    expect(others.filter((word) => stops.has(normalise(word)))).toEqual([]);
  });
});
