import { useState } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import type { FeedView } from '#contract/feeds-api.ts';
import { useMe } from '../../api/use-me.ts';
import { draftOf, editOf, type FeedDraft, newFeed } from './feed-draft.ts';
import { FeedForm } from './feed-form.tsx';
import { useSaveFeed } from './use-feeds.ts';

interface FeedDialogProps {
  /** Absent where a calendar is added. */
  readonly view?: FeedView | undefined;
  readonly onSaved: (feed: FeedView) => void;
  readonly onClose: () => void;
}

/** The form of a calendar, over the page. */
export const FeedDialog = ({ view, onSaved, onClose }: FeedDialogProps) => {
  const me = useMe();
  const { mutate, isPending, error } = useSaveFeed();
  const [id] = useState(() => view?.id ?? crypto.randomUUID());
  const save = (draft: FeedDraft) =>
    mutate({ id, version: view?.version ?? 0, feed: editOf(draft) }, { onSuccess: onSaved });
  return (
    <ModalOverlay className="dialog-veil" isOpen onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Modal className="dialog">
        <Dialog className="dialog-body">
          <Heading slot="title">{view ? `Edit ${view.feed.name}` : 'Follow a calendar'}</Heading>
          <FeedForm
            start={view ? draftOf(view) : newFeed(me.schools.map((school) => school.id))}
            id={view?.id}
            schools={me.schools}
            mayTakeDistrict={me.person.role === 'admin'}
            isSaving={isPending}
            error={error}
            onSave={save}
            onCancel={onClose}
          />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
};
