import { memo, useEffect, useRef } from 'react';
import { Button } from 'react-aria-components';
import { Link } from 'wouter';
import type { HandoffView, Me } from '#contract/desk-api.ts';
import { handoffKey, handoffPath } from '../api/known.ts';
import { Icon } from '../frame/icons.tsx';
import { useHasDraft } from '../reply/drafts.ts';
import { useActing } from '../thread/use-acting.ts';
import { FamilyText } from '../words/family-text.tsx';
import { familyCode, ownerOf, reasonOf } from '../words/handoffs.ts';
import { languageOf, schoolName } from '../words/languages.ts';
import { agoWords, fullWords, waitWords } from '../words/times.ts';

interface RowProps {
  readonly handoff: HandoffView;
  readonly me: Me;
  /** The server's clock. */
  readonly now: number;
  /** Keys act on it, and Tab comes to it. */
  readonly isActive: boolean;
  /** It stands open beside the queue. */
  readonly isOpened: boolean;
  /** The focus goes there now. */
  readonly takesFocus: boolean;
  readonly onFocused: (key: string) => void;
}

const Wait = ({ handoff, me, now }: Pick<RowProps, 'handoff' | 'me' | 'now'>) => {
  const { waitingSince, replyBy, status, resolvedAt } = handoff;
  if (status === 'resolved') {
    return <span className="row-wait">{resolvedAt !== undefined && agoWords(resolvedAt, now)}</span>;
  }
  if (waitingSince === undefined) return <span className="row-wait row-answered">Answered</span>;
  return (
    <span className="row-wait">
      <span className="visually-hidden">Waiting </span>
      <time dateTime={new Date(waitingSince).toISOString()} title={fullWords(waitingSince, me.timeZone)}>
        {waitWords(waitingSince, now)}
      </time>
      {replyBy !== undefined && replyBy < now && <span className="badge badge-warn">Late</span>}
    </span>
  );
};

const BY = { parent: '', staff: 'Staff: ', homeroom: 'Homeroom: ' } as const;

const Preview = ({ handoff: { preview, lang } }: Pick<RowProps, 'handoff'>) =>
  preview && (
    <span className="row-preview" data-by={preview.by}>
      {BY[preview.by]}
      <FamilyText text={preview.text} isInline {...(preview.by === 'staff' ? {} : { lang })} />
    </span>
  );

/** One handoff in the queue: a link to its conversation, and where nobody has it, a button that claims it. */
export const Row = memo(({ handoff, me, now, isActive, isOpened, takesFocus, onFocused }: RowProps) => {
  const link = useRef<HTMLAnchorElement>(null);
  const key = handoffKey(handoff);
  const hasDraft = useHasDraft(key);
  const { run, isPending } = useActing(handoff);
  useEffect(() => {
    if (takesFocus) link.current?.focus({ preventScroll: true });
  }, [takesFocus]);
  const { isUrgent, lang, schools, topic, owner, status } = handoff;
  const language = languageOf(me, lang);
  return (
    <div className="row" data-urgent={isUrgent || undefined} data-opened={isOpened || undefined}>
      <Link
        ref={link}
        href={handoffPath(handoff)}
        className="row-link"
        tabIndex={isActive ? 0 : -1}
        onFocus={() => onFocused(key)}
        {...(isOpened ? { 'aria-current': 'true' as const } : {})}
      >
        <span className="row-who">
          {isUrgent && (
            <span className="badge badge-danger">
              <Icon name="urgent" />
              Urgent
            </span>
          )}
          <span className="row-language">{language.name}</span>
          <span className="row-family">{familyCode(handoff.contact)}</span>
        </span>
        <span className="row-why">
          {reasonOf(handoff)}
          {topic && <span className="row-topic"> · {topic.title}</span>}
        </span>
        <Preview handoff={handoff} />
        <span className="row-school">{schools.map((id) => schoolName(me, id)).join(', ')}</span>
        <span className="row-owner" data-mine={owner?.id === me.person.id || undefined}>
          {ownerOf(handoff, me.person.id)}
          {hasDraft && <span className="badge badge-accent">Draft</span>}
        </span>
        <Wait handoff={handoff} me={me} now={now} />
      </Link>
      {status === 'open' && (
        <Button
          className="button row-claim"
          excludeFromTabOrder={!isActive}
          isDisabled={isPending}
          aria-label={`Claim: ${language.name}, ${familyCode(handoff.contact)}`}
          onPress={() => void run({ kind: 'claim' })}
        >
          Claim
        </Button>
      )}
    </div>
  );
});
Row.displayName = 'Row';
