import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useIdle } from './idle.ts';

interface IdleWarningProps {
  readonly minutes: number;
  readonly onIdle: () => void;
}

/** Ends the session of a desk that nobody sits at, and says so a minute before. */
export const IdleWarning = ({ minutes, onIdle }: IdleWarningProps) => {
  const { endsInMs, stay } = useIdle(minutes, onIdle);
  const seconds = Math.ceil((endsInMs ?? 0) / 1000);
  return (
    <ModalOverlay className="dialog-veil" isOpen={endsInMs !== undefined} onOpenChange={stay} isDismissable={false}>
      <Modal className="dialog">
        <Dialog role="alertdialog" className="dialog-body">
          <Heading slot="title">Are you still here?</Heading>
          <p>
            For the families’ privacy the desk closes when nobody uses it.{' '}
            <span aria-live="off">It closes in {seconds} seconds.</span> Replies that you have not sent are then lost.
          </p>
          <div className="dialog-buttons">
            <Button className="button" onPress={onIdle}>
              Log out
            </Button>
            <Button className="button button-primary" autoFocus onPress={stay}>
              I am here
            </Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
};
