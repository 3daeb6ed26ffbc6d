import { type ReactNode, useCallback } from 'react';
import type { Me } from '#contract/desk-api.ts';
import type { Arrival } from '../api/known.ts';
import { useChanges } from '../api/use-changes.ts';
import { useMe } from '../api/use-me.ts';
import { useQueue } from '../api/use-queue.ts';
import { Account } from './account.tsx';
import { alertTo } from './alerts.ts';
import { Announcements } from './announce.tsx';
import { maySee, Navigation } from './navigation.tsx';

interface ShellProps {
  readonly me: Me;
  readonly waiting?: number;
  readonly isLive: boolean;
  readonly children: ReactNode;
}

const skipToMain = () => document.getElementById('main')?.focus();

const Shell = ({ me, waiting, isLive, children }: ShellProps) => (
  <div className="frame">
    {/* No link to #main: the hash names a page here. */}
    <button type="button" className="frame-skip" onClick={skipToMain}>
      Skip to the content
    </button>
    <header className="frame-bar">
      <img className="frame-brand" src="./icon.svg" alt="Homeroom" width="28" height="28" />
      <Navigation me={me} waiting={waiting} />
      <Account me={me} />
    </header>
    <div className="frame-offline" role="status">
      {!isLive && <p>No connection. Trying again; what you write is kept.</p>}
    </div>
    <main id="main" className="frame-main" tabIndex={-1}>
      {children}
    </main>
    <Announcements />
  </div>
);

/** The frame of those who answer families: it hears of what comes in on every page. */
const LiveShell = ({ me, children }: { me: Me; children: ReactNode }) => {
  const { handoffs, readAt } = useQueue('waiting');
  const onArrivals = useCallback((arrivals: readonly Arrival[]) => alertTo(me, arrivals), [me]);
  const isLive = useChanges({ from: readAt, me: me.person.id, onArrivals });
  const waiting = handoffs.filter(({ waitingSince }) => waitingSince !== undefined).length;
  return (
    <Shell me={me} waiting={waiting} isLive={isLive}>
      {children}
    </Shell>
  );
};

/** What stands around every page. */
export const Frame = ({ children }: { children: ReactNode }) => {
  const me = useMe();
  if (maySee(me.person.role, '/')) return <LiveShell me={me}>{children}</LiveShell>;
  return (
    <Shell me={me} isLive>
      {children}
    </Shell>
  );
};
