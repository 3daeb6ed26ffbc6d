import { FullPage } from '../frame/full-page.tsx';
import type { DeskConfig } from './config.ts';
import { type Ending, goToLogin } from './session.ts';

const TITLES: Readonly<Record<Ending | 'failed', string>> = {
  logged_out: 'You are logged out',
  idle: 'You were logged out',
  expired: 'Your session has ended',
  failed: 'The login did not work',
};

const SENTENCES: Readonly<Record<Ending | 'failed', string>> = {
  logged_out: 'Nothing of the families is left on this screen.',
  idle: 'Nobody used the desk for a while, so it closed itself. Nothing that was sent is lost.',
  expired: 'Log in again to go on where you were. Nothing that was sent is lost.',
  failed: 'The way back from the login was interrupted. Log in again.',
};

/** Why nobody is in, and the way back. */
export const EndedPage = ({ reason, config }: { reason: Ending | 'failed'; config: DeskConfig }) => (
  <FullPage
    title={TITLES[reason]}
    action={{ words: 'Log in', onPress: () => void goToLogin(config).catch(() => location.reload()) }}
  >
    <p>{SENTENCES[reason]}</p>
  </FullPage>
);
