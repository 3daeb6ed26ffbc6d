import type { ReactNode } from 'react';
import { useMe } from '../api/use-me.ts';
import { Icon, type IconName } from '../frame/icons.tsx';
import { clockWords, fullWords } from '../words/times.ts';

interface EntryFrameProps {
  readonly kind: 'parent' | 'homeroom' | 'staff' | 'note';
  readonly icon: IconName;
  readonly who: ReactNode;
  readonly at: number;
  /** Delivery, kind of message and the like. */
  readonly marks?: ReactNode;
  readonly children: ReactNode;
}

/** Who said something and when; below it what. */
export const EntryFrame = ({ kind, icon, who, at, marks, children }: EntryFrameProps) => {
  const { timeZone } = useMe();
  return (
    <article className={`entry entry-${kind}`}>
      <header className="entry-head">
        <Icon name={icon} />
        <span className="entry-who">{who}</span>
        <time dateTime={new Date(at).toISOString()} title={fullWords(at, timeZone)}>
          {clockWords(at, timeZone)}
        </time>
        {marks}
      </header>
      {children}
    </article>
  );
};
