import { DANGERS, SECTIONS } from '#core/content.ts';
import { placeholders } from '#core/facts.ts';
import { SOURCE_LANG } from '#core/language.ts';
import { normalise } from '#core/understanding/normalise.ts';
import { cuesOf } from './examples.ts';
import type { Problem } from './problem.ts';
import type { WrittenContent, WrittenLanguage, WrittenTopic } from './read-content.ts';
import type { SourceFile } from './source-file.ts';

/** A title must fit a row of a WhatsApp list (24 UTF-16 units; Meta, 2026-09). */
const LONGEST_TITLE = 24;
/** An answer with something to tap must fit an interactive message (1,024), with room for the facts. */
const LONGEST_BODY = 850;
const MOST_WORDS = 90;
const FEWEST_QUESTIONS = 20;
/** Top-1 on unseen English questions rose from 30 to 50 % with about 40 cues a topic (own measurement, 2026-11-23). */
const FEWEST_CUES = 30;
/** Sentences for the classifier of each danger. */
const FEWEST_EXAMPLES = 40;
/** Longest time a text may stand without a new look, by harm; in days. */
const REVIEW_DAYS = { none: 400, money: 400, legal: 180, health: 180, safety: 180 } as const;
const FEAR_DAYS = 30;
const DAY_MS = 86_400_000;

type Report = (line: number, message: string, severity?: Problem['severity']) => void;

const reporter =
  (problems: Problem[], file: string): Report =>
  (line, message, severity = 'error') =>
    problems.push({ file, line, severity, message });

const checkPlaceholders = ({ front, source }: WrittenTopic, report: Report) => {
  const used = new Set(placeholders(source.body).map(({ name }) => name));
  for (const name of used) {
    if (!(front.facts as string[]).includes(name)) {
      report(source.bodyLine, `the text uses the fact ${name}: list it under facts of the ${SOURCE_LANG} file`);
    }
  }
  for (const name of front.facts) {
    if (!used.has(name)) report(source.bodyLine, `the text does not use the fact ${name}, which is listed: use it`);
  }
  if (/\{\{[^|{}]*\}\}/.test(source.body)) {
    report(source.bodyLine, 'a fact has no fallback: write {{fact|words for when it is missing}}');
  }
};

const checkReview = ({ front, source }: WrittenTopic, today: string, report: Report) => {
  const line = source.lineOf(['review', 'due']);
  const { state, due } = front.review;
  const days = (Date.parse(due) - Date.parse(today)) / DAY_MS;
  const longest = front.area === 'privacy' && front.harm === 'legal' ? FEAR_DAYS : REVIEW_DAYS[front.harm];
  if (days < 0) report(line, `the review was due on ${due}: read it again and set a new date`, 'warning');
  if (days > longest) report(line, `the next review may be at most ${longest} days away for this harm`);
  if (state === 'draft') report(source.lineOf(['review', 'state']), 'nobody has reviewed this text yet', 'warning');
  if (state === 'reviewed' && !(front.review.by && front.review.on)) {
    report(line, 'a reviewed text says by whom and on which day: add review.by and review.on');
  }
};

const checkTopic = (written: WrittenTopic, ids: ReadonlySet<string>, today: string, problems: Problem[]) => {
  const { front, source, topic } = written;
  const report = reporter(problems, source.file);
  if (front.title.length > LONGEST_TITLE) {
    report(
      source.lineOf(['title']),
      `the title has ${front.title.length} characters: ${LONGEST_TITLE} fit a row to tap`,
    );
  }
  if (source.body === '') report(source.bodyLine, 'the text is missing below the front matter');
  if (source.body.length > LONGEST_BODY) {
    report(
      source.bodyLine,
      `the text has ${source.body.length} characters: ${LONGEST_BODY} fit one message with buttons`,
    );
  }
  const words = source.body.split(/\s+/).length;
  if (words > MOST_WORDS) report(source.bodyLine, `the text has ${words} words: aim at ${MOST_WORDS}`, 'warning');
  if (front.questions.length < FEWEST_QUESTIONS) {
    report(
      source.lineOf(['questions']),
      `only ${front.questions.length} questions: at least ${FEWEST_QUESTIONS} are needed`,
    );
  }
  for (const [index, related] of front.related.entries()) {
    if (!ids.has(related) || related === topic.id) {
      report(source.lineOf(['related', index]), `the related topic ${related} does not exist`);
    }
  }
  if (front.kind !== 'talk' && front.sources.length === 0) {
    report(source.lineOf(['sources']), 'no source: name where each fact was looked up');
  }
  if (front.questions.length >= FEWEST_QUESTIONS && cuesOf(front.cues).length < FEWEST_CUES) {
    report(source.lineOf(['cues']), `fewer than ${FEWEST_CUES} cues: they teach the words of the topic`, 'warning');
  }
  checkPlaceholders(written, report);
  checkReview(written, today, report);
};

/** No question stands twice. Returns the topic of each question as it is compared. */
const checkDuplicates = ({ topics }: WrittenLanguage, problems: Problem[]): ReadonlyMap<string, string> => {
  const owners = new Map<string, string>();
  for (const { topic, front, source } of topics) {
    for (const [index, question] of front.questions.entries()) {
      const key = normalise(question);
      const owner = owners.get(key);
      if (owner) {
        const message = `the question "${question}" stands in ${owner} too: keep it where it belongs`;
        problems.push({ file: source.file, line: source.lineOf(['questions', index]), severity: 'error', message });
      }
      owners.set(key, topic.id);
    }
  }
  return owners;
};

