import { useState } from 'react';
import type { Content } from '../../../bin/local/whatsapp/world.ts';
import { Icon } from './icons.tsx';
import { Modal } from './modal.tsx';

interface ListDialogProps {
  readonly list: Extract<Content, { kind: 'list' }>;
  readonly onClose: () => void;
  readonly onChoose: (row: { readonly id: string; readonly title: string }) => void;
}

/** A list message, opened: arrow keys move, Enter sends. */
export const ListDialog = ({ list, onClose, onChoose }: ListDialogProps) => {
  const [chosenId, setChosenId] = useState<string>();
  const chosen = list.sections.flatMap(({ rows }) => rows).find(({ id }) => id === chosenId);
  return (
    <Modal title={list.button} onClose={onClose}>
      <form
        className="list-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (chosen) onChoose(chosen);
        }}
      >
        <div className="list-rows">
          {list.sections.map((section) => (
            <fieldset key={section.rows[0]?.id} className="list-section">
              <legend className={section.title ? 'list-section-title' : 'visually-hidden'} dir="auto">
                {section.title ?? list.button}
              </legend>
              {section.rows.map((row) => (
                <label key={row.id} className="list-row">
                  <span className="list-row-words" dir="auto">
                    <span className="list-row-title">{row.title}</span>
                    {row.description && <span className="list-row-description">{row.description}</span>}
                  </span>
                  <input
                    type="radio"
                    name="row"
                    aria-label={row.title}
                    aria-description={row.description}
                    checked={row.id === chosenId}
                    onChange={() => setChosenId(row.id)}
                  />
                </label>
              ))}
            </fieldset>
          ))}
        </div>
        <button type="submit" className="primary-button" disabled={!chosen}>
          <Icon name="send" /> Send
        </button>
      </form>
    </Modal>
  );
};
