import { type ReactNode, useCallback } from 'react';
import { ApiError } from '../api/errors.ts';
import { useMeQuery } from '../api/use-me.ts';
import { FullPage } from '../frame/full-page.tsx';
import { IdleWarning } from './idle-warning.tsx';
import { useLeave } from './leave.ts';

/** Lets in who is on the list of staff, and watches that somebody is there. */
export const Admission = ({ children }: { children: ReactNode }) => {
  const { data: me, error, failureCount } = useMeQuery();
  const leave = useLeave();
  const leaveIdle = useCallback(() => leave('idle'), [leave]);
  if (error instanceof ApiError && error.status === 403) {
    return (
      <FullPage
        title="You are not on the list of staff"
        action={{ words: 'Log out', onPress: () => leave('logged_out') }}
      >
        <p>{error.message}</p>
        <p>Ask an admin of your school to add you, then load this page again.</p>
      </FullPage>
    );
  }
  if (me) {
    return (
      <>
        {children}
        <IdleWarning minutes={me.idleMinutes} onIdle={leaveIdle} />
      </>
    );
  }
  if (failureCount === 0) return null;
  return (
    <FullPage title="No connection">
      <p role="status">{error?.message ?? 'Homeroom does not answer. Trying again; this page goes on by itself.'}</p>
    </FullPage>
  );
};
