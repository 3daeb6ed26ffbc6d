import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { globSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { CONTENT_FILES, type ContentIndex } from '#adapters/content/compiled.ts';
import { decodeModel, encodeModel } from '#adapters/content/model-file.ts';
import { DANGERS, HARMS, type LanguagePack, type MessageName, type Signals, TOPIC_KINDS } from '#core/content.ts';
import { LANGS, LANGUAGES, type Lang } from '#core/language.ts';
import { checkContent } from './check-content.ts';
import { checkEventWords, readEventWords } from './event-words.ts';
import { checkFlowWords, readFlowWords } from './flow-words.ts';
import { type Problem, problemText } from './problem.ts';
import { readContent, type WrittenContent, type WrittenLanguage } from './read-content.ts';
import { checkSavedReplies, compileSavedReplies, readSavedReplies, type WrittenSavedReplies } from './saved-replies.ts';
import { schoolWordsProblems } from './school-words.ts';
import { checkTemplates, readTemplates } from './templates.ts';
import { NO_TIPS, readTips, type Tips } from './tips.ts';
import { trainLanguageModel } from './train-identifier.ts';
import { trainMatcher } from './train-language.ts';
import { type Written, wordsIn } from './words-file.ts';

/** The project's root: this file stands in bin/content. */
export const ROOT = join(import.meta.dirname, '..', '..');
const CONTENT_FOLDER = join(ROOT, 'lambdas', 'content');
/** Where the compiled content is kept; what is out of date in it is made anew. */
export const COMPILED_FOLDER = join(ROOT, 'build', 'content');

/** Thrown where the content has errors; the message lists them with file and line. */
export class ContentError extends Error {
  override readonly name = 'ContentError';
}

const inEach = <Value>(content: WrittenContent, make: (language: WrittenLanguage) => Value): Record<Lang, Value> =>
  Object.fromEntries(content.languages.map((language) => [language.lang, make(language)])) as Record<Lang, Value>;

/** What stands beside the topics, in a file of its own each. */
interface WrittenWords {
  readonly flows: Written<LanguagePack['flows']>;
  readonly events: Written<LanguagePack['events']>;
  readonly templates: Written<LanguagePack['templates']>;
  readonly tips: Written<Tips>;
}

const packOf = (language: WrittenLanguage, { flows, events, templates, tips }: WrittenWords): LanguagePack => ({
  lang: language.lang,
  flows: wordsIn(flows, language.lang) ?? ({} as LanguagePack['flows']),
  events: wordsIn(events, language.lang) ?? ({} as LanguagePack['events']),
  templates: wordsIn(templates, language.lang) ?? ({} as LanguagePack['templates']),
  // Nobody is sent a tip in a language that they have not chosen.
  tips: tips.languages.find(({ lang }) => lang === language.lang)?.words ?? NO_TIPS,
  messages: (language.messages?.data.messages ?? {}) as Record<MessageName, string>,
  topics: Object.fromEntries(language.topics.map(({ topic }) => [topic.id, topic])),
  safety: language.safety.map(({ danger, front, source }) => ({ danger, title: front.title, body: source.body })),
  calendar: language.calendar,
});

const signalsOf = (language: WrittenLanguage): Signals => ({
  words: language.words?.data ?? ({} as Signals['words']),
  dangers: language.safety.map(({ danger, front: { phrases, unless, hints } }) => ({ danger, phrases, unless, hints })),
});

/** Everything wrong with the content as it is written now. */
export const contentProblems = (
  today: string,
  folder = CONTENT_FOLDER,
): { content: WrittenContent; saved: WrittenSavedReplies; words: WrittenWords; problems: Problem[] } => {
  const content = readContent(folder, ROOT);
  const saved = readSavedReplies(folder, ROOT);
  const words: WrittenWords = {
    flows: readFlowWords(folder, ROOT),
    events: readEventWords(folder, ROOT),
    templates: readTemplates(folder, ROOT),
    tips: readTips(folder, ROOT),
  };
  const problems = [
    ...content.problems,
    ...checkContent(content, today),
    ...saved.problems,
    ...checkSavedReplies(saved, today),
    ...Object.values(words).flatMap((written) => written.problems),
    ...checkFlowWords(words.flows),
    ...checkEventWords(words.events),
    ...checkTemplates(words.templates),
    ...schoolWordsProblems(folder, ROOT),
  ];
  return { content, saved, words, problems };
};

/** What the training takes from the core by value: a new sentence or a new word there trains nothing anew. */
const TRAINED_VALUES = JSON.stringify([DANGERS, HARMS, TOPIC_KINDS, LANGUAGES]);

const hashOf = (patterns: readonly string[]): string => {
  const hash = createHash('sha256').update(TRAINED_VALUES);
  for (const source of patterns.flatMap((pattern) => globSync(pattern, { cwd: ROOT })).sort()) {
    hash.update(source).update(readFileSync(join(ROOT, source)));
  }
  return hash.digest('hex').slice(0, 16);
};

/** What all of the compiled content depends on besides the content. */
const CODE = ['lambdas/core/{understanding,dates,.}/*.ts', 'lambdas/adapters/content/*.ts', 'bin/content/*.ts'];
const ALL_CONTENT = 'lambdas/content/**/*.{md,yaml,txt}';
/** What the models depend on besides the content. */
const TRAINING = [
  'lambdas/core/understanding/*.ts',
  'lambdas/adapters/content/model-file.ts',
  'bin/content/{calibrate,examples,foreign-languages,read-content,train-*}.ts',
];
const trainedOn = (lang: string) => [
  `lambdas/content/${lang}/{topics,safety}/*.md`,
  `lambdas/content/${lang}/out-of-scope.txt`,
];
/** A language's matcher depends on its own sentences and on the classes that the source language names. */
const ownContent = (lang: Lang) => [...trainedOn(lang), 'lambdas/content/en/topics/*.md'];
/** The language identifier depends on the sentences of all languages, and of others. */
const identifierContent = [...trainedOn('*'), 'lambdas/content/*/words.yaml', 'lambdas/content/*.txt'];

const write = (name: string, bytes: string | Uint8Array): void => {
  mkdirSync(COMPILED_FOLDER, { recursive: true });
  const file = join(COMPILED_FOLDER, name);
  writeFileSync(`${file}.${process.pid}`, bytes);
  renameSync(`${file}.${process.pid}`, file);
};

const versionOf = (name: string): string | undefined => {
  try {
    const { extra } = decodeModel(readFileSync(join(COMPILED_FOLDER, name)));
    return (extra as { version?: string }).version;
  } catch {
    return undefined;
  }
};

const readIndex = (): ContentIndex | undefined => {
  try {
    return JSON.parse(readFileSync(join(COMPILED_FOLDER, CONTENT_FILES.index), 'utf8')) as ContentIndex;
  } catch {
    return undefined;
  }
};

/** Trains a language's matcher and writes its file. */
export const writeMatcher = (lang: Lang, file: string, version: string): void => {
  const [language] = readContent(CONTENT_FOLDER, ROOT, [lang]).languages;
  if (!language) return;
  const { model, calibration } = trainMatcher(language);
  write(file, encodeModel(model, { ...calibration, version }));
};

/** Trains what is out of date, as many languages at a time as there are processors. */
const trainAll = async (): Promise<void> => {
  const code = hashOf(TRAINING);
  const stale = LANGS.flatMap((lang) => {
    const file = CONTENT_FILES.matcher(lang);
    const version = `${code}.${hashOf(ownContent(lang))}`;
    return versionOf(file) === version ? [] : [{ lang, file, version }];
  });
  const next = async (): Promise<void> => {
    for (let job = stale.shift(); job; job = stale.shift()) {
      const worker = new Worker(join(import.meta.dirname, 'train-worker.ts'), { workerData: job });
      await new Promise<void>((resolve, reject) => {
        worker.on('error', reject);
        worker.on('exit', (code) => (code === 0 ? resolve() : reject(new Error('training ended early'))));
      });
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, availableParallelism()) }, next));
};

