import type { Lang } from '../language.ts';
import { EVENT_CHOICE } from '../opportunities/event-choices.ts';
import type { EventSpeaker } from '../opportunities/event-speaker.ts';
import type { Choice } from '../reply.ts';
import type { Item } from './item.ts';
import { namedChoice } from './occasion.ts';
import type { Survey } from './outreach.ts';
import type { Part, Writing } from './part.ts';

/** Whether all of its questions can be asked in a language. */
export const speaks = ({ questions }: Survey, lang: Lang): boolean =>
  questions.every(({ texts }) => (texts[lang]?.answers.length ?? 0) > 0);

/** One question with its answers to tap; undefined where it does not exist in the language. */
export const questionOf = (
  survey: Survey,
  index: number,
  { says, lang }: EventSpeaker,
): { readonly text: string; readonly choices: readonly Choice[] } | undefined => {
  const text = survey.questions[index]?.texts[lang];
  if (!text) return undefined;
  const count = String(survey.questions.length);
  return {
    text: says('surveyQuestion', { number: String(index + 1), count, question: text.question }),
    choices: text.answers.map((answer, at) => namedChoice(EVENT_CHOICE.answer(survey.id, index, at), answer)),
  };
};

/** What families said, for those who answered; undefined where it is not known or not in their language. */
const resultsOf = (survey: Survey, { says, lang }: EventSpeaker): string | undefined => {
  const { results } = survey;
  if (!results || !speaks(survey, lang)) return undefined;
  const lines = survey.questions.flatMap(({ texts }, index) => {
    const text = texts[lang];
    const answers = text?.answers ?? [];
    return [
      text?.question ?? '',
      ...answers.map((answer, at) => says('surveyResult', { percent: String(results[index]?.[at] ?? 0), answer })),
    ];
  });
  return [says('surveyResults'), ...lines].join('\n');
};

/** The first question of a survey, or what came of it. */
export const writeSurvey = (
  { survey, part }: Extract<Item, { kind: 'survey' }>,
  { said }: Writing,
): Pick<Part, 'text' | 'choices' | 'short' | 'until'> | undefined => {
  if (part === 'results') {
    const text = resultsOf(survey, said);
    return text === undefined ? undefined : { text, choices: [], short: [] };
  }
  const first = speaks(survey, said.lang) ? questionOf(survey, 0, said) : undefined;
  if (!first) return undefined;
  const intro = said.says('surveyIntro', { count: String(survey.questions.length) });
  return { text: `${intro}\n\n${first.text}`, choices: first.choices, short: first.choices, until: survey.closesAt };
};
