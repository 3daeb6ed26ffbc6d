import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import type { Person } from '#contract/desk-api.ts';
import { sentenceOf } from '../../api/errors.ts';
import { draftOf } from './person-draft.ts';
import { useSavePerson } from './use-people.ts';

interface ActivityDialogProps {
  readonly person: Person;
  readonly onSaved: (person: Person) => void;
  readonly onClose: () => void;
}

const DEACTIVATE =
  'They can no longer open the desk, from now on. What they wrote stays. Conversations that they have are still ' +
  'theirs until a lead gives them to somebody else.';
const ACTIVATE = 'They can open the desk again, with the role and the schools that they had.';

/** Asks once more before somebody is shut out, or let in again. */
export const ActivityDialog = ({ person, onSaved, onClose }: ActivityDialogProps) => {
  const { mutate, isPending, error } = useSavePerson(onSaved);
  const verb = person.isActive ? 'Deactivate' : 'Activate';
  return (
    <ModalOverlay className="dialog-veil" isOpen onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Modal className="dialog">
        <Dialog className="dialog-body" role="alertdialog">
          <Heading slot="title">
            {verb} {person.name}?
          </Heading>
          <p>{person.isActive ? DEACTIVATE : ACTIVATE}</p>
          {error && (
            <p className="field-error" role="alert">
              {sentenceOf(error)}
            </p>
          )}
          <div className="dialog-buttons">
            <Button className="button" onPress={onClose} autoFocus>
              Cancel
            </Button>
            <Button
              className="button button-primary"
              onPress={() => !isPending && mutate({ ...draftOf(person), isActive: !person.isActive })}
            >
              {isPending ? 'Saving…' : verb}
            </Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
};
