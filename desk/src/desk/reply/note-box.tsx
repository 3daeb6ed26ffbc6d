import { Button } from 'react-aria-components';
import { type HandoffView, MOST_CHARACTERS } from '#contract/desk-api.ts';
import { handoffKey } from '../api/known.ts';
import { announce } from '../frame/announce.tsx';
import { useActing } from '../thread/use-acting.ts';
import { keepDraft, useDraft } from './drafts.ts';
import { isSendKey } from './send-key.ts';

/** A note for colleagues; it never reaches the family. */
export const NoteBox = ({ handoff }: { handoff: HandoffView }) => {
  const key = handoffKey(handoff);
  const { note } = useDraft(key);
  const { run, isPending } = useActing(handoff);
  const text = note.trim();
  const canSave = text !== '' && !isPending;
  const save = async () => {
    if (!canSave || !(await run({ kind: 'note', text }))) return;
    keepDraft(key, { note: '' });
    announce('Note saved', 'heard');
  };
  return (
    <div className="writing">
      <textarea
        className="input writing-text"
        aria-label="Note for colleagues"
        placeholder="Only staff see this"
        rows={2}
        maxLength={MOST_CHARACTERS}
        readOnly={isPending}
        value={note}
        onChange={(event) => keepDraft(key, { note: event.target.value })}
        onKeyDown={(event) => isSendKey(event) && void save()}
      />
      <div className="writing-buttons">
        <Button className="button button-primary" isDisabled={!canSave} onPress={() => void save()}>
          {isPending ? 'Saving…' : 'Save note'}
        </Button>
      </div>
    </div>
  );
};
