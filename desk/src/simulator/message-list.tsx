import { Fragment, useLayoutEffect, useRef } from 'react';
import type { ChatMessage } from '../../../bin/local/whatsapp/world.ts';
import { Bubble } from './bubble.tsx';
import type { Outgoing } from './requests.ts';
import { dayOf } from './times.ts';

interface MessageListProps {
  readonly messages: readonly ChatMessage[];
  readonly isTyping: boolean;
  readonly school: string;
  readonly now: number;
  readonly onSend: (outgoing: Outgoing) => void;
}

/** Reactions stand on the message they are about; the last one counts, an empty one removes it. */
const reactionsOf = (messages: readonly ChatMessage[]) =>
  new Map(
    messages.flatMap(({ content }) => (content.kind === 'reaction' ? [[content.to, content.emoji] as const] : [])),
  );

export const MessageList = ({ messages, isTyping, school, now, onSend }: MessageListProps) => {
  const end = useRef<HTMLLIElement>(null);
  const reactions = reactionsOf(messages);
  const shown = messages.filter(({ content }) => content.kind !== 'reaction');
  const lastStatus = shown.at(-1)?.status;
  // biome-ignore lint/correctness/useExhaustiveDependencies: scrolls when something is added below.
  useLayoutEffect(() => {
    end.current?.scrollIntoView({ block: 'end' });
  }, [shown.length, isTyping, lastStatus]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard.
    <ol className="messages" aria-label="Messages" tabIndex={0}>
      {shown.length === 0 && (
        <li className="messages-empty">
          No messages yet. Type <b lang="es">hola</b> below.
        </li>
      )}
      {shown.map((message, index) => {
        const today = dayOf(message.at, now);
        const before = shown[index - 1];
        return (
          <Fragment key={message.id}>
            {(!before || dayOf(before.at, now) !== today) && <li className="day">{today}</li>}
            <Bubble
              message={message}
              quoted={messages.find(({ id }) => id === message.quotes)}
              reaction={reactions.get(message.id)}
              school={school}
              onSend={onSend}
            />
          </Fragment>
        );
      })}
      {isTyping && (
        <li className="message message-school">
          <div className="bubble typing" role="img" aria-label={`${school} is typing`}>
            <span />
            <span />
            <span />
          </div>
        </li>
      )}
      <li ref={end} className="messages-end" aria-hidden="true" />
    </ol>
  );
};
