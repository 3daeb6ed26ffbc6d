import { useState } from 'react';
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import type { HandoffView, SavedReply } from '#contract/desk-api.ts';
import { useMe } from '../api/use-me.ts';
import { useSavedReplies } from '../api/use-saved-replies.ts';
import { Icon } from '../frame/icons.tsx';
import { Loading, Trouble } from '../frame/states.tsx';
import { languageOf } from '../words/languages.ts';
import { SavedReplyForm } from './saved-reply-form.tsx';

interface SavedRepliesProps {
  readonly handoff: HandoffView;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** Takes the English into the reply box, where there is none in the family's language. */
  readonly onEnglish: (text: string) => void;
}

interface ListProps {
  readonly replies: readonly SavedReply[];
  readonly lang: string;
  readonly languageName: string;
  readonly onChoose: (reply: SavedReply) => void;
}

const List = ({ replies, lang, languageName, onChoose }: ListProps) => {
  const [words, setWords] = useState('');
  const wanted = words.trim().toLowerCase();
  const found = replies.filter(({ title, texts }) => `${title} ${texts['en'] ?? ''}`.toLowerCase().includes(wanted));
  return (
    <>
      <div className="filter-search">
        <Icon name="search" />
        <input
          type="search"
          className="input"
          aria-label="Search saved replies"
          placeholder="Search"
          // biome-ignore lint/a11y/noAutofocus: the dialog was opened to look for something.
          autoFocus
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </div>
      <ul className="saved-list" aria-label="Saved replies">
        {found.map((reply) => (
          <li key={reply.id}>
            <Button className="saved-item" onPress={() => onChoose(reply)}>
              <span className="saved-title">{reply.title}</span>
              {reply.texts[lang] === undefined && <span className="badge badge-warn">Not in {languageName}</span>}
              <span className="saved-text">{reply.texts['en']}</span>
            </Button>
          </li>
        ))}
      </ul>
      {found.length === 0 && <p className="hint">Nothing fits.</p>}
    </>
  );
};

/** Replies that people have written beforehand, in the family's language. */
export const SavedReplies = ({ handoff, isOpen, onClose, onEnglish }: SavedRepliesProps) => {
  const me = useMe();
  const { data, error, refetch } = useSavedReplies();
  const [chosen, setChosen] = useState<SavedReply>();
  const language = languageOf(me, handoff.lang);
  const close = () => {
    setChosen(undefined);
    onClose();
  };
  return (
    <ModalOverlay className="dialog-veil" isOpen={isOpen} onOpenChange={close} isDismissable>
      <Modal className="dialog dialog-wide">
        <Dialog className="dialog-body">
          <Heading slot="title">{chosen ? chosen.title : 'Saved replies'}</Heading>
          {!data && !error && <Loading />}
          {error && !data && <Trouble error={error} onRetry={() => void refetch()} />}
          {data && !chosen && (
            <List replies={data.replies} lang={handoff.lang} languageName={language.name} onChoose={setChosen} />
          )}
          {chosen && (
            <SavedReplyForm
              handoff={handoff}
              saved={chosen}
              language={language}
              onBack={() => setChosen(undefined)}
              onDone={close}
              onEnglish={(text) => {
                onEnglish(text);
                close();
              }}
            />
          )}
          {!chosen && (
            <div className="dialog-buttons">
              <Button className="button" onPress={close}>
                Close
              </Button>
            </div>
          )}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
};
