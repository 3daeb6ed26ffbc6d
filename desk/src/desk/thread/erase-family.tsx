import { useState } from 'react';
import {
  Button,
  Dialog,
  Heading,
  Menu,
  MenuItem,
  MenuTrigger,
  Modal,
  ModalOverlay,
  Popover,
} from 'react-aria-components';
import { Icon } from '../frame/icons.tsx';

interface EraseFamilyProps {
  readonly isDisabled: boolean;
  readonly onErase: () => void;
}

type Asked = 'not' | 'once' | 'twice';

/** The menu of what is seldom wanted. Deleting a family is asked for twice: nothing brings it back. */
export const EraseFamily = ({ isDisabled, onErase }: EraseFamilyProps) => {
  const [box, setBox] = useState<HTMLElement | null>(null);
  const [asked, setAsked] = useState<Asked>('not');
  const close = () => setAsked('not');
  return (
    <div ref={setBox}>
      <MenuTrigger>
        <Button className="button" aria-label="More about this family" isDisabled={isDisabled}>
          More
          <Icon name="more" />
        </Button>
        <Popover className="popover" placement="bottom end" {...(box ? { UNSTABLE_portalContainer: box } : {})}>
          <Menu className="menu" aria-label="More about this family" onAction={() => setAsked('once')}>
            <MenuItem id="erase" className="menu-item" textValue="Delete this family">
              Delete this family…
            </MenuItem>
          </Menu>
        </Popover>
      </MenuTrigger>
      <ModalOverlay className="dialog-veil" isOpen={asked !== 'not'} onOpenChange={close}>
        <Modal className="dialog">
          <Dialog role="alertdialog" className="dialog-body">
            <Heading slot="title">{asked === 'twice' ? 'Are you sure?' : 'Delete this family?'}</Heading>
            {asked === 'twice' ? (
              <p>Nothing brings it back. If the family still waits for an answer, give it first.</p>
            ) : (
              <p>
                Everything that Homeroom knows about the family is removed: messages, children, requests, files and this
                conversation. Mails that the school has received stay there. The family is told, if it can be written
                to.
              </p>
            )}
            <div className="dialog-buttons">
              <Button className="button button-primary" autoFocus onPress={close}>
                Keep it
              </Button>
              {asked === 'twice' ? (
                <Button
                  className="button"
                  onPress={() => {
                    close();
                    onErase();
                  }}
                >
                  Yes, delete everything
                </Button>
              ) : (
                <Button className="button" onPress={() => setAsked('twice')}>
                  Delete…
                </Button>
              )}
            </div>
          </Dialog>
        </Modal>
      </ModalOverlay>
    </div>
  );
};
