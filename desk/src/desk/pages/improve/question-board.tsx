import { useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { useMe } from '../../api/use-me.ts';
import { counted } from '../../charts/shares.ts';
import { announce } from '../../frame/announce.tsx';
import { Empty } from '../../frame/states.tsx';
import type { Span } from '../summary/span.ts';
import { Filters } from './filters.tsx';
import { GroupCard } from './group-card.tsx';
import { LinkBar } from './link-bar.tsx';
import { choose, countsOf, type QuestionFilter, type QuestionGroups, shownGroups } from './question-list.ts';
import type { TopicChoice } from './topic-box.tsx';
import { type Link, useLink } from './use-questions.ts';

/** So many groups more are shown at a time. */
const STEP = 25;
const NONE: ReadonlySet<string> = new Set();

const linkedInWords = ({ questions, topic }: Link) =>
  `${counted(questions.size, 'question is', 'questions are')} linked to “${topic.title}”. To undo it, link to another topic.`;

/** The questions, what is chosen of them, and where it is linked to. */
export const QuestionBoard = ({ list, days }: { list: QuestionGroups; days: Span }) => {
  const me = useMe();
  const board = useRef<HTMLUListElement>(null);
  const [filter, setFilter] = useState<QuestionFilter>({ show: 'open' });
  const [chosen, setChosen] = useState(NONE);
  const [most, setMost] = useState(STEP);
  const link = useLink(days, (made) => {
    setChosen((now) => choose(now, [...made.questions], false));
    announce(linkedInWords(made));
    // What was linked may leave the list, and what was pressed with it: the focus goes on from the list.
    board.current?.focus();
  });
  const groups = shownGroups(list, filter);
  const counts = countsOf(list);
  const linkTo = (questions: ReadonlySet<string>, topic: TopicChoice) => link.mutate({ questions, topic });

  return (
    <>
      <Filters
        list={list}
        me={me}
        filter={filter}
        onFilter={(next) => {
          setFilter(next);
          setMost(STEP);
          // Nothing is linked that one does not see.
          setChosen(NONE);
        }}
      />
      <p className="hint" role="status">
        {counted(counts.all, 'question')}, {counts.linked} of them linked.
      </p>
      {groups.length === 0 && (
        <Empty title={filter.show === 'linked' ? 'No question is linked here yet.' : 'Nothing is left to link here.'}>
          Choose another language or time to see more.
        </Empty>
      )}
      <ul className="question-groups" ref={board} tabIndex={-1} aria-label="Questions">
        {groups.slice(0, most).map((group) => (
          <GroupCard
            key={group.key}
            group={group}
            chosen={chosen}
            onChoose={(ids, isChosen) => setChosen(choose(chosen, ids, isChosen))}
            onLink={(ids, topic) => linkTo(new Set(ids), topic)}
          />
        ))}
      </ul>
      {groups.length > most && (
        <Button className="button page-more" onPress={() => setMost(most + STEP)}>
          Show more ({counted(groups.length - most, 'group')})
        </Button>
      )}
      <LinkBar
        count={chosen.size}
        topics={me.topics}
        isBusy={link.isPending}
        error={link.error}
        onLink={(topic) => linkTo(chosen, topic)}
        onClear={() => {
          setChosen(NONE);
          board.current?.focus();
        }}
      />
    </>
  );
};
