import { useEffect, useState } from 'react';
import type { SchoolNumber } from '../../../bin/local/whatsapp/page-contract.ts';
import type { Phone } from '../../../bin/local/whatsapp/world.ts';
import { ChatHeader } from './chat-header.tsx';
import { Composer } from './composer.tsx';
import { previewOf } from './content-words.ts';
import { MessageList } from './message-list.tsx';
import { markShown, type Outgoing, send } from './requests.ts';

interface ChatProps {
  readonly phone: Phone;
  readonly number: SchoolNumber;
  readonly isTyping: boolean;
  readonly now: number;
  /** On a narrow page only: back to the parents, and the panel that stands beside the phone elsewhere. */
  readonly onBack: (() => void) | undefined;
  readonly onWorld: (() => void) | undefined;
}

/** Tells the server that what has arrived is being looked at, while it is. */
const useMarkShown = (phone: Phone, number: string) => {
  const waiting = phone.messages.filter(
    (message) => message.from === 'school' && message.number === number && message.status === 'delivered',
  ).length;
  const isWanted = waiting > 0 && phone.knobs.reads === 'when_shown';
  useEffect(() => {
    if (!isWanted) return;
    const tell = () => document.visibilityState === 'visible' && waiting > 0 && void markShown(phone.id, number);
    tell();
    document.addEventListener('visibilitychange', tell);
    return () => document.removeEventListener('visibilitychange', tell);
  }, [isWanted, waiting, phone.id, number]);
};

/** The parent's phone, open at the chat with the school. */
export const Chat = ({ phone, number, isTyping, now, onBack, onWorld }: ChatProps) => {
  const [trouble, setTrouble] = useState('');
  const messages = phone.messages.filter((message) => message.number === number.id);
  const latest = messages.findLast((message) => message.from === 'school' && message.status !== 'failed');
  useMarkShown(phone, number.id);
  const onSend = async (outgoing: Outgoing) => {
    const asked = await send(phone.id, number.id, outgoing);
    setTrouble(asked.ok ? '' : asked.sentence);
  };
  return (
    <section className="chat" aria-label={`${phone.name}'s phone`}>
      <ChatHeader phone={phone} number={number} isTyping={isTyping} onBack={onBack} onWorld={onWorld} />
      <MessageList messages={messages} isTyping={isTyping} school={number.label} now={now} onSend={onSend} />
      <p className="visually-hidden" role="status">
        {latest && `${number.label}: ${previewOf(latest)}`}
      </p>
      {trouble && (
        <p className="trouble" role="alert">
          {trouble}
        </p>
      )}
      <Composer latestId={latest?.id} onSend={onSend} />
    </section>
  );
};
