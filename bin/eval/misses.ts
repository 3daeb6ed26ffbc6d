import type { Lang } from '../../lambdas/core/language.ts';
import type { Answered } from './measure.ts';

const takenFor = ({ understood }: Answered): string => {
  if (understood.kind === 'danger' || understood.kind === 'danger_unsure')
    return `${understood.kind}:${understood.danger}`;
  if (understood.kind === 'words') return `words:${understood.group}`;
  const [first] = understood.candidates;
  return `${understood.kind}:${first?.topic ?? '-'}:${first?.confidence ?? 0}`;
};

const isMissed = ({ question, understood }: Answered, lang: Lang): boolean => {
  switch (question.expected) {
    case 'topic':
      return understood.candidates[0]?.topic !== question.topic;
    case 'danger':
      return understood.kind !== 'danger';
    case 'words':
      return understood.kind !== 'words' || understood.group !== question.group;
    case 'none':
      return understood.kind === 'topic' || understood.kind === 'danger';
    case 'safe':
      return understood.kind === 'danger';
    case 'lang':
      return understood.lang !== lang || understood.langCertainty === 'foreign';
    default:
      return question satisfies never;
  }
};

const expectedOf = ({ question }: Answered): string =>
  'topic' in question ? question.topic : 'danger' in question ? `danger:${question.danger}` : question.expected;

/** What was misunderstood, one line each: expected, taken for, language heard, the words. */
export const missesOf = (answered: readonly Answered[], lang: Lang): readonly string[] =>
  answered
    .filter((one) => isMissed(one, lang))
    .map((one) =>
      [
        expectedOf(one),
        takenFor(one),
        `${one.understood.lang}/${one.understood.langCertainty}`,
        one.question.text,
      ].join('\t'),
    );
