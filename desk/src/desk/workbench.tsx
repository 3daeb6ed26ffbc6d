import { handoffKey } from './api/known.ts';
import { useTitle } from './frame/page.tsx';
import { QueuePane } from './queue/queue-pane.tsx';
import { ThreadPane } from './thread/thread-pane.tsx';

interface WorkbenchProps {
  /** The conversation that is open. */
  readonly opened?: { readonly contact: string; readonly id: string };
}

/** The queue, and beside it the conversation that is open. On a narrow page only one of them is seen. */
export const Workbench = ({ opened }: WorkbenchProps) => {
  useTitle(opened ? 'Conversation' : 'Waiting');
  const key = opened && handoffKey(opened);
  return (
    <div className="workbench" data-opened={opened ? true : undefined}>
      <QueuePane opened={key} />
      {opened && <ThreadPane key={key} contact={opened.contact} id={opened.id} />}
    </div>
  );
};
