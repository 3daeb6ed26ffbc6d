import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';

const KEYS = [
  ['j or ↓', 'the next conversation'],
  ['k or ↑', 'the one before'],
  ['Enter', 'open it'],
  ['c', 'claim it'],
  ['/', 'search'],
  ['Ctrl or ⌘ + Enter', 'send a reply or a note'],
  ['?', 'these keys'],
] as const;

interface KeysHelpProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** What the keys do. */
export const KeysHelp = ({ isOpen, onClose }: KeysHelpProps) => (
  <ModalOverlay className="dialog-veil" isOpen={isOpen} onOpenChange={onClose} isDismissable>
    <Modal className="dialog">
      <Dialog className="dialog-body">
        <Heading slot="title">Keys</Heading>
        <dl className="keys">
          {KEYS.map(([key, words]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
        <p className="hint">Single keys can be switched off under your name.</p>
        <div className="dialog-buttons">
          <Button className="button button-primary" onPress={onClose}>
            Close
          </Button>
        </div>
      </Dialog>
    </Modal>
  </ModalOverlay>
);
