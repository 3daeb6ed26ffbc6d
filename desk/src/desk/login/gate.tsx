import { QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { createApi } from '../api/client.ts';
import { createQueryClient } from '../api/query-client.ts';
import { ApiContext } from '../api/use-api.ts';
import { wishes } from '../api/wishes.ts';
import { FullPage } from '../frame/full-page.tsx';
import { clearDrafts } from '../reply/drafts.ts';
import { Admission } from './admission.tsx';
import type { DeskConfig } from './config.ts';
import { EndedPage } from './ended-page.tsx';
import { LeaveContext } from './leave.ts';
import type { Ending, Session } from './session.ts';
import { useOpening } from './use-opening.ts';

interface SignedInProps {
  readonly config: DeskConfig;
  readonly session: Session;
  readonly children: ReactNode;
}

const SignedIn = ({ config, session, children }: SignedInProps) => {
  const [ending, setEnding] = useState<Ending>();
  const client = useMemo(createQueryClient, []);
  const leave = useCallback(
    (reason: Ending) => {
      setEnding((earlier) => earlier ?? reason);
      client.clear();
      clearDrafts();
      wishes.clear();
      void session.end(reason);
    },
    [client, session],
  );
  const api = useMemo(
    () => createApi({ base: config.api, token: session.token, onLoggedOut: () => leave('expired') }),
    [config, session, leave],
  );
  if (ending) return <EndedPage reason={ending} config={config} />;
  return (
    <LeaveContext value={leave}>
      <ApiContext value={api}>
        <QueryClientProvider client={client}>
          <Admission>{children}</Admission>
        </QueryClientProvider>
      </ApiContext>
    </LeaveContext>
  );
};

/** Lets in who is logged in and on the list of staff; tells everybody else what to do. */
export const Gate = ({ children }: { children: ReactNode }) => {
  const state = useOpening();
  switch (state.kind) {
    case 'starting':
      return null;
    case 'unreachable':
      return (
        <FullPage title="No connection">
          <p role="status">Homeroom cannot be reached. Trying again; this page goes on by itself.</p>
        </FullPage>
      );
    case 'failed':
      return <EndedPage reason="failed" config={state.config} />;
    case 'told':
      break;
    default:
      return state satisfies never;
  }
  const { config, opening } = state;
  if (opening.kind === 'ended') return <EndedPage reason={opening.reason} config={config} />;
  if (opening.kind === 'redirecting') return null;
  return (
    <SignedIn config={config} session={opening.session}>
      {children}
    </SignedIn>
  );
};
