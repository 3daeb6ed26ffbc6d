import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import * as z from 'zod/mini';
import { FLOW_LISTENS, FLOW_SECTIONS, type FlowWords } from '#core/flows/flow-words.ts';
import { LANGS, type Lang, SOURCE_LANG } from '#core/language.ts';
import { checkedWith } from './checked-with.ts';
import type { Problem } from './problem.ts';
import { messagesFile } from './schemas.ts';
import { parseYamlFile, type SourceFile } from './source-file.ts';

/** The longest title of a row in a list of WhatsApp (Meta, "Interactive list messages", November 2026). */
const LONGEST_ROW = 24;
/** The sections whose texts are tapped. */
const TAPPED = ['titles', 'starts', 'choices', 'reasons', 'subjects', 'who'] as const;

const text = z.string('write the words').check(z.minLength(1, 'write the words'));
const section = (names: readonly string[]) => z.strictObject(Object.fromEntries(names.map((name) => [name, text])));
const listens = [...FLOW_LISTENS.whole, ...FLOW_LISTENS.inside];

const flowsFile = z.strictObject({
  review: messagesFile.shape.review,
  ...Object.fromEntries(Object.entries(FLOW_SECTIONS).map(([name, names]) => [name, section(names)])),
  listens: z.strictObject(Object.fromEntries(listens.map((name) => [name, z.array(text).check(z.minLength(1))]))),
});

/** The words of the flows as written: a language whose file cannot be read is left out. */
export interface WrittenFlowWords {
  readonly languages: readonly { readonly lang: Lang; readonly words: FlowWords; readonly source: SourceFile }[];
  readonly problems: readonly Problem[];
}

const parse = (path: string, file: string): SourceFile => {
  try {
    return parseYamlFile(file, readFileSync(path, 'utf8'));
  } catch {
    const problem = { file, line: 1, severity: 'error', message: 'the file is missing: create it' } as const;
    return { ...parseYamlFile(file, ''), problems: [problem] };
  }
};

/** Reads `flows.yaml` of every language below `folder`; file names in problems begin at `root`. */
export const readFlowWords = (folder: string, root: string): WrittenFlowWords => {
  const problems: Problem[] = [];
  const languages = LANGS.flatMap((lang) => {
    const path = join(folder, lang, 'flows.yaml');
    const source = parse(path, relative(root, path));
    const data = checkedWith(flowsFile, source, problems);
    if (!data) return [];
    const { review: _, ...words } = data;
    return [{ lang, words: words as unknown as FlowWords, source }];
  });
  return { languages, problems };
};

const fieldsOf = (words: string): string =>
  [...new Set([...words.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))].sort().join(', ') || 'none';

type Texts = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** All that is wrong with the words of the flows, besides what reading them has found. */
export const checkFlowWords = ({ languages }: WrittenFlowWords): Problem[] => {
  const original = languages.find(({ lang }) => lang === SOURCE_LANG)?.words as Texts | undefined;
  return languages.flatMap(({ words, source }) => {
    const texts = words as unknown as Texts;
    const error = (path: readonly string[], message: string): Problem => ({
      file: source.file,
      line: source.lineOf(path),
      severity: 'error',
      message,
    });
    const long = TAPPED.flatMap((name) =>
      Object.entries(texts[name] ?? {})
        .filter(([, title]) => [...title.replace(/\{\w+\}/g, '')].length > LONGEST_ROW)
        .map(([key]) => error([name, key], `a title has at most ${LONGEST_ROW} characters: make it shorter`)),
    );
    const fields = Object.keys(FLOW_SECTIONS).flatMap((name) =>
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
