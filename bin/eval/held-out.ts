import { LANGS, type Lang } from '../../lambdas/core/language.ts';
import { confidenceOf, dangerEvidence, topicEvidence } from '../../lambdas/core/understanding/match-topics.ts';
import { calibrationOf, type HeldOut, judgeHeldOut } from '../content/calibrate.ts';
import { contentProblems } from '../content/compile-content.ts';
import { classesOf, harmfulIn, readyExamples } from '../content/train-language.ts';

const percent = (items: readonly HeldOut[], fits: (item: HeldOut) => boolean): string =>
  items.length === 0 ? '-' : ((100 * items.filter(fits).length) / items.length).toFixed(1);

const isRight = ({ example, best }: HeldOut) => example.label === best;

const isAmongThree =
  (classes: readonly string[]) =>
  ({ example, judged }: HeldOut): boolean => {
    const own = judged.topics[classes.indexOf(example.label ?? '')];
    return own !== undefined && judged.topics.filter((score) => score > own).length < 3;
  };

/**
 * The content's own questions, each asked of a model that was trained without its whole family of wordings. They
 * are harder than what families write every day: half of them are far-fetched on purpose.
 */
export const heldOutFigures = (langs: readonly Lang[]): Readonly<Record<string, Readonly<Record<string, string>>>> => {
  const { content } = contentProblems(new Date().toISOString().slice(0, 10));
  return Object.fromEntries(
    LANGS.filter((lang) => langs.includes(lang)).flatMap((lang) => {
      const language = content.languages.find((one) => one.lang === lang);
      if (!language) return [];
      const classes = classesOf(language);
      const heldOut = judgeHeldOut(readyExamples(language), classes);
      const calibration = calibrationOf(heldOut, harmfulIn(language));
      const questions = heldOut.filter(({ example }) => example.from === 'question');
      const foreign = heldOut.filter(({ example }) => example.from === 'foreign');
      const dangers = heldOut.filter(({ example }) => example.from === 'danger');
      const dangerOf = ({ judged, isHinted }: HeldOut) =>
        confidenceOf(dangerEvidence(judged, isHinted), calibration.danger);
      const isAnswered = ({ judged }: HeldOut) =>
        confidenceOf(topicEvidence(judged), calibration.topic) >= calibration.answerFrom;
      return [
        [
          lang,
          {
            questions: String(questions.length),
            'top-1': percent(questions, isRight),
            'top-3': percent(questions, isAmongThree(classes)),
            'at once': percent(questions, isAnswered),
            wrong: percent(questions, (one) => isAnswered(one) && !isRight(one)),
            'out of scope answered': percent(foreign, isAnswered),
            'danger, by the model alone': percent(dangers, (one) => dangerOf(one) >= calibration.dangerFrom),
            'or asked': percent(dangers, (one) => dangerOf(one) >= calibration.askFrom),
          },
        ],
      ];
    }),
  );
};
