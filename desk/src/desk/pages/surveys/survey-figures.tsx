import type { SurveyView } from '#contract/outreach-api.ts';
import type { Lang } from '#core/language.ts';
import { useMe } from '../../api/use-me.ts';
import { Loading, Trouble } from '../../frame/states.tsx';
import { languageOf } from '../../words/languages.ts';
import { shareOf } from './survey-words.ts';
import { useFigures } from './use-surveys.ts';

interface CountsProps {
  readonly survey: SurveyView;
  readonly question: number;
  readonly counts: readonly number[];
  readonly caption: string;
}

const Counts = ({ survey, question, counts, caption }: CountsProps) => (
  <table className="survey-table">
    <caption>{caption}</caption>
    <tbody>
      {counts.map((count, answer) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: answers have no name but their place
        <tr key={answer}>
          <th scope="row">{survey.survey.questions[question]?.texts.en?.answers[answer] ?? `Answer ${answer + 1}`}</th>
          <td>{count}</td>
          <td>
            <meter min={0} max={100} value={shareOf(count, counts)} aria-hidden="true" /> {shareOf(count, counts)} %
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);

/** What families said, all together and by language. */
export const SurveyFigures = ({ survey }: { survey: SurveyView }) => {
  const me = useMe();
  const { data, error, refetch } = useFigures(survey.id, survey.answered);
  if (error) return <Trouble error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  if (data.questions.length === 0) {
    return (
      <p className="hint">Answers are shown when five families have answered, so that nobody can be told apart.</p>
    );
  }
  return (
    <div className="survey-figures">
      {data.questions.map(({ answers }, question) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: questions have no name but their place
        <section key={question}>
          <h3>{survey.survey.questions[question]?.texts.en?.question}</h3>
          <Counts {...{ survey, question, counts: answers, caption: 'All families' }} />
          {Object.entries(data.byLanguage).map(([lang, questions]) => (
            <Counts
              key={lang}
              {...{ survey, question, counts: questions[question]?.answers ?? [] }}
              caption={languageOf(me, lang as Lang).name}
            />
          ))}
        </section>
      ))}
      {data.hiddenLanguages > 0 && (
        <p className="hint">Languages of fewer than five families are counted among all and not shown by themselves.</p>
      )}
    </div>
  );
};
