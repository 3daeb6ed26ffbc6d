import { MESSAGE_NAMES } from '#core/content.ts';
import { LANGS } from '#core/language.ts';
import { type Files, problemsIn, SMALL, withFile } from './support/small-content.ts';

const BUS = 'en/topics/bus.md';
const FOLDER = 'lambdas/content';
const split = <Item>(items: readonly Item[], isFirst: (item: Item) => boolean) =>
  [items.filter(isFirst), items.filter((item) => !isFirst(item))] as const;
const replaced = (from: string | RegExp, to: string) => (text: string) => text.replace(from, to);
/** All languages alike. */
const inAll = (name: string, change: (text: string) => string): Files => ({
  ...SMALL,
  ...Object.fromEntries(LANGS.map((lang) => [`${lang}/${name}`, change(SMALL[`${lang}/${name}`] ?? '')])),
});
const lineOfReview = (lang: string) => (lang === 'en' ? 16 : 7);

describe('content with nothing wrong in it', () => {
  it('has no problem', () => {
    expect(problemsIn(SMALL)).toEqual([]);
  });
});

describe('one thing wrong', () => {
  it.each<readonly [string, Files, string]>([
    [
      'no front matter',
      withFile(BUS, () => 'Only words.\n'),
      `${BUS}:1: error: the front matter is missing: begin the file with a line of three dashes`,
    ],
    [
      'front matter that is never closed',
      withFile(BUS, replaced('---\n\nCall', 'Call')),
      `${BUS}:1: error: the front matter is missing: begin the file with a line of three dashes`,
    ],
    [
      'broken YAML',
      withFile(BUS, replaced('area: daily', 'area: [daily')),
      `${BUS}:4: error: this is not valid YAML: `,
    ],
    [
      'a key that stands twice',
      withFile(BUS, replaced('area: daily\n', 'area: daily\narea: daily\n')),
      `${BUS}:4: error: this is not valid YAML: Map keys must be unique`,
    ],
    [
      'an unknown field',
      withFile(BUS, replaced('area: daily\n', 'area: daily\ncolour: red\n')),
      `${BUS}:4: error: colour is no field of the file: remove it`,
    ],
    [
      'an unknown area',
      withFile(BUS, replaced('area: daily', 'area: space')),
      `${BUS}:3: error: area must be one of enrollment, attendance, daily`,
    ],
    [
      'an unknown kind of harm',
      withFile(BUS, replaced('harm: none', 'harm: maybe')),
      `${BUS}:4: error: harm must be one of none, legal, health, safety, money`,
    ],
    [
      'a missing field',
      withFile(BUS, replaced('scope: national\n', '')),
      `${BUS}:2: error: scope must be one of national, state, district`,
    ],
    [
      'no title',
      withFile(BUS, replaced('title: About bus', 'title: ""')),
      `${BUS}:2: error: title is missing or wrong: Too small`,
    ],
    [
      'a fact that does not exist',
      withFile(BUS, replaced('facts: [officePhone]', 'facts: [busColour]')),
      `${BUS}:6: error: facts.0 must be one of districtName, schoolName, officePhone`,
    ],
    [
      'a source that is no address',
      withFile(BUS, replaced('https://example.org/handbook', 'the handbook')),
      `${BUS}:10: error: sources.0.url is missing or wrong: must be an https address`,
    ],
    [
      'a review date that is no date',
      withFile(BUS, replaced('due: 2027-03-01', 'due: spring')),
      `${BUS}:16: error: review.due is missing or wrong: must be a date like 2027-05-22`,
    ],
    [
      'a fact that is used and not listed',
      withFile(BUS, replaced('Call {{officePhone|the office}}', 'Call {{officePhone|us}} or {{busDesk|the driver}}')),
      `${BUS}:42: error: the text uses the fact busDesk: list it under facts of the en file`,
    ],
    [
      'a fact that is listed and not used',
      withFile(BUS, replaced('facts: [officePhone]', 'facts: [officePhone, busDesk]')),
      `${BUS}:42: error: the text does not use the fact busDesk, which is listed: use it`,
    ],
    [
      'a fact without words for when it is missing',
      withFile(BUS, replaced('{{officePhone|the office}}', '{{officePhone|the office}} or {{officePhone}}')),
      `${BUS}:42: error: a fact has no fallback: write {{fact|words for when it is missing}}`,
    ],
    [
      'a title that is too long',
      withFile(BUS, replaced('title: About bus', `title: ${'b'.repeat(25)}`)),
      `${BUS}:2: error: the title has 25 characters: 24 fit a row to tap`,
    ],
    [
      'a text that is too long',
      withFile(BUS, replaced('Call', `${'b'.repeat(850)} Call`)),
      `${BUS}:42: error: the text has 893 characters: 850 fit one message with buttons`,
    ],
    [
      'a text that is missing',
      withFile(BUS, (text) => text.replace('[officePhone]', '[]').replace(/---\n\nCall.*\n/, '---\n')),
      `${BUS}:41: error: the text is missing below the front matter`,
    ],
    [
      'too few questions',
      withFile(BUS, replaced('  - bus question 20 in en\n', '')),
      `${BUS}:17: error: only 19 questions: at least 20 are needed`,
    ],
    [
      'a related topic that does not exist',
      withFile(BUS, replaced('related: []', 'related: [train]')),
      `${BUS}:7: error: the related topic train does not exist`,
    ],
    [
      'a topic that is related to itself',
      withFile(BUS, replaced('related: []', 'related: [lunch, bus]')),
      `${BUS}:7: error: the related topic bus does not exist`,
    ],
    [
      'a question that stands twice in one topic',
      withFile(BUS, replaced('bus question 20 in en', 'Bus question 1, in EN?')),
      `${BUS}:37: error: the question "Bus question 1, in EN?" stands in bus too: keep it where it belongs`,
    ],
    [
      'a question that stands in two topics',
      withFile('en/topics/lunch.md', replaced('lunch question 3 in en', 'bus question 3 in en')),
      'en/topics/lunch.md:20: error: the question "bus question 3 in en" stands in bus too: keep it where it belongs',
    ],
    [
      'a topic that is not translated',
      withFile('es/topics/lunch.md', () => undefined),
      'es/topics/lunch.md:1: warning: not translated: write it',
    ],
    [
      'a topic of the menu that is not translated',
      withFile('es/topics/bus.md', () => undefined),
      'es/topics/bus.md:1: error: not translated: write it',
    ],
    [
      'a translation of nothing',
      { ...SMALL, 'es/topics/train.md': SMALL['es/topics/bus.md'] ?? '' },
      'es/topics/train.md:1: error: there is no en/topics/train.md: write it first',
    ],
    [
      'a safety text that is missing',
      withFile('es/safety/violence.md', () => undefined),
      'es/safety/violence.md:1: error: the safety text is missing: write it',
    ],
    [
      'a safety text without words',
      withFile('es/safety/violence.md', replaced('Call 911.\n', '')),
      'es/safety/violence.md:99: error: the safety text is missing',
    ],
    [
      'a safety text for a danger that we do not know',
      { ...SMALL, 'en/safety/boredom.md': SMALL['en/safety/violence.md'] ?? '' },
      'en/safety/boredom.md:1: error: boredom is not a kind of danger: name the file after one of medical-emergency',
    ],
    [
      'a safety text without phrases',
      withFile('en/safety/violence.md', replaced('phrases:\n  - violence now\n', 'phrases: []\n')),
      'en/safety/violence.md:12: error: phrases is missing or wrong: Too small',
    ],
    [
      'a harm in a translation',
      withFile('es/topics/bus.md', replaced('title: About bus', 'harm: money\ntitle: About bus')),
      'es/topics/bus.md:2: error: harm is no field of the file: remove it',
    ],
    [
      'a line out of scope that a topic answers',
      withFile('es/out-of-scope.txt', (text) => `${text}Bus question 4 in ES!\n`),
      'es/out-of-scope.txt:2: error: "Bus question 4 in ES!" is a question of bus: it cannot be out of scope',
    ],
    [
      'a number that changed in translation',
      withFile('es/safety/violence.md', replaced('Call 911.', 'Call 119.')),
      'es/safety/violence.md:99: error: the numbers are 119, and 911 in en: make them the same',
    ],
    [
      'no source',
      withFile(BUS, replaced(/sources:\n(?: .*\n)+/, 'sources: []\n')),
      `${BUS}:8: error: no source: name where each fact was looked up`,
    ],
    [
      'few cues',
      withFile(BUS, replaced(/cues: .*/, 'cues: bus, stop')),
      `${BUS}:39: warning: fewer than 30 cues: they teach the words of the topic`,
    ],
    [
      'few examples of a danger',
      withFile('es/safety/violence.md', replaced('  - examples 40\n', '')),
      'es/safety/violence.md:15: warning: only 39 examples: at least 40 are needed',
    ],
    [
      'a reviewed text that does not say by whom',
      withFile(BUS, replaced('  by: "A. Reader"\n', '')),
      `${BUS}:15: error: a reviewed text says by whom and on which day: add review.by and review.on`,
    ],
    [
      'a menu that names an unknown topic',
      withFile('menu.yaml', replaced('first:\n  - bus', 'first:\n  - bus\n  - train')),
      'menu.yaml:3: error: the topic train does not exist',
    ],
    [
      'a menu that leaves a topic out',
      withFile('menu.yaml', replaced('[lunch]', '[]')),
      'menu.yaml:3: error: the topic lunch stands in no section of the menu',
    ],
    [
      'a menu that names a topic twice',
      withFile('menu.yaml', replaced('[lunch]', '[lunch, bus]')),
      'menu.yaml:5: error: the topic bus stands in the menu twice',
    ],
    [
      'a menu with talk in it',
      withFile(BUS, replaced('area: daily', 'kind: talk\narea: daily')),
      'menu.yaml:2: error: bus is no answer: leave it out of the menu',
    ],
    ['no menu', withFile('menu.yaml', () => undefined), 'menu.yaml:1: error: the file is missing: create it'],
    [
      'a message that is missing',
      withFile('es/messages.yaml', replaced(/ {2}welcome: .*\n/, '')),
      'es/messages.yaml:2: error: messages.welcome is missing or wrong',
    ],
    [
      'a message that nobody uses',
      withFile('es/messages.yaml', (text) => `${text}  farewell: "bye"\n`),
      `es/messages.yaml:${MESSAGE_NAMES.length + 3}: error: farewell is no field of messages: remove it`,
    ],
    [
      'a group of words that is empty',
      withFile('es/words.yaml', replaced('stop: [stop es]', 'stop: []')),
      'es/words.yaml:1: error: stop is missing or wrong',
    ],
    [
      'a word that YAML takes for true or false',
      withFile('en/words.yaml', replaced('yes: [yes en]', 'yes: [true]')),
      'en/words.yaml:10: error: yes.0 is missing or wrong',
    ],
  ])('%s', (_, files, expected) => {
    const file = `${FOLDER}/${expected.slice(0, expected.indexOf(':'))}:`;
    const [own, others] = split(problemsIn(files), (problem) => problem.startsWith(file));

    expect(own).toEqual(expect.arrayContaining([expect.stringContaining(`${FOLDER}/${expected}`)]));
    // What is wrong with a topic of the source language is wrong in all; nothing else may be.
    expect(others.filter((problem) => !/\/topics\/(?:bus|lunch)\.md:|\/menu\.yaml:/.test(problem))).toEqual([]);
  });
});

