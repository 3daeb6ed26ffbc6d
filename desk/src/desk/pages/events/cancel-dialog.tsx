import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import type { EventSaved } from '#contract/events-api.ts';
import { sentenceOf } from '../../api/errors.ts';
import { useCancelEvent } from '../../api/use-events-changes.ts';
import { counted } from '../../charts/shares.ts';

interface CancelDialogProps {
  readonly id: string;
  /** The one time that is cancelled; absent where it is the whole event. */
  readonly occurrence?: string;
  readonly title: string;
  /** How many families plan for it. */
  readonly families: number;
  readonly onDone: (saved: EventSaved) => void;
  readonly onClose: () => void;
}

/** "12 families plan to come or asked for a reminder. They are told at once, each in its language." */
const toldWords = (families: number): string =>
  families === 0
    ? 'No family has said that it comes, so nobody is told.'
    : `${counted(families, 'family plans', 'families plan')} for it. ${families === 1 ? 'It is' : 'They are'} told at once, in ${families === 1 ? 'its' : 'their'} language.`;

/** The one question before an event is cancelled. */
export const CancelDialog = ({ id, occurrence, title, families, onDone, onClose }: CancelDialogProps) => {
  const { mutate, isPending, error } = useCancelEvent();
  const cancel = () =>
    !isPending && mutate({ id, ...(occurrence === undefined ? {} : { occurrence }) }, { onSuccess: onDone });
  return (
    <ModalOverlay className="dialog-veil" isOpen onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Modal className="dialog">
        <Dialog className="dialog-body" role="alertdialog">
          <Heading slot="title">Cancel {title}?</Heading>
          <p>{toldWords(families)}</p>
          <p className="hint">It cannot be undone. Who is told that it takes place after all has to be told by you.</p>
          {error && (
            <p className="field-error" role="alert">
              {sentenceOf(error)}
            </p>
          )}
          <div className="dialog-buttons">
            <Button className="button" onPress={onClose}>
              Keep it
            </Button>
            <Button className="button button-primary" onPress={cancel}>
              {isPending ? 'Cancelling…' : families === 0 ? 'Cancel it' : 'Cancel it and tell families'}
            </Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
};
