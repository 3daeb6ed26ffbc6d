import { useMemo } from 'react';
import type { Me } from '#contract/desk-api.ts';
import { Figure } from '../../charts/figure.tsx';
import { byDayFigure, byDayInWords } from './days.ts';
import {
  byLanguageFigure,
  byReasonFigure,
  bySchoolFigure,
  mostInWords,
  ratingsFigure,
  ratingsInWords,
  type SummaryFigures,
} from './figures.ts';
import { TopicsFigure } from './topics-figure.tsx';

const figuresOf = (summary: SummaryFigures, me: Me) => ({
  days: byDayFigure(summary.byDay),
  languages: byLanguageFigure(summary, new Map(me.languages.map(({ lang, name }) => [lang, name]))),
  schools: bySchoolFigure(summary, new Map(me.schools.map(({ id, name }) => [id, name]))),
  reasons: byReasonFigure(summary),
  ratings: ratingsFigure(summary),
});

/** All charts with their tables. */
export const FigureList = ({ summary, me }: { summary: SummaryFigures; me: Me }) => {
  const { days, languages, schools, reasons, ratings } = useMemo(() => figuresOf(summary, me), [summary, me]);
  return (
    <div className="figure-list">
      <Figure
        title={days.rowName === 'Week' ? 'By week' : 'By day'}
        words={byDayInWords(days)}
        data={days}
        shape="upright"
        empty="No conversation was opened or resolved in this time."
      />
      <Figure
        title="By language"
        words={mostInWords(languages, 'language')}
        data={languages}
        shape="lying"
        empty="No conversation in this time."
      />
      <Figure
        title="By school"
        words={mostInWords(schools, 'school')}
        data={schools}
        shape="lying"
        empty="No conversation in this time."
      />
      <TopicsFigure summary={summary} />
      <Figure
        title="Why a person was needed"
        words={mostInWords(reasons, 'reason')}
        data={reasons}
        shape="lying"
        empty="No conversation in this time."
      />
      <Figure
        title="What families say of it"
        words={ratingsInWords(summary)}
        data={ratings}
        shape="lying"
        empty="No family has rated a conversation in this time."
      />
    </div>
  );
};
