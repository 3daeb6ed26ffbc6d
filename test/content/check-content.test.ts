import { type Files, problemsIn, SMALL, withFile } from './support/small-content.ts';

const BUS = 'en/topics/bus.md';
const FOLDER = 'lambdas/content';
const replaced = (from: string | RegExp, to: string) => (text: string) => text.replace(from, to);
/** Both languages, so that they stay of the same class. */
const inBoth = (name: string, change: (text: string) => string): Files => ({
  ...withFile(`en/${name}`, change),
  [`es/${name}`]: change(SMALL[`es/${name}`] ?? ''),
});

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
      `${BUS}:40: error: the text uses the fact busDesk: list it under facts`,
    ],
    [
      'a fact that is listed and not used',
      withFile(BUS, replaced('facts: [officePhone]', 'facts: [officePhone, busDesk]')),
      `${BUS}:6: error: the fact busDesk is listed but not used: remove it`,
    ],
    [
      'a fact without words for when it is missing',
      withFile(BUS, replaced('{{officePhone|the office}}', '{{officePhone|the office}} or {{officePhone}}')),
      `${BUS}:40: error: a fact has no fallback: write {{fact|words for when it is missing}}`,
    ],
    [
      'a title that is too long',
      withFile(BUS, replaced('title: About bus', `title: ${'b'.repeat(25)}`)),
      `${BUS}:2: error: the title has 25 characters: 24 fit a row to tap`,
    ],
    [
      'a text that is too long',
      withFile(BUS, replaced('Call', `${'b'.repeat(850)} Call`)),
      `${BUS}:40: error: the text has 893 characters: 850 fit one message with buttons`,
    ],
    [
      'a text that is missing',
      withFile(BUS, (text) => text.replace('[officePhone]', '[]').replace(/---\n\nCall.*\n/, '---\n')),
      `${BUS}:39: error: the text is missing below the front matter`,
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
      'es/topics/lunch.md:1: error: not translated: write it',
    ],
    [
      'a safety text that is missing',
      withFile('es/safety/violence.md', () => undefined),
      'es/safety/violence.md:1: error: the safety text is missing: write it',
    ],
    [
      'a safety text without words',
      withFile('es/safety/violence.md', replaced('Call 911.\n', '')),
      'es/safety/violence.md:17: error: the safety text is missing',
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
      'a harm that differs between languages',
      withFile('es/topics/bus.md', replaced('harm: none', 'harm: money')),
      'es/topics/bus.md:4: error: harm or scope differs from another language of this topic: make them the same',
    ],
    [
      'a reviewed text that does not say by whom',
      withFile(BUS, replaced('  by: "A. Reader"\n', '')),
      `${BUS}:15: error: a reviewed text says by whom and on which day: add review.by and review.on`,
    ],
    [
      'a menu that names an unknown topic',
      withFile('menu.yaml', () => '- bus\n- lunch\n- train\n'),
      'menu.yaml:3: error: the topic train does not exist',
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
      'es/messages.yaml:30: error: farewell is no field of messages: remove it',
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
    expect(problemsIn(files)).toEqual([expect.stringContaining(`${FOLDER}/${expected}`)]);
  });
});

describe('the next review of a text', () => {
  const due = (harm: string, area: string, date: string) =>
    problemsIn(
      inBoth('topics/bus.md', (text) =>
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
      ['en', 'es'].map(
        (lang) =>
          `${FOLDER}/${lang}/topics/bus.md:16: error: the next review may be at most ${days} days away for this harm`,
      ),
    );
  });

  it('that was due yesterday is a warning: the bot withholds it where it could harm', () => {
    expect(due('none', 'daily', '2026-11-22')).toEqual(
      ['en', 'es'].map(
        (lang) =>
          `${FOLDER}/${lang}/topics/bus.md:16: warning: the review was due on 2026-11-22: read it again and set a new date`,
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
