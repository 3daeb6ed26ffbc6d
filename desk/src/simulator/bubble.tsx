import type { ChatMessage } from '../../../bin/local/whatsapp/world.ts';
import { BubbleContent } from './bubble-content.tsx';
import { Choices } from './choices.tsx';
import { previewOf } from './content-words.ts';
import type { Outgoing } from './requests.ts';
import { Ticks } from './ticks.tsx';
import { timeOf } from './times.ts';

interface BubbleProps {
  readonly message: ChatMessage;
  readonly quoted: ChatMessage | undefined;
  readonly reaction: string | undefined;
  /** The name of the school's number. */
  readonly school: string;
  readonly onSend: (outgoing: Outgoing) => void;
}

const Quote = ({ message, school }: { message: ChatMessage; school: string }) => (
  <blockquote className="quote">
    <span className="quote-name">{message.from === 'parent' ? 'You' : school}</span>
    <span className="quote-words" dir="auto" lang={message.lang}>
      {previewOf(message)}
    </span>
  </blockquote>
);

/**
 * One message. The parent's own stand at the end, green; the school's at the start, white. Both have ticks:
 * those of the school's messages are what the school sees of them, which a real phone would not show.
 */
export const Bubble = ({ message, quoted, reaction, school, onSend }: BubbleProps) => {
  const { error, from, status } = message;
  return (
    <li className={`message message-${from}`} data-testid="message" data-from={from} data-status={status}>
      <div className={`bubble ${status === 'failed' ? 'bubble-failed' : ''}`}>
        <span className="visually-hidden">{from === 'parent' ? 'You: ' : `${school}: `}</span>
        {quoted && <Quote message={quoted} school={school} />}
        <div className="bubble-row">
          <div>
            <BubbleContent content={message.content} lang={message.lang} />
          </div>
          <span className="bubble-meta">
            <time dateTime={new Date(message.at).toISOString()}>{timeOf(message.at)}</time>
            <Ticks status={status} />
          </span>
        </div>
        {reaction && (
          <span className="bubble-reaction" role="img" aria-label={`Reaction: ${reaction}`}>
            {reaction}
          </span>
        )}
      </div>
      {status === 'failed' && error ? (
        <p className="failure">
          Never reached this phone. Error {error.code}: {error.title}.
        </p>
      ) : (
        <Choices message={message} onSend={onSend} />
      )}
    </li>
  );
};
