import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import type { DirectoryPersonView } from '#contract/district-api.ts';
import { PersonForm } from './person-form.tsx';
import { usePersonForm } from './use-person-form.ts';

interface PersonDialogProps {
  /** Absent where somebody is added. */
  readonly person: DirectoryPersonView | undefined;
  /** The schools that the reader may give them. */
  readonly schools: readonly { readonly id: string; readonly name: string }[];
  readonly schoolName: (id: string) => string;
  readonly onSaved: (person: DirectoryPersonView) => void;
  readonly onClose: () => void;
}

/** Schools of somebody that the reader does not know stay in the list: saving must not take them away. */
const schoolsFor = ({ person, schools, schoolName }: PersonDialogProps) => {
  const others = (person?.schools ?? []).filter((id) => !schools.some((school) => school.id === id));
  return [...schools, ...others.map((id) => ({ id, name: schoolName(id) }))];
};

/** The form for somebody whom families can reach, over the page. */
export const PersonDialog = (props: PersonDialogProps) => {
  const { person, schoolName, onSaved, onClose } = props;
  const schools = schoolsFor(props);
  const only = schools.length === 1 ? schools[0]?.id : undefined;
  const form = usePersonForm({ person, school: only, schoolName, onSaved });
  return (
    <ModalOverlay className="dialog-veil" isOpen onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Modal className="dialog dialog-wide">
        <Dialog className="dialog-body">
          <Heading slot="title">{person ? `Edit ${person.name}` : 'Add a person'}</Heading>
          <PersonForm form={form} schools={schools} onCancel={onClose} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
};