const writeIdentifier = (content: WrittenContent): void => {
  const version = hashOf([...TRAINING, ...identifierContent]);
  if (versionOf(CONTENT_FILES.language) === version) return;
  write(CONTENT_FILES.language, encodeModel(trainLanguageModel(content), { version }));
};

/**
 * Compiles the content into `COMPILED_FOLDER`: checks it, trains what has changed, writes the index last.
 * @throws ContentError with file and line of every error
 */
export const compileNow = async (version: string): Promise<void> => {
  const { content, saved, words, problems } = contentProblems(new Date().toISOString().slice(0, 10));
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new ContentError(`The content has errors:\n${errors.map(problemText).join('\n')}`);
  if (!content.menu) throw new ContentError('The menu is missing.');
  const matchers = trainAll();
  // Meanwhile, in this thread.
  writeIdentifier(content);
  await matchers;
  for (const language of content.languages)
    write(CONTENT_FILES.pack(language.lang), JSON.stringify(packOf(language, words)));
  write(CONTENT_FILES.savedReplies, JSON.stringify(compileSavedReplies(saved)));
  const index: ContentIndex = { version, menu: content.menu, signals: inEach(content, signalsOf) };
  write(CONTENT_FILES.index, JSON.stringify(index));
};

/**
 * Sees to it that `COMPILED_FOLDER` holds the content as it is written now, and returns the folder.
 * @throws ContentError with file and line of every error
 */
export const compileContent = (): string => {
  const version = hashOf([...CODE, ALL_CONTENT]);
  if (readIndex()?.version === version) return COMPILED_FOLDER;
  // Training takes threads, and threads take their time: a process of its own lets callers wait for it.
  const main = join(import.meta.dirname, 'compile-main.ts');
  const { status, stderr } = spawnSync(process.execPath, [main, version], { cwd: ROOT, encoding: 'utf8' });
  if (status !== 0) throw new ContentError(stderr.trim() || 'The content could not be compiled.');
  return COMPILED_FOLDER;
};
