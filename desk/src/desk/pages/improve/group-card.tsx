import { useState } from 'react';
import { Button, Checkbox } from 'react-aria-components';
import { counted } from '../../charts/shares.ts';
import { CheckMark } from './check-mark.tsx';
import type { QuestionGroup } from './question-list.ts';
import { QuestionRow } from './question-row.tsx';
import type { TopicChoice } from './topic-box.tsx';

interface GroupCardProps {
  readonly group: QuestionGroup;
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (ids: readonly string[], isChosen: boolean) => void;
  readonly onLink: (ids: readonly string[], topic: TopicChoice) => void;
}

/** So many questions of a group are shown until all are asked for. */
const MOST_SHOWN = 5;

const stateOf = (chosenCount: number, count: number) => {
  if (chosenCount === 0) return 'off';
  return chosenCount === count ? 'on' : 'some';
};

/** Questions that are alike. */
export const GroupCard = ({ group: { questions }, chosen, onChoose, onLink }: GroupCardProps) => {
  const [isUnfolded, setUnfolded] = useState(false);
  const ids = questions.map(({ id }) => id);
  const state = stateOf(ids.filter((id) => chosen.has(id)).length, ids.length);
  // One question too many is not worth folding away.
  const isFoldable = questions.length > MOST_SHOWN + 1;
  const shown = isFoldable && !isUnfolded ? questions.slice(0, MOST_SHOWN) : questions;
  return (
    <li className="card question-group">
      {questions.length > 1 && (
        <Checkbox
          className="box question-group-check"
          isSelected={state === 'on'}
          isIndeterminate={state === 'some'}
          onChange={(isChosen) => onChoose(ids, isChosen)}
        >
          <CheckMark state={state} />
          {counted(questions.length, 'question')} alike: choose all
        </Checkbox>
      )}
      <ul className="questions">
        {shown.map((question) => (
          <QuestionRow
            key={question.id}
            question={question}
            isChosen={chosen.has(question.id)}
            onChoose={(isChosen) => onChoose([question.id], isChosen)}
            onLink={(topic) => onLink([question.id], topic)}
          />
        ))}
      </ul>
      {isFoldable && (
        <Button className="button button-quiet" onPress={() => setUnfolded(!isUnfolded)}>
          {isUnfolded ? 'Show fewer' : `Show all ${counted(questions.length, 'question')}`}
        </Button>
      )}
    </li>
  );
};
