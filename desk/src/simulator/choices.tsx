import { useState } from 'react';
import type { ChatMessage } from '../../../bin/local/whatsapp/world.ts';
import { Icon } from './icons.tsx';
import { ListDialog } from './list-dialog.tsx';
import type { Outgoing } from './requests.ts';

interface ChoicesProps {
  readonly message: ChatMessage;
  readonly onSend: (outgoing: Outgoing) => void;
}

/** Buttons, or the button that opens a list. They stay tappable, however old: as on a real phone. */
export const Choices = ({ message, onSend }: ChoicesProps) => {
  const [isOpen, setIsOpen] = useState(false);
  const { content, lang } = message;
  const tap = ({ id, title }: { readonly id: string; readonly title: string }) =>
    onSend({ kind: 'tap', id, title, contextId: message.id });
  if (content.kind === 'buttons') {
    return (
      <div className="choices" lang={lang}>
        {content.buttons.map((button) => (
          <button key={button.id} type="button" className="choice" onClick={() => tap(button)}>
            <Icon name="reply" size={16} />
            <span dir="auto">{button.title}</span>
          </button>
        ))}
      </div>
    );
  }
  if (content.kind !== 'list') return null;
  return (
    <div className="choices" lang={lang}>
      <button type="button" className="choice" aria-haspopup="dialog" onClick={() => setIsOpen(true)}>
        <Icon name="list" size={16} />
        <span dir="auto">{content.button}</span>
      </button>
      {isOpen && (
        <ListDialog
          list={content}
          onClose={() => setIsOpen(false)}
          onChoose={(row) => {
            setIsOpen(false);
            tap(row);
          }}
        />
      )}
    </div>
  );
};
