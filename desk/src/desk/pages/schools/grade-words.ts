import type { Grade } from '#core/directory.ts';

const WORDS: Readonly<Partial<Record<string, string>>> = { pk: 'Pre-K', k: 'K' } satisfies Partial<
  Record<Grade, string>
>;

/** "Pre-K", "K", "1". */
export const gradeWords = (grade: string): string => WORDS[grade] ?? grade;
