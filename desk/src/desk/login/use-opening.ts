import { useEffect, useState } from 'react';
import { type DeskConfig, loadConfig } from './config.ts';
import { LoginFailedError, type Opening, openSession } from './session.ts';

/** How far the page is on its way in. `unreachable`: page or login cannot be reached now, and is tried again. */
export type OpeningState =
  | { readonly kind: 'starting' | 'unreachable' }
  | { readonly kind: 'failed'; readonly config: DeskConfig }
  | { readonly kind: 'told'; readonly config: DeskConfig; readonly opening: Opening };

const AGAIN_MS = 3000;

const open = async (): Promise<OpeningState> => {
  const config = await loadConfig();
  try {
    return { kind: 'told', config, opening: await openSession(config) };
  } catch (error) {
    if (error instanceof LoginFailedError) return { kind: 'failed', config };
    throw error;
  }
};

let opening: Promise<OpeningState> | undefined;

/** A code of the login is good for once only, whatever React does. */
const openOnce = (): Promise<OpeningState> => {
  opening ??= open().catch((error: unknown) => {
    opening = undefined;
    throw error;
  });
  return opening;
};

/** Opens the page: settings, then the login. It goes on trying while there is no connection. */
export const useOpening = (): OpeningState => {
  const [state, setState] = useState<OpeningState>({ kind: 'starting' });
  useEffect(() => {
    let isGone = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const attempt = async () => {
      const next = await openOnce().catch((): OpeningState => ({ kind: 'unreachable' }));
      if (isGone) return;
      setState(next);
      if (next.kind === 'unreachable') timer = setTimeout(attempt, AGAIN_MS);
    };
    void attempt();
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, []);
  return state;
};
