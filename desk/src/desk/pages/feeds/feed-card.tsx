import { Button } from 'react-aria-components';
import { Link } from 'wouter';
import type { FeedView } from '#contract/feeds-api.ts';
import { useNow } from '../../api/clock.ts';
import { sentenceOf } from '../../api/errors.ts';
import { useMe } from '../../api/use-me.ts';
import { announce } from '../../frame/announce.tsx';
import { schoolName } from '../../words/languages.ts';
import { agoWords } from '../../words/times.ts';
import { comingWords, resultWords } from './feed-words.ts';
import { ProblemList } from './problem-list.tsx';
import { useLookNow } from './use-feeds.ts';

interface FeedCardProps {
  readonly view: FeedView;
  readonly onEdit: () => void;
}

const LookNow = ({ view }: { view: FeedView }) => {
  const { mutate, isPending, error } = useLookNow();
  const look = () =>
    !isPending && mutate(view.id, { onSuccess: (after) => announce(`${after.feed.name}: ${resultWords(after)}`) });
  return (
    <>
      <Button className="button" aria-label={`Look now: ${view.feed.name}`} onPress={look}>
        {isPending ? 'Looking…' : 'Look now'}
      </Button>
      {error && (
        <p className="field-error" role="alert">
          {sentenceOf(error)}
        </p>
      )}
    </>
  );
};

const Result = ({ view }: { view: FeedView }) => {
  const now = useNow();
  const { result, lookedAt } = view;
  const isFailed = result?.outcome === 'failed';
  return (
    <>
      <p className={isFailed ? 'field-error' : undefined}>
        {resultWords(view)}
        {lookedAt !== undefined && <span className="hint"> {agoWords(lookedAt, now)}</span>}
      </p>
      {isFailed && result.problems.map(({ message }) => <p key={message}>{message}</p>)}
      {result && !isFailed && <ProblemList problems={result.problems} />}
    </>
  );
};

/** A calendar that is followed: what it brought, and what can be done with it. */
export const FeedCard = ({ view, onEdit }: FeedCardProps) => {
  const me = useMe();
  const { feed, unchecked, mayEdit } = view;
  const { name, url, schools, isTrusted, isActive } = feed;
  return (
    <li className="card feed-card">
      <h2>
        {name} {!isActive && <span className="badge">Not followed</span>}{' '}
        {isTrusted && <span className="badge badge-accent">Trusted</span>}
      </h2>
      <p className="feed-url">{url}</p>
      <p>{schools.length === 0 ? 'The whole district' : schools.map((id) => schoolName(me, id)).join(', ')}</p>
      <p>{comingWords(view)}</p>
      <Result view={view} />
      <div className="school-buttons">
        {mayEdit && (
          <>
            <LookNow view={view} />
            <Button className="button" aria-label={`Edit: ${name}`} onPress={onEdit}>
              Edit
            </Button>
          </>
        )}
        {unchecked > 0 && (
          <Link href="/events" className="button" aria-label={`Check its events: ${name}`}>
            Check its events
          </Link>
        )}
      </div>
    </li>
  );
};
