import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import * as z from 'zod/mini';
import type { SavedReply } from '#contract/desk-api.ts';
import { LANGS, type Lang, SOURCE_LANG } from '#core/language.ts';
import { checkedWith } from './checked-with.ts';
import type { Problem } from './problem.ts';
import { messagesFile } from './schemas.ts';
import { parseYamlFile, type SourceFile } from './source-file.ts';

/** With its fields, the sender's name and a line about interpreters it still fits a message with buttons (1,024). */
const LONGEST_TEXT = 700;
/** A title stands in a list at the desk. */
const LONGEST_TITLE = 40;

const { review } = messagesFile.shape;
const replies = z.record(
  z.string().check(z.regex(/^[a-z]+(-[a-z]+)*$/)),
  z.strictObject({
    /** For staff, in the source language only. */
    title: z.optional(
      z.string().check(z.minLength(1, 'write it'), z.maxLength(LONGEST_TITLE, `${LONGEST_TITLE} characters at most`)),
    ),
    text: z.string('write the words').check(z.minLength(1, 'write the words')),
  }),
  { error: ({ code }) => (code === 'invalid_key' ? 'an id is small letters and dashes, like bus-late' : undefined) },
);
const savedRepliesFile = z.strictObject({ review, replies });

/** One language's saved replies as written, in their order. */
interface WrittenReplies {
  readonly lang: Lang;
  readonly data: z.infer<typeof savedRepliesFile>;
  readonly source: SourceFile;
}

/** The saved replies of all languages as written; a language whose file cannot be read is left out. */
export interface WrittenSavedReplies {
  readonly languages: readonly WrittenReplies[];
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

/**
 * Reads `saved-replies.yaml` of every language below `folder`; file names in problems begin at `root`. What is wrong
 * becomes a problem; the rest is still read.
 */
export const readSavedReplies = (folder: string, root: string): WrittenSavedReplies => {
  const problems: Problem[] = [];
  const languages = LANGS.flatMap((lang): WrittenReplies[] => {
    const path = join(folder, lang, 'saved-replies.yaml');
    const source = parse(path, relative(root, path));
    const data = checkedWith(savedRepliesFile, source, problems);
    return data ? [{ lang, data, source }] : [];
  });
  return { languages, problems };
};

const FIELD = /\{([a-z][A-Za-z]*)\}/g;

/** The fields of a text, each once, in their order. */
const fieldsOf = (text: string): string[] => [...new Set([...text.matchAll(FIELD)].map(([, name = '']) => name))];
/** Every number, sorted. Only the digits 0–9 count: a number in other digits or in words is missing. */
const numbersOf = (text: string): string[] => (text.replace(FIELD, '').match(/\d+/g) ?? []).sort();
const listed = (items: readonly string[]): string => items.join(', ') || 'none';

type Report = (path: readonly (string | number)[], message: string, severity?: Problem['severity']) => void;

const checkReview = ({ review: { state, due, by, on } }: WrittenReplies['data'], today: string, report: Report) => {
  if (due < today) {
    report(['review', 'due'], `the review was due on ${due}: read it again and set a new date`, 'warning');
  }
  if (state === 'draft') report(['review', 'state'], 'nobody has reviewed these texts yet', 'warning');
  else if (!(by && on)) {
    report(['review'], 'a reviewed text says by whom and on which day: add review.by and review.on');
  }
};

const checkText = (text: string, report: (message: string) => void) => {
  if (text.length > LONGEST_TEXT) report(`the text has ${text.length} characters: at most ${LONGEST_TEXT}`);
  if (text.includes('{{')) report('no facts are filled in here: write the words, or a {field} for staff to fill in');
  else if (/[{}]/.test(text.replace(FIELD, ''))) report('a brace belongs to no field: write {field}, letters only');
};

/** A field or a number that is lost in a translation sends a family to the wrong place at the wrong time. */
const checkSame = (text: string, original: string, report: (message: string) => void) => {
  const [fields, expected] = [fieldsOf(text).sort(), fieldsOf(original).sort()].map(listed);
  if (fields !== expected) {
    report(`the fields are ${fields}, and ${expected} in ${SOURCE_LANG}: make them the same`);
  }
  const [numbers, originals] = [numbersOf(text), numbersOf(original)].map(listed);
  if (numbers !== originals) {
    report(`the numbers are ${numbers}, and ${originals} in ${SOURCE_LANG}: make them the same`);
  }
};

const checkTranslation = (data: WrittenReplies['data'], source: WrittenReplies['data'], report: Report) => {
  for (const id of Object.keys(source.replies)) {
    if (!data.replies[id]) report(['replies'], `the reply ${id} is missing: translate it`);
  }
  for (const [id, { text, title }] of Object.entries(data.replies)) {
    const original = source.replies[id];
    if (title !== undefined) {
      report(['replies', id, 'title'], `the title is for staff and stands in ${SOURCE_LANG} only: remove it`);
    }
    if (original) checkSame(text, original.text, (message) => report(['replies', id, 'text'], message));
    else report(['replies', id], `there is no reply ${id} in ${SOURCE_LANG}: write it there first, or remove it here`);
  }
};

const checkTitles = (data: WrittenReplies['data'], report: Report) => {
  const owners = new Map<string, string>();
  for (const [id, { title }] of Object.entries(data.replies)) {
    if (title === undefined) {
      report(['replies', id], `the reply ${id} has no title: staff choose it by its title`);
      continue;
    }
    const owner = owners.get(title.toLowerCase());
    if (owner) report(['replies', id, 'title'], `${owner} has this title too: staff cannot tell them apart`);
    owners.set(title.toLowerCase(), id);
  }
};

const sourceOf = ({ languages }: WrittenSavedReplies) => languages.find(({ lang }) => lang === SOURCE_LANG)?.data;

/** All that is wrong with the saved replies, besides what reading them has found. `today` is an ISO date. */
export const checkSavedReplies = (written: WrittenSavedReplies, today: string): Problem[] => {
  const problems: Problem[] = [];
  const original = sourceOf(written);
  for (const { data, source } of written.languages) {
    const report: Report = (path, message, severity = 'error') =>
      problems.push({ file: source.file, line: source.lineOf(path), severity, message });
    checkReview(data, today, report);
    for (const [id, { text }] of Object.entries(data.replies)) {
      checkText(text, (message) => report(['replies', id, 'text'], message));
    }
    if (data === original) checkTitles(data, report);
    else if (original) checkTranslation(data, original, report);
  }
  return problems;
};

/**
 * The saved replies as the desk shows them, in the order of the source language. One is reviewed when all of its
 * languages are: staff are told so before they send what nobody has read.
 */
export const compileSavedReplies = (written: WrittenSavedReplies): SavedReply[] =>
  Object.entries(sourceOf(written)?.replies ?? {}).map(([id, { title = id, text }]) => {
    const translated = written.languages.filter(({ data }) => data.replies[id]);
    return {
      id,
      title,
      fields: fieldsOf(text),
      isReviewed: translated.every(({ data }) => data.review.state === 'reviewed'),
      texts: Object.fromEntries(translated.map(({ lang, data }) => [lang, data.replies[id]?.text ?? ''])),
    };
  });