describe('the next review of a text', () => {
  const due = (harm: string, area: string, date: string) =>
    problemsIn(
      inAll('topics/bus.md', (text) =>
        text.replace('harm: none', `harm: ${harm}`).replace('area: daily', `area: ${area}`).replace('2027-03-01', date),
      ),
    ).filter((problem) => problem.includes('topics/bus.md'));

  it.each([
    ['none', 'daily', '2027-12-28', 400],
    ['money', 'meals', '2027-12-28', 400],
    ['health', 'health', '2027-05-22', 180],
    ['legal', 'enrollment', '2027-05-22', 180],
    ['safety', 'daily', '2027-05-22', 180],
    ['legal', 'privacy', '2026-12-23', 30],
  ])('of harm %s in the area %s may be on %s and not a day later', (harm, area, last, days) => {
    const dayAfter = new Date(Date.parse(last) + 86_400_000).toISOString().slice(0, 10);

    expect(due(harm, area, last)).toEqual([]);
    expect(due(harm, area, dayAfter)).toEqual(
      LANGS.map(
        (lang) =>
          `${FOLDER}/${lang}/topics/bus.md:${lineOfReview(lang)}: error: the next review may be at most ${days} days away for this harm`,
      ),
    );
  });

  it('that was due yesterday is a warning: the bot withholds it where it could harm', () => {
    expect(due('none', 'daily', '2026-11-22')).toEqual(
      LANGS.map(
        (lang) =>
          `${FOLDER}/${lang}/topics/bus.md:${lineOfReview(lang)}: warning: the review was due on 2026-11-22: read it again and set a new date`,
      ),
    );
  });

  it('of a draft is a warning: nobody has read it yet', () => {
    expect(problemsIn(withFile(BUS, replaced('state: reviewed', 'state: draft')))).toEqual([
      `${FOLDER}/${BUS}:13: warning: nobody has reviewed this text yet`,
    ]);
  });
});

describe('many things wrong', () => {
  it('are all told at once, each with its line', () => {
    const problems = problemsIn(
      withFile(BUS, (text) =>
        text
          .replace('area: daily', 'area: space')
          .replace('harm: none', 'harm: maybe')
          .replace('facts: [', 'facts: [x, '),
      ),
    );

    expect(problems.map((problem) => problem.split(': ')[0])).toEqual(
      expect.arrayContaining([3, 4, 6].map((line) => `${FOLDER}/${BUS}:${line}`)),
    );
  });
});
