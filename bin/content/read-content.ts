import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import type * as z from 'zod/mini';
import { DANGERS, type Menu, type Section, type Topic, type WordGroup } from '#core/content.ts';
import type { CalendarWords } from '#core/dates/calendar-words.ts';
import { topicId } from '#core/ids.ts';
import { LANGS, type Lang, SOURCE_LANG } from '#core/language.ts';
import { calendarFile, calendarProblems, compileCalendar, NO_WORDS } from './calendar.ts';
import { checkedWith } from './checked-with.ts';
import type { Problem } from './problem.ts';
import { isDanger, menuFile, messagesFile, safetyFront, sourceTopicFront, topicFront, wordsFile } from './schemas.ts';
import { parseMarkdown, parseYamlFile, type SourceFile } from './source-file.ts';

/** A topic's front matter in one language, with what the source language says for all. */
export type TopicFront = z.infer<typeof sourceTopicFront>;

/** A topic in one language as written, with its source for messages about it. */
export interface WrittenTopic {
  readonly topic: Topic;
  readonly front: TopicFront;
  readonly source: SourceFile;
}

/** One language's folder as written. */
export interface WrittenLanguage {
  readonly lang: Lang;
  readonly topics: readonly WrittenTopic[];
  readonly safety: readonly {
    readonly danger: (typeof DANGERS)[number];
    readonly front: z.infer<typeof safetyFront>;
    readonly source: SourceFile;
  }[];
  readonly messages: { readonly data: z.infer<typeof messagesFile>; readonly source: SourceFile } | undefined;
  readonly words: { readonly data: Record<WordGroup, string[]>; readonly source: SourceFile } | undefined;
  readonly outOfScope: readonly string[];
  readonly calendar: CalendarWords;
}

export interface WrittenContent {
  readonly languages: readonly WrittenLanguage[];
  /** The language that says what holds in all of them. */
  readonly source: WrittenLanguage;
  readonly menu: Menu | undefined;
  readonly menuSource: SourceFile;
  /** Everyday sentences in languages that Homeroom does not speak. */
  readonly foreignFile: string;
  readonly problems: readonly Problem[];
}

const listing = (folder: string, ending: string): string[] => {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith(ending))
      .sort()
      .map((name) => join(folder, name));
  } catch {
    return [];
  }
};

/**
 * Reads the content folder, all languages unless some are named. What is wrong becomes a problem; the rest is
 * still read.
 */
export const readContent = (folder: string, root: string, langs: readonly Lang[] = LANGS): WrittenContent => {
  const problems: Problem[] = [];
  const nameOf = (path: string) => relative(root, path);

  const checked = <Schema extends z.core.$ZodType>(schema: Schema, source: SourceFile) =>
    checkedWith(schema, source, problems);

  const markdown = (path: string) => parseMarkdown(nameOf(path), readFileSync(path, 'utf8'));
  const yaml = (path: string) => {
    try {
      return parseYamlFile(nameOf(path), readFileSync(path, 'utf8'));
    } catch {
      const message = 'the file is missing: create it';
      const problem = { file: nameOf(path), line: 1, severity: 'error', message } as const;
      return { ...parseYamlFile(nameOf(path), ''), problems: [problem] };
    }
  };

  const topicIn = (path: string, front: TopicFront, source: SourceFile): WrittenTopic => {
    const topic: Topic = {
      id: topicId(basename(path, '.md')),
      title: front.title,
      kind: front.kind,
      harm: front.harm,
      review: { state: front.review.state, due: front.review.due },
      facts: front.facts,
      related: front.related.map(topicId),
      flows: front.flows,
      tellsToday: front.today,
      body: source.body,
    };
    return { topic, front, source };
  };

  const readSource = (path: string): WrittenTopic[] => {
    const source = markdown(path);
    const front = checked(sourceTopicFront, source);
    return front ? [topicIn(path, front, source)] : [];
  };

  const readTranslation = (path: string, sources: ReadonlyMap<string, WrittenTopic>): WrittenTopic[] => {
    const source = markdown(path);
    const front = checked(topicFront, source);
    const original = sources.get(basename(path, '.md'));
    if (!front) return [];
    if (!original) {
      const message = `there is no ${SOURCE_LANG}/topics/${basename(path)}: write it first, it says what holds in all languages`;
      problems.push({ file: source.file, line: 1, severity: 'error', message });
      return [];
    }
    const { cues: _, ...shared } = original.front;
    return [topicIn(path, { ...shared, ...front, sources: [...shared.sources, ...(front.sources ?? [])] }, source)];
  };

  const readSafety = (path: string) => {
    const source = markdown(path);
    const front = checked(safetyFront, source);
    const danger = basename(path, '.md');
    if (front && isDanger(danger)) return [{ danger, front, source }];
    if (front) {
      problems.push({
        file: source.file,
        line: 1,
        severity: 'error',
        message: `${danger} is not a kind of danger: name the file after one of ${DANGERS.join(', ')}`,
      });
    }
    return [];
  };

  const readLanguage = (lang: Lang, sources: ReadonlyMap<string, WrittenTopic> | undefined): WrittenLanguage => {
    const own = join(folder, lang);
    const messages = yaml(join(own, 'messages.yaml'));
    const words = yaml(join(own, 'words.yaml'));
    const messagesData = checked(messagesFile, messages);
    const wordsData = checked(wordsFile, words);
    const calendar = yaml(join(own, 'calendar.yaml'));
    const calendarData = checked(calendarFile, calendar);
    if (calendarData) problems.push(...calendarProblems(calendarData, calendar));
    return {
      lang,
      topics: listing(join(own, 'topics'), '.md').flatMap((path) =>
        sources ? readTranslation(path, sources) : readSource(path),
      ),
      safety: listing(join(own, 'safety'), '.md').flatMap(readSafety),
      messages: messagesData && { data: messagesData, source: messages },
      words: wordsData && { data: wordsData as Record<WordGroup, string[]>, source: words },
      calendar: calendarData ? compileCalendar(calendarData) : NO_WORDS,
      outOfScope: listing(own, 'out-of-scope.txt').flatMap((path) =>
        readFileSync(path, 'utf8')
          .split('\n')
          .filter((line) => line.trim() !== ''),
      ),
    };
  };

  const menuSource = yaml(join(folder, 'menu.yaml'));
  const written = checked(menuFile, menuSource);
  const menu: Menu | undefined = written && {
    first: written.first.map(topicId),
    sections: Object.fromEntries(
      Object.entries(written.sections).map(([section, ids]) => [section, (ids as string[]).map(topicId)]),
    ) as Record<Section, Topic['id'][]>,
  };
  const source = readLanguage(SOURCE_LANG, undefined);
  const sources = new Map(source.topics.map((one) => [one.topic.id as string, one]));
  const languages = langs.map((lang) => (lang === SOURCE_LANG ? source : readLanguage(lang, sources)));
  return { languages, source, menu, menuSource, foreignFile: join(folder, 'other-languages.txt'), problems };
};
