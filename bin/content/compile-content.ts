import { createHash } from 'node:crypto';
import { globSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { CompiledContent } from '#adapters/content/compiled.ts';
import type { Content, LanguagePack, MessageName } from '#core/content.ts';
import { topicId } from '#core/ids.ts';
import type { Lang } from '#core/language.ts';
import type { PackedModels } from '#core/understanding/understand.ts';
import { calibrate } from './calibrate.ts';
import { checkContent } from './check-content.ts';
import { type Problem, problemText } from './problem.ts';
import { readContent, type WrittenContent, type WrittenLanguage } from './read-content.ts';
import { type Example, trainModel } from './train-svm.ts';

/** The project's root: this file stands in bin/content. */
export const ROOT = join(import.meta.dirname, '..', '..');
const CONTENT_FOLDER = join(ROOT, 'lambdas', 'content');
/** Where the compiled content is kept; made anew whenever a source of it changes. */
export const COMPILED_FILE = join(ROOT, 'build', 'content.json');

/** Thrown where the content has errors; the message lists them with file and line. */
export class ContentError extends Error {
  override readonly name = 'ContentError';
}

const inEach = <Value>(content: WrittenContent, make: (language: WrittenLanguage) => Value): Record<Lang, Value> =>
  Object.fromEntries(content.languages.map((language) => [language.lang, make(language)])) as Record<Lang, Value>;

const packOf = (language: WrittenLanguage, menu: readonly string[]): LanguagePack => ({
  lang: language.lang,
  messages: (language.messages?.data.messages ?? {}) as Record<MessageName, string>,
  words: language.words?.data ?? ({} as LanguagePack['words']),
  topics: Object.fromEntries(language.topics.map(({ topic }) => [topic.id, topic])),
  menu: menu.map(topicId),
  safety: language.safety.map(({ danger, front, source }) => ({
    danger,
    body: source.body,
    phrases: front.phrases,
    unless: front.unless,
  })),
});

/** What a language's matcher learns from: its questions, and lines that are about nothing of ours. */
export const examplesOf = (language: WrittenLanguage): Example[] => [
  ...language.topics.flatMap(({ topic, front }) => front.questions.map((text) => ({ text, label: topic.id }))),
  ...language.outOfScope.map((text) => ({ text })),
];

const matcherOf = (language: WrittenLanguage) => {
  const classes = language.topics.map(({ topic }) => topic.id);
  const examples = examplesOf(language);
  return { model: trainModel(examples, classes), calibration: calibrate(examples, classes) };
};

const languageModelOf = (content: WrittenContent) =>
  trainModel(
    content.languages.flatMap((language) => [
      ...examplesOf(language).map(({ text }) => ({ text, label: language.lang })),
      ...language.topics.flatMap(({ source }) =>
        source.body
          .split(/[.!?\n]+/)
          .filter((line) => line.trim() !== '')
          .map((text) => ({ text, label: language.lang })),
      ),
      ...Object.values(language.words?.data ?? {})
        .flat()
        .map((text) => ({ text, label: language.lang })),
    ]),
    content.languages.map(({ lang }) => lang),
  );

/** Everything wrong with the content as it is written now. */
export const contentProblems = (
  today: string,
  folder = CONTENT_FOLDER,
): { content: WrittenContent; problems: Problem[] } => {
  const content = readContent(folder, ROOT);
  return { content, problems: [...content.problems, ...checkContent(content, today)] };
};

const sourcesHash = (): string => {
  const hash = createHash('sha256');
  const sources = [
    ...globSync('lambdas/content/**/*.{md,yaml,txt}', { cwd: ROOT }),
    ...globSync('lambdas/core/{understanding,.}/*.ts', { cwd: ROOT }),
    ...globSync('bin/content/*.ts', { cwd: ROOT }),
  ].sort();
  for (const source of sources) hash.update(source).update(readFileSync(join(ROOT, source)));
  return hash.digest('hex').slice(0, 16);
};

const compile = (version: string): CompiledContent => {
  const today = new Date().toISOString().slice(0, 10);
  const { content, problems } = contentProblems(today);
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new ContentError(`The content has errors:\n${errors.map(problemText).join('\n')}`);
  const compiled: Content = { version, packs: inEach(content, (language) => packOf(language, content.menu)) };
  const models: PackedModels = { language: languageModelOf(content), matchers: inEach(content, matcherOf) };
  return { content: compiled, models };
};

const readCompiled = (): CompiledContent | undefined => {
  try {
    return JSON.parse(readFileSync(COMPILED_FILE, 'utf8')) as CompiledContent;
  } catch {
    return undefined;
  }
};

/**
 * The compiled content, from `build/content.json` if its sources have not changed, else made anew.
 * @throws ContentError with file and line of every error
 */
export const compileContent = (): CompiledContent => {
  const version = sourcesHash();
  const kept = readCompiled();
  if (kept?.content.version === version) return kept;
  const compiled = compile(version);
  mkdirSync(dirname(COMPILED_FILE), { recursive: true });
  const temporary = `${COMPILED_FILE}.${process.pid}`;
  writeFileSync(temporary, JSON.stringify(compiled));
  renameSync(temporary, COMPILED_FILE);
  return compiled;
};
