import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import type { Me, Person } from '#contract/desk-api.ts';
import { draftOf, newDraft } from './person-draft.ts';
import { PersonForm } from './person-form.tsx';
import { useSavePerson } from './use-people.ts';

interface PersonDialogProps {
  /** Absent where somebody is added. */
  readonly person?: Person | undefined;
  readonly people: readonly Person[];
  readonly me: Me;
  readonly onSaved: (person: Person) => void;
  readonly onClose: () => void;
}

/** Schools of the person that the reader does not know stay in the list: saving must not take them away. */
const schoolsFor = (me: Me, person: Person | undefined) => {
  const unknown = (person?.schools ?? []).filter((id) => !me.schools.some((school) => school.id === id));
  return [...me.schools, ...unknown.map((id) => ({ id, name: id }))];
};

/** The form for a person, over the page. */
export const PersonDialog = ({ person, people, me, onSaved, onClose }: PersonDialogProps) => {
  const save = useSavePerson(onSaved);
  const schools = schoolsFor(me, person);
  const [only, ...others] = schools;
  return (
    <ModalOverlay className="dialog-veil" isOpen onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Modal className="dialog">
        <Dialog className="dialog-body">
          <Heading slot="title">{person ? `Edit ${person.name}` : 'Add a person'}</Heading>
          <PersonForm
            start={person ? draftOf(person) : newDraft(others.length === 0 ? only?.id : undefined)}
            isNew={!person}
            isSelf={person?.id === me.person.id}
            takenIds={new Set(person ? [] : people.map(({ id }) => id))}
            schools={schools}
            isSaving={save.isPending}
            error={save.error}
            onSave={(draft) => save.mutate(draft)}
            onCancel={onClose}
          />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
};
