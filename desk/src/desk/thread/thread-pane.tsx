import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import type { HandoffView } from '#contract/desk-api.ts';
import { ApiError } from '../api/errors.ts';
import { useThread } from '../api/use-thread.ts';
import { Loading, Trouble } from '../frame/states.tsx';
import { ReplyBox } from '../reply/reply-box.tsx';
import { DangerBanner } from './danger-banner.tsx';
import { Entries } from './entries.tsx';
import { ThreadHeader } from './thread-header.tsx';

const Missing = () => (
  <div className="state-empty">
    <h1 className="state-empty-title">This conversation is not here</h1>
    <p>
      It may be over for long, or belong to another school. <Link href="/">Back to the queue</Link>
    </p>
  </div>
);

/** A conversation: who it is, what was said, and the box to answer. */
export const ThreadPane = ({ contact, id }: Pick<HandoffView, 'contact' | 'id'>) => {
  const { thread, handoff, error, retry, loadEarlier, isLoadingEarlier, earlierError } = useThread({ contact, id });
  const pane = useRef<HTMLElement>(null);
  // Who opens a conversation with the keyboard goes on reading there.
  useEffect(() => pane.current?.focus({ preventScroll: true }), []);
  const isMissing = error instanceof ApiError && error.status === 404;
  return (
    <article ref={pane} className="thread" tabIndex={-1} aria-label="Conversation">
      {handoff && !isMissing && <ThreadHeader handoff={handoff} />}
      {handoff && !isMissing && <DangerBanner handoff={handoff} />}
      {isMissing && <Missing />}
      {error && !isMissing && !thread && <Trouble error={error} onRetry={retry} />}
      {!thread && !error && <Loading what="Loading the conversation…" />}
      {thread && handoff && !isMissing && (
        <>
          <Entries
            handoff={handoff}
            entries={thread.entries}
            onEarlier={loadEarlier}
            isLoadingEarlier={isLoadingEarlier}
            earlierError={earlierError}
          />
          <ReplyBox handoff={handoff} entries={thread.entries} />
        </>
      )}
    </article>
  );
};
