import { Button, Checkbox } from 'react-aria-components';
import { useMe } from '../../api/use-me.ts';
import { FamilyText } from '../../words/family-text.tsx';
import { languageOf } from '../../words/languages.ts';
import { dayWords } from '../../words/times.ts';
import { CheckMark } from './check-mark.tsx';
import type { QuestionView } from './question-list.ts';
import type { TopicChoice } from './topic-box.tsx';

interface QuestionRowProps {
  readonly question: QuestionView;
  readonly isChosen: boolean;
  readonly onChoose: (isChosen: boolean) => void;
  readonly onLink: (topic: TopicChoice) => void;
}

const Closest = ({ question, onLink }: Pick<QuestionRowProps, 'question' | 'onLink'>) => {
  const others = question.candidates.filter(({ id }) => id !== question.linked?.id);
  if (others.length === 0) return question.linked ? null : <span>No topic came close.</span>;
  return (
    <span className="question-closest">
      <span>Closest:</span>
      {others.map((topic) => (
        <Button
          key={topic.id}
          className="button question-candidate"
          aria-label={`Link this question to ${topic.title}`}
          onPress={() => onLink(topic)}
        >
          {topic.title}
        </Button>
      ))}
    </span>
  );
};

/** One question in its own script, with what came closest. */
export const QuestionRow = ({ question, isChosen, onChoose, onLink }: QuestionRowProps) => {
  const me = useMe();
  const { name } = languageOf(me, question.lang);
  return (
    <li className="question">
      <Checkbox className="box question-check" isSelected={isChosen} onChange={onChoose}>
        {({ isSelected }) => (
          <>
            <CheckMark state={isSelected ? 'on' : 'off'} />
            <span className="question-text">
              <FamilyText text={question.text} lang={question.lang} isInline />
            </span>
          </>
        )}
      </Checkbox>
      <div className="question-facts">
        <span>
          {name}, {dayWords(question.at, me.timeZone)}
        </span>
        {question.linked && <span className="badge badge-accent">Linked to {question.linked.title}</span>}
        <Closest question={question} onLink={onLink} />
      </div>
    </li>
  );
};
