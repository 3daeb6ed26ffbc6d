import { useMemo, useState } from 'react';
import { Button } from 'react-aria-components';
import { Figure } from '../../charts/figure.tsx';
import { foldRest, total } from '../../charts/figure-data.ts';
import { counted, shareInWords } from '../../charts/shares.ts';
import { byTopicFigure, mostInWords, type SummaryFigures } from './figures.ts';

const MOST_ROWS = 10;

/** Topics: the most asked ones, and all of them on request. */
export const TopicsFigure = ({ summary }: { summary: SummaryFigures }) => {
  const [isUnfolded, setUnfolded] = useState(false);
  const all = useMemo(() => byTopicFigure(summary), [summary]);
  const folded = useMemo(() => {
    const count = total(all.rows, 0);
    return foldRest(all, MOST_ROWS, 'other topics', (rest) => [shareInWords(rest, count)]);
  }, [all]);
  return (
    <Figure
      title="By topic"
      words={mostInWords(all, 'topic')}
      data={isUnfolded ? all : folded}
      shape="lying"
      empty="No conversation in this time was about a topic that the bot knows."
    >
      {folded !== all && (
        <Button className="button figure-unfold" onPress={() => setUnfolded(!isUnfolded)}>
          {isUnfolded ? 'Show the most asked only' : `Show all ${counted(all.rows.length, 'topic')}`}
        </Button>
      )}
    </Figure>
  );
};
