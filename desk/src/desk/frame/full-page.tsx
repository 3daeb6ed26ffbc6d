import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useTitle } from './page.tsx';

interface FullPageProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly action?: { readonly words: string; readonly onPress: () => void };
}

/** A page of its own without the frame: before somebody is in, and when they are not any more. */
export const FullPage = ({ title, children, action }: FullPageProps) => {
  useTitle(title);
  return (
    <main className="state-full">
      <h1>{title}</h1>
      {children}
      {action && (
        <Button className="button button-primary" onPress={action.onPress}>
          {action.words}
        </Button>
      )}
    </main>
  );
};
