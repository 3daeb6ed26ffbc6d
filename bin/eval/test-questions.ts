import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DANGERS, type Danger, WORD_GROUPS, type WordGroup } from '../../lambdas/core/content.ts';
import type { Lang } from '../../lambdas/core/language.ts';
import { ROOT } from '../content/compile-content.ts';

/** A message as a family might write it, and what it must be taken for. It never enters training. */
export type TestQuestion = { readonly text: string } & (
  | { readonly expected: 'topic'; readonly topic: string }
  | { readonly expected: 'danger'; readonly danger: Danger }
  | { readonly expected: 'words'; readonly group: WordGroup }
  /** About nothing of ours. */
  | { readonly expected: 'none' }
  /** Harmless words that sound like danger: all that matters is that they raise no alarm. */
  | { readonly expected: 'safe' }
  /** Some words of the language, to tell it by. */
  | { readonly expected: 'lang' }
);

const FOLDER = join(ROOT, 'test', 'questions');

const questionOf = (line: string, place: string): TestQuestion => {
  const [label = '', text = ''] = line.split('\t');
  if (text.trim() === '') throw new Error(`${place}: write what is expected, a tab, and the message`);
  const [kind = '', name = ''] = label.split(':');
  if (label === 'none' || label === 'safe' || label === 'lang') return { text, expected: label };
  const danger = DANGERS.find((one) => one === name);
  if (kind === 'danger' && danger) return { text, expected: 'danger', danger };
  const group = WORD_GROUPS.find((one) => one === name);
  if (kind === 'words' && group) return { text, expected: 'words', group };
  if (name !== '') throw new Error(`${place}: ${label} is nothing that can be expected`);
  return { text, expected: 'topic', topic: label };
};

/**
 * The test questions of a language, in the order of their file; none where there is no file.
 * @throws Error naming the line that cannot be read
 */
export const testQuestions = (lang: Lang): readonly TestQuestion[] => {
  const file = join(FOLDER, `${lang}.tsv`);
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, at) => (line.trim() === '' ? [] : [questionOf(line, `test/questions/${lang}.tsv:${at + 1}`)]));
};
