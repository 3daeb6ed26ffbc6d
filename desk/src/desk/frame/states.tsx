import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { sentenceOf } from '../api/errors.ts';

/** Says that something is on its way. It appears after a moment, so that quick answers do not flicker. */
export const Loading = ({ what = 'Loading…' }: { what?: string }) => (
  <p className="state-loading" role="status">
    {what}
  </p>
);

/** Says why something could not be shown, and offers to try again. */
export const Trouble = ({ error, onRetry }: { error: unknown; onRetry?: () => void }) => (
  <div className="state-trouble" role="alert">
    <p>{sentenceOf(error)}</p>
    {onRetry && (
      <Button className="button" onPress={onRetry}>
        Try again
      </Button>
    )}
  </div>
);

/** Says that there is nothing here, and what that means. */
export const Empty = ({ title, children }: { title: string; children?: ReactNode }) => (
  <div className="state-empty">
    <p className="state-empty-title">{title}</p>
    {children && <p>{children}</p>}
  </div>
);
