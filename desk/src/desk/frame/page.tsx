import { type ReactNode, useEffect } from 'react';

interface PageProps {
  /** Stands as the heading and in the browser's tab. */
  readonly title: string;
  /** One sentence under the heading. */
  readonly about?: string;
  /** Buttons and filters beside the heading. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** The browser tab's title while a page is shown. */
export const useTitle = (title: string): void => {
  useEffect(() => {
    document.title = `${title} · Homeroom`;
  }, [title]);
};

/** A page of the desk that scrolls as a whole: heading, actions, content. It stands inside the frame's `main`. */
export const Page = ({ title, about, actions, children }: PageProps) => {
  useTitle(title);
  return (
    <div className="page">
      <header className="page-header">
        <div>
          <h1>{title}</h1>
          {about && <p className="page-about">{about}</p>}
        </div>
        {actions && <div className="page-actions">{actions}</div>}
      </header>
      {children}
    </div>
  );
};
