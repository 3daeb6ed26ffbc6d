import { Component, type ReactNode } from 'react';

interface State {
  readonly hasFailed: boolean;
}

/** What is shown where a part of the page broke: the rest of the desk goes on. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { hasFailed: false };

  static getDerivedStateFromError(): State {
    return { hasFailed: true };
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children;
    return (
      <div className="state-full" role="alert">
        <h1>This part of the desk broke</h1>
        <p>
          Nothing that was sent is lost. Load the page again; if it breaks again, tell the person who runs Homeroom.
        </p>
        <button type="button" className="button button-primary" onClick={() => location.reload()}>
          Load again
        </button>
      </div>
    );
  }
}