/** Numbers to call and the like: three digits or more. */
const numbersIn = (body: string): string => [...new Set(body.match(/(?:\d-)?\d{3,}(?:-\d{3,})*/g))].sort().join(', ');

/** A number that is lost or changed in a translation sends a family nowhere. */
const checkNumbers = (language: WrittenLanguage, source: WrittenLanguage, problems: Problem[]) => {
  const originals = new Map<string, string>([
    ...source.topics.map(({ topic, source: { body } }) => [topic.id as string, body] as const),
    ...source.safety.map(({ danger, source: { body } }) => [danger as string, body] as const),
  ]);
  const check = (id: string, { file, body, bodyLine }: SourceFile) => {
    const [expected, found] = [numbersIn(originals.get(id) ?? body), numbersIn(body)];
    if (expected === found) return;
    const message = `the numbers are ${found || 'none'}, and ${expected || 'none'} in ${SOURCE_LANG}: make them the same`;
    problems.push({ file, line: bodyLine, severity: 'error', message });
  };
  for (const { topic, source: own } of language.topics) check(topic.id, own);
  for (const { danger, source: own } of language.safety) check(danger, own);
};

/** What is out of scope must not be what a topic answers. */
const checkForeign = (
  { outOfScope, lang }: WrittenLanguage,
  owners: ReadonlyMap<string, string>,
  problems: Problem[],
) => {
  for (const [at, line] of outOfScope.entries()) {
    const owner = owners.get(normalise(line));
    if (!owner) continue;
    const message = `"${line}" is a question of ${owner}: it cannot be out of scope`;
    problems.push({ file: `lambdas/content/${lang}/out-of-scope.txt`, line: at + 1, severity: 'error', message });
  }
};

const checkTranslated = (
  language: WrittenLanguage,
  ids: ReadonlySet<string>,
  first: ReadonlySet<string>,
  unreadable: ReadonlySet<string>,
  problems: Problem[],
) => {
  const missing = (name: string, message: string, severity: Problem['severity'] = 'error') => {
    const file = `lambdas/content/${language.lang}/${name}`;
    // A file that could not be read is there; what is wrong with it has been said.
    if (!unreadable.has(file)) problems.push({ file, line: 1, severity, message });
  };
  const own = new Set<string>(language.topics.map(({ topic }) => topic.id));
  for (const id of ids) {
    // Who asks about it in this language is brought to a person; a topic of the menu must be there.
    if (!own.has(id)) missing(`topics/${id}.md`, 'not translated: write it', first.has(id) ? 'error' : 'warning');
  }
  const dangers = new Set(language.safety.map(({ danger }) => danger));
  for (const danger of DANGERS) {
    if (!dangers.has(danger)) missing(`safety/${danger}.md`, 'the safety text is missing: write it');
  }
};

/** Every language has all kinds of danger, and the topics that the source language has; the menu names what exists. */
const checkParity = (content: WrittenContent, problems: Problem[]) => {
  const topics = new Map(content.source.topics.map(({ topic }) => [topic.id as string, topic]));
  const unreadable = new Set(content.problems.map(({ file }) => file));
  const first = new Set<string>(content.menu?.first ?? []);
  for (const language of content.languages) {
    checkTranslated(language, new Set(topics.keys()), first, unreadable, problems);
  }
  const { file, lineOf } = content.menuSource;
  const menu = content.menu;
  if (!menu) return;
  const report = (path: readonly (string | number)[], message: string) =>
    problems.push({ file, line: lineOf(path), severity: 'error', message });
  const checkId = (id: string, path: readonly (string | number)[]) => {
    if (!topics.has(id)) report(path, `the topic ${id} does not exist`);
    else if (topics.get(id)?.kind !== 'answer') report(path, `${id} is no answer: leave it out of the menu`);
  };
  for (const [at, id] of menu.first.entries()) checkId(id, ['first', at]);
  const placed = new Set<string>();
  for (const section of SECTIONS) {
    for (const [at, id] of menu.sections[section].entries()) {
      checkId(id, ['sections', section, at]);
      if (placed.has(id)) report(['sections', section, at], `the topic ${id} stands in the menu twice`);
      placed.add(id);
    }
  }
  for (const { id, kind } of topics.values()) {
    if (kind === 'answer' && !placed.has(id)) report(['sections'], `the topic ${id} stands in no section of the menu`);
  }
};

/** All that is wrong with the content, besides what reading it has found. `today` is an ISO date. */
export const checkContent = (content: WrittenContent, today: string): Problem[] => {
  const problems: Problem[] = [];
  checkParity(content, problems);
  const ids = new Set(content.source.topics.map(({ topic }) => topic.id as string));
  for (const language of content.languages) {
    for (const topic of language.topics) checkTopic(topic, ids, today, problems);
    checkForeign(language, checkDuplicates(language, problems), problems);
    checkNumbers(language, content.source, problems);
    for (const { source, front } of language.safety) {
      if (front.examples.length < FEWEST_EXAMPLES) {
        const message = `only ${front.examples.length} examples: at least ${FEWEST_EXAMPLES} are needed`;
        reporter(problems, source.file)(source.lineOf(['examples']), message, 'warning');
      }
      if (source.body === '') reporter(problems, source.file)(source.bodyLine, 'the safety text is missing');
      if (front.review.state === 'draft') {
        reporter(problems, source.file)(source.lineOf(['review']), 'nobody has reviewed this text yet', 'warning');
      }
    }
  }
  return problems;
};
