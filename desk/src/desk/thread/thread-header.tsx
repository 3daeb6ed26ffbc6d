import { Link } from 'wouter';
import type { HandoffView, Me } from '#contract/desk-api.ts';
import { useNow } from '../api/clock.ts';
import { useMe } from '../api/use-me.ts';
import { Icon } from '../frame/icons.tsx';
import { familyCode, ownerOf, reasonOf } from '../words/handoffs.ts';
import { languageOf, schoolName } from '../words/languages.ts';
import { momentWords, waitWords } from '../words/times.ts';
import { ThreadActions } from './thread-actions.tsx';

const waitOf = (
  { waitingSince, replyBy, status, resolvedAt }: HandoffView,
  now: number,
  { timeZone }: Pick<Me, 'timeZone'>,
): string => {
  if (status === 'resolved') {
    return resolvedAt === undefined ? 'Resolved' : `Resolved ${momentWords(resolvedAt, now, timeZone)}`;
  }
  if (waitingSince === undefined) return 'Nobody waits';
  const wait = waitWords(waitingSince, now);
  const waits = wait === 'now' ? 'Has just written' : `Waits for ${wait}`;
  if (replyBy === undefined) return waits;
  return `${waits}, was promised an answer by ${momentWords(replyBy, now, timeZone)}`;
};

const Facts = ({ handoff, me }: { handoff: HandoffView; me: Me }) => {
  const now = useNow();
  const isLate = handoff.waitingSince !== undefined && handoff.replyBy !== undefined && handoff.replyBy < now;
  return (
    <ul className="thread-facts" aria-label="About this conversation">
      <li className="thread-owner" data-status={handoff.status}>
        {ownerOf(handoff, me.person.id)}
      </li>
      <li data-late={isLate || undefined}>{waitOf(handoff, now, me)}</li>
      <li>{handoff.schools.map((id) => schoolName(me, id)).join(', ')}</li>
      <li>
        {reasonOf(handoff)}
        {handoff.topic && ` · ${handoff.topic.title}`}
      </li>
      {handoff.rating && <li>{handoff.rating === 'good' ? 'The family was helped' : 'The family was not helped'}</li>}
    </ul>
  );
};

/** Whose conversation it is, how long they wait, and what can be done with it. */
export const ThreadHeader = ({ handoff }: { handoff: HandoffView }) => {
  const me = useMe();
  const { name, autonym, lang, dir } = languageOf(me, handoff.lang);
  return (
    <header className="thread-header">
      <Link href="/" className="button button-quiet button-icon thread-back" aria-label="Back to the queue">
        <Icon name="back" />
      </Link>
      <div className="thread-about">
        <h1>
          {name}
          {autonym !== name && (
            <>
              {' '}
              <bdi className="thread-autonym" lang={lang} dir={dir}>
                {autonym}
              </bdi>
            </>
          )}{' '}
          <span className="thread-family">{familyCode(handoff.contact)}</span>
        </h1>
        <Facts handoff={handoff} me={me} />
      </div>
      <ThreadActions handoff={handoff} />
    </header>
  );
};
