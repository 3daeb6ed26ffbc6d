import { DANGERS } from '#core/content.ts';
import { placeholders } from '#core/facts.ts';
import { normalise } from '#core/understanding/normalise.ts';
import type { Problem } from './problem.ts';
import type { WrittenContent, WrittenLanguage, WrittenTopic } from './read-content.ts';

/** A title must fit a row of a WhatsApp list (24 UTF-16 units; Meta, 2026-09). */
const LONGEST_TITLE = 24;
/** An answer with something to tap must fit an interactive message (1,024), with room for the facts. */
const LONGEST_BODY = 850;
const MOST_WORDS = 90;
const FEWEST_QUESTIONS = 20;
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
      report(source.bodyLine, `the text uses the fact ${name}: list it under facts`);
    }
  }
  for (const name of front.facts) {
    if (!used.has(name)) report(source.lineOf(['facts']), `the fact ${name} is listed but not used: remove it`);
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
  checkPlaceholders(written, report);
  checkReview(written, today, report);
};

const checkDuplicates = ({ topics }: WrittenLanguage, problems: Problem[]) => {
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
};

const checkTranslated = (
  language: WrittenLanguage,
  ids: ReadonlySet<string>,
  unreadable: ReadonlySet<string>,
  problems: Problem[],
) => {
  const missing = (name: string, message: string) => {
    const file = `lambdas/content/${language.lang}/${name}`;
    // A file that could not be read is there; what is wrong with it has been said.
    if (!unreadable.has(file)) problems.push({ file, line: 1, severity: 'error', message });
  };
  const own = new Set<string>(language.topics.map(({ topic }) => topic.id));
  for (const id of ids) if (!own.has(id)) missing(`topics/${id}.md`, 'not translated: write it');
  const dangers = new Set(language.safety.map(({ danger }) => danger));
  for (const danger of DANGERS) {
    if (!dangers.has(danger)) missing(`safety/${danger}.md`, 'the safety text is missing: write it');
  }
};

const checkSameClass = (content: WrittenContent, id: string, problems: Problem[]) => {
  const [first, ...others] = content.languages.flatMap(({ topics }) => topics.filter(({ topic }) => topic.id === id));
  for (const { front, source } of others) {
    if (front.harm === first?.front.harm && front.scope === first.front.scope) continue;
    const message = 'harm or scope differs from another language of this topic: make them the same';
    problems.push({ file: source.file, line: source.lineOf(['harm']), severity: 'error', message });
  }
};

/** Every language has what the others have: the same topics, of the same class, and all kinds of danger. */
const checkParity = (content: WrittenContent, problems: Problem[]) => {
  const ids = new Set<string>(content.languages.flatMap(({ topics }) => topics.map(({ topic }) => topic.id)));
  const unreadable = new Set(content.problems.map(({ file }) => file));
  for (const language of content.languages) checkTranslated(language, ids, unreadable, problems);
  for (const id of ids) checkSameClass(content, id, problems);
  const { file, lineOf } = content.menuSource;
  for (const [index, id] of content.menu.entries()) {
    if (!ids.has(id)) {
      problems.push({ file, line: lineOf([index]), severity: 'error', message: `the topic ${id} does not exist` });
    }
  }
};

/** All that is wrong with the content, besides what reading it has found. `today` is an ISO date. */
export const checkContent = (content: WrittenContent, today: string): Problem[] => {
  const problems: Problem[] = [];
  checkParity(content, problems);
  for (const language of content.languages) {
    const ids = new Set(language.topics.map(({ topic }) => topic.id as string));
    for (const topic of language.topics) checkTopic(topic, ids, today, problems);
    checkDuplicates(language, problems);
    for (const { source, front } of language.safety) {
      if (source.body === '') reporter(problems, source.file)(source.bodyLine, 'the safety text is missing');
      if (front.review.state === 'draft') {
        reporter(problems, source.file)(source.lineOf(['review']), 'nobody has reviewed this text yet', 'warning');
      }
    }
  }
  return problems;
};
