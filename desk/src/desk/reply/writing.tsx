import { useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { type HandoffView, MOST_CHARACTERS, type ThreadEntry } from '#contract/desk-api.ts';
import { useNow } from '../api/clock.ts';
import { useMe } from '../api/use-me.ts';
import { languageOf } from '../words/languages.ts';
import { Hints } from './hints.tsx';
import { ReadsSo } from './reads-so.tsx';
import { SavedReplies } from './saved-replies.tsx';
import { SendButtons } from './send-buttons.tsx';
import { isSendKey } from './send-key.ts';
import { useSending } from './use-sending.ts';
import { isWindowClosed } from './window.ts';

interface WritingProps {
  readonly handoff: HandoffView;
  readonly entries: readonly ThreadEntry[];
}

/** From how many characters on it is said how many are left. */
const COUNT_FROM = MOST_CHARACTERS - 500;

/** Where a reply is written in English, with how the family will read it. */
export const Writing = ({ handoff, entries }: WritingProps) => {
  const me = useMe();
  const now = useNow();
  const language = languageOf(me, handoff.lang);
  const sending = useSending(handoff);
  const [isChoosing, setIsChoosing] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const { draft, preview, isPending, write, sendNow } = sending;
  const isForeign = handoff.lang !== 'en';
  return (
    <div className="writing">
      {isWindowClosed(entries, now) && (
        <p className="writing-notice">
          The family last wrote more than 24 hours ago: they will get a notice that an answer is ready.
        </p>
      )}
      <div className="writing-columns" data-foreign={isForeign || undefined}>
        <textarea
          ref={field}
          className="input writing-text"
          aria-label={isForeign ? 'Reply, in English' : 'Reply'}
          placeholder={isForeign ? `Write in English; the family reads ${language.name}` : 'Write a reply'}
          rows={3}
          maxLength={MOST_CHARACTERS}
          lang="en"
          readOnly={isPending}
          value={draft.reply}
          onChange={(event) => write(event.target.value)}
          onKeyDown={(event) => isSendKey(event) && sendNow()}
        />
        {isForeign && <ReadsSo language={language} sending={sending} />}
      </div>
      {draft.reply.length > COUNT_FROM && (
        <p className="hint">{MOST_CHARACTERS - draft.reply.length} characters are left.</p>
      )}
      {preview && draft.reply.trim() !== '' && (
        <Hints
          text={draft.reply}
          hints={preview.hints}
          onApply={(text) => {
            write(text);
            field.current?.focus();
          }}
        />
      )}
      <div className="writing-buttons">
        <Button className="button" onPress={() => setIsChoosing(true)}>
          Saved replies
        </Button>
        <SendButtons language={language} sending={sending} />
      </div>
      <SavedReplies
        handoff={handoff}
        isOpen={isChoosing}
        onClose={() => setIsChoosing(false)}
        onEnglish={(text) => write(text)}
      />
    </div>
  );
};
