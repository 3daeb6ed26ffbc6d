import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import * as z from 'zod/mini';
import { LANGS, type Lang, SOURCE_LANG } from '#core/language.ts';
import { checkedWith } from './checked-with.ts';
import type { Problem } from './problem.ts';
import { messagesFile } from './schemas.ts';
import { parseYamlFile, type SourceFile } from './source-file.ts';

/** The longest title of a row in a list of WhatsApp (Meta, "Interactive list messages", November 2026). */
const LONGEST_ROW = 24;

/** A file of words that each language has: its name, the texts of its sections, and what is listened for. */
export interface WordsFile {
  readonly name: string;
  readonly sections: Readonly<Record<string, readonly string[]>>;
  readonly listens: readonly string[];
  /** The sections whose texts are tapped. */
  readonly tapped: readonly string[];
  /** A language without the file says it in the source language's words until it is written. */
  readonly isOptional?: boolean;
}

/** What was read of such a file: a language whose file cannot be read is left out. */
export interface Written<Words> {
  readonly languages: readonly { readonly lang: Lang; readonly words: Words; readonly source: SourceFile }[];
  readonly problems: readonly Problem[];
}

export const text = z.string('write the words').check(z.minLength(1, 'write the words'));
const section = (names: readonly string[]) => z.strictObject(Object.fromEntries(names.map((name) => [name, text])));

const schemaOf = ({ sections, listens }: WordsFile) =>
  z.strictObject({
    review: messagesFile.shape.review,
    ...Object.fromEntries(Object.entries(sections).map(([name, names]) => [name, section(names)])),
    listens: z.strictObject(Object.fromEntries(listens.map((name) => [name, z.array(text).check(z.minLength(1))]))),
  });

const contentOf = (path: string): string | undefined => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
};

const MISSING = { error: 'the file is missing: create it', warning: 'not translated yet: create the file' } as const;

/**
 * Reads a file of every language below `folder` by a schema; file names in problems begin at `root`. Where the file is
 * missing, that is a problem: a warning where the source language's words can stand in its place.
 */
export const readEach = <Schema extends z.core.$ZodType, Words>(
  file: Pick<WordsFile, 'name' | 'isOptional'> & {
    readonly schema: Schema;
    /** What of the file is there, before it is checked; the source language comes first. */
    readonly complete?: (source: SourceFile) => SourceFile;
  },
  folder: string,
  root: string,
  make: (data: z.output<Schema>) => Words,
): Written<Words> => {
  const problems: Problem[] = [];
  const languages = LANGS.flatMap((lang) => {
    const path = join(folder, lang, file.name);
    const name = relative(root, path);
    const content = contentOf(path);
    if (content === undefined) {
      const severity = file.isOptional && lang !== SOURCE_LANG ? 'warning' : 'error';
      problems.push({ file: name, line: 1, severity, message: MISSING[severity] });
      return [];
    }
    const parsed = parseYamlFile(name, content);
    const source = file.complete?.(parsed) ?? parsed;
    const data = checkedWith(file.schema, source, problems);
    return data === undefined ? [] : [{ lang, words: make(data), source }];
  });
  return { languages, problems };
};

type Parts = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** What is not translated yet, in the source language's words. */
const completed = (data: unknown, original: unknown, file: WordsFile, missing: (path: readonly string[]) => void) => {
  if (typeof data !== 'object' || data === null || typeof original !== 'object' || original === null) return data;
  const sections = { ...file.sections, listens: file.listens };
  const filled = Object.entries(sections).map(([section, names]) => {
    const written = (data as Parts)[section];
    const source = (original as Parts)[section];
    if (typeof written !== 'object' || written === null) return [section, written];
    const absent = names.filter((name) => written[name] === undefined && source?.[name] !== undefined);
    for (const name of absent) missing([section, name]);
    return [section, { ...written, ...Object.fromEntries(absent.map((name) => [name, source?.[name]])) }];
  });
  return { ...data, ...Object.fromEntries(filled) };
};

/** Reads a file of words of every language below `folder`; file names in problems begin at `root`. */
export const readWordsFile = <Words>(file: WordsFile, folder: string, root: string): Written<Words> => {
  const missing: Problem[] = [];
  let original: unknown;
  const complete = (source: SourceFile): SourceFile => {
    original ??= source.data;
    const report = (path: readonly string[]) =>
      missing.push({
        file: source.file,
        line: source.lineOf(path),
        severity: 'warning',
        message: `${path.join('.')} is not translated yet: write the words`,
      });
    return file.isOptional ? { ...source, data: completed(source.data, original, file, report) } : source;
  };
  const written = readEach(
    { ...file, schema: schemaOf(file), complete },
    folder,
    root,
    ({ review: _, ...words }) => words as unknown as Words,
  );
  return { ...written, problems: [...written.problems, ...missing] };
};

/** What a language says, or the source language in its place. */
export const wordsIn = <Words>({ languages }: Written<Words>, lang: Lang): Words | undefined =>
  (languages.find((one) => one.lang === lang) ?? languages.find((one) => one.lang === SOURCE_LANG))?.words;

const fieldsOf = (words: string): string =>
  [...new Set([...words.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))].sort().join(', ') || 'none';

type Texts = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** All that is wrong with such words, besides what reading them has found: titles too long, fields that differ. */
export const checkWordsFile = <Words>({ sections, tapped }: WordsFile, { languages }: Written<Words>): Problem[] => {
  const original = languages.find(({ lang }) => lang === SOURCE_LANG)?.words as Texts | undefined;
  return languages.flatMap(({ words, source }) => {
    const texts = words as unknown as Texts;
    const error = (path: readonly string[], message: string): Problem => ({
      file: source.file,
      line: source.lineOf(path),
      severity: 'error',
      message,
    });
    const long = tapped.flatMap((name) =>
      Object.entries(texts[name] ?? {})
        .filter(([, title]) => [...title.replace(/\{\w+\}/g, '')].length > LONGEST_ROW)
        .map(([key]) => error([name, key], `a title has at most ${LONGEST_ROW} characters: make it shorter`)),
    );
    const fields = Object.keys(sections).flatMap((name) =>
      Object.entries(texts[name] ?? {}).flatMap(([key, words]) => {
        const expected = fieldsOf(original?.[name]?.[key] ?? words);
        return fieldsOf(words) === expected
          ? []
          : [
              error(
                [name, key],
                `the fields are ${fieldsOf(words)}, and ${expected} in ${SOURCE_LANG}: make them the same`,
              ),
            ];
      }),
    );
    return [...long, ...fields];
  });
};
