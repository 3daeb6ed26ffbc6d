import { type KeyboardEvent, useState } from 'react';
import { AttachMenu } from './attach-menu.tsx';
import { Icon } from './icons.tsx';
import type { Outgoing } from './requests.ts';

interface ComposerProps {
  readonly latestId: string | undefined;
  readonly onSend: (outgoing: Outgoing) => void;
}

const BURST = Array.from({ length: 10 }, (_, index) => index + 1);

/** Where the parent types. Enter sends, Shift and Enter start a new line. */
export const Composer = ({ latestId, onSend }: ComposerProps) => {
  const [draft, setDraft] = useState('');
  const submit = () => {
    const text = draft.trim();
    if (text === '') return;
    onSend({ kind: 'text', text });
    setDraft('');
  };
  const sendTen = () => {
    const text = draft.trim() || 'hola';
    for (const count of BURST) onSend({ kind: 'text', text: `${text} ${count}` });
    setDraft('');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // While an input method composes, Enter picks a word and does not send.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    submit();
  };
  return (
    <form
      className="composer"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <AttachMenu latestId={latestId} onSend={onSend} />
      <textarea
        aria-label="Message"
        placeholder="Message"
        rows={1}
        dir="auto"
        value={draft}
        onChange={(event) => setDraft(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <button
        type="button"
        className="icon-button burst"
        aria-label="Send ten at once"
        title="Send ten at once: what is typed, or hola"
        onClick={sendTen}
      >
        ×10
      </button>
      <button type="submit" className="send-button" aria-label="Send">
        <Icon name="send" size={22} />
      </button>
    </form>
  );
};
