import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import type { Closure, SchoolView } from '#contract/district-api.ts';
import { ApiError } from '../../api/errors.ts';
import { useSetClosure } from '../../api/use-district.ts';
import { ClosureForm } from './closure-form.tsx';
import { standingWords } from './closure-words.ts';

interface ClosureDialogProps {
  readonly school: SchoolView;
  readonly today: string;
  readonly onSaved: (closure: Closure) => void;
  readonly onClose: () => void;
}

/** What a colleague has done in the meantime, so that nobody undoes it unseen. */
const Meanwhile = ({ closure, today }: { closure: Closure | undefined; today: string }) => (
  <p className="closure-meanwhile">
    {closure ? `A colleague was quicker: ${standingWords(closure, today)}` : 'A colleague has changed this school.'} Yes
    puts what you chose in its place.
  </p>
);

/** The closing switch of one school, over the page: the one confirmation before families are told. */
export const ClosureDialog = ({ school, today, onSaved, onClose }: ClosureDialogProps) => {
  const { mutate, isPending, error } = useSetClosure();
  const save = (closure: Closure) =>
    mutate({ id: school.id, version: school.version, closure }, { onSuccess: () => onSaved(closure) });
  const wasQuicker = error instanceof ApiError && error.status === 409;
  return (
    <ModalOverlay className="dialog-veil" isOpen onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Modal className="dialog">
        <Dialog className="dialog-body">
          <Heading slot="title">{school.name}: close or change a day</Heading>
          {wasQuicker && <Meanwhile closure={school.closure} today={today} />}
          <ClosureForm
            school={school}
            today={today}
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
