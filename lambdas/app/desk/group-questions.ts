import type { UnansweredQuestion } from '#app/ports.ts';

/** Questions that belong together. */
export interface QuestionGroup {
  readonly key: string;
  readonly questions: readonly UnansweredQuestion[];
}

/** From this share of common words on two questions count as alike. */
const ALIKE = 0.5;

/** The words of a question without accents, signs and capitals; of scripts without spaces, its characters. */
const wordsOf = (text: string): ReadonlySet<string> => {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return new Set(plain.match(/\p{Script=Han}|[\p{L}\p{N}]+/gu) ?? []);
};

/** The share of all their words that two questions have in common (Jaccard). */
const likeness = (one: ReadonlySet<string>, other: ReadonlySet<string>): number => {
  const common = [...one].filter((word) => other.has(word)).length;
  return common === 0 ? 0 : common / (one.size + other.size - common);
};

const keyed = (questions: readonly UnansweredQuestion[]) => {
  const groups = new Map<string, UnansweredQuestion[]>();
  const alone: UnansweredQuestion[] = [];
  for (const question of questions) {
    const topic = question.linked ?? question.candidates[0];
    if (topic === undefined) alone.push(question);
    else {
      const key = `${question.linked === undefined ? 'near' : 'linked'}:${topic}`;
      groups.set(key, [...(groups.get(key) ?? []), question]);
    }
  }
  return { groups, alone };
};

/** What came close to no topic: each question joins the first group whose first question is like it. */
const byWords = (questions: readonly UnansweredQuestion[]): QuestionGroup[] => {
  const groups: { words: ReadonlySet<string>; lang: string; questions: UnansweredQuestion[] }[] = [];
  for (const question of questions) {
    const words = wordsOf(question.text);
    const group = groups.find((one) => one.lang === question.lang && likeness(one.words, words) >= ALIKE);
    if (group) group.questions.push(question);
    else groups.push({ words, lang: question.lang, questions: [question] });
  }
  return groups.map(({ lang, questions: alike }) => ({
    key: `words:${lang}:${alike[0]?.contact ?? ''}.${alike[0]?.turn ?? 0}`,
    questions: alike,
  }));
};

/**
 * Questions by the topic that staff linked them to, else by the topic that came closest, else by their words; the
 * largest group first, in a group as they came in.
 */
export const groupQuestions = (questions: readonly UnansweredQuestion[]): QuestionGroup[] => {
  const { groups, alone } = keyed(questions);
  return [...[...groups].map(([key, group]) => ({ key, questions: group })), ...byWords(alone)].sort(
    (one, other) => other.questions.length - one.questions.length,
  );
};
