import type { SchoolNumber } from '../../../bin/local/whatsapp/page-contract.ts';
import type { Phone } from '../../../bin/local/whatsapp/world.ts';
import { Icon } from './icons.tsx';

interface ChatHeaderProps {
  readonly phone: Phone;
  readonly number: SchoolNumber;
  readonly isTyping: boolean;
  readonly onBack: (() => void) | undefined;
  readonly onWorld: (() => void) | undefined;
}

export const ChatHeader = ({ phone, number, isTyping, onBack, onWorld }: ChatHeaderProps) => (
  <header className="chat-header">
    {onBack && (
      <button type="button" className="icon-button" aria-label="Back to parents" onClick={onBack}>
        <Icon name="back" size={24} />
      </button>
    )}
    <svg className="school-picture" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path d="M7 15.5 16 8l9 7.5V25h-6v-6h-6v6H7z" />
    </svg>
    <div className="chat-title">
      <h2>{number.label}</h2>
      <p>{isTyping ? 'typing…' : onBack ? phone.name : number.displayNumber}</p>
    </div>
    {onWorld && (
      <button type="button" className="icon-button" aria-label="The world" aria-haspopup="dialog" onClick={onWorld}>
        <Icon name="world" size={24} />
      </button>
    )}
  </header>
);
