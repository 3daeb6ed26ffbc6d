import { useState } from 'react';
import { Modal } from './modal.tsx';
import { addParent } from './requests.ts';

const idOf = (body: unknown) =>
  typeof body === 'object' && body !== null && 'id' in body && typeof body.id === 'string' ? body.id : undefined;

/** A name is enough: WhatsApp knows people without a phone number since they may have a username. */
export const AddParent = ({ onClose, onAdded }: { onClose: () => void; onAdded: (id: string) => void }) => {
  const [name, setName] = useState('');
  const [phone, setPhone] = useState('');
  const [trouble, setTrouble] = useState('');
  const add = async () => {
    const asked = await addParent(name, phone);
    const id = asked.ok ? idOf(asked.body) : undefined;
    if (id !== undefined) onAdded(id);
    else setTrouble(asked.ok ? 'The stand-in did not say who was added.' : asked.sentence);
  };
  return (
    <Modal title="Add a parent" onClose={onClose}>
      <form
        className="add-form"
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <label>
          Name
          <input value={name} onChange={(event) => setName(event.target.value)} maxLength={60} required dir="auto" />
        </label>
        <label>
          Phone number (optional)
          <input
            value={phone}
            onChange={(event) => setPhone(event.target.value)}
            type="tel"
            placeholder="+1 312 555 0123"
            aria-describedby="phone-hint"
          />
        </label>
        <p id="phone-hint" className="hint">
          Without one, webhooks carry WhatsApp's user id alone, as for people with a username.
        </p>
        {trouble && (
          <p className="trouble" role="alert">
            {trouble}
          </p>
        )}
        <button type="submit" className="primary-button">
          Add
        </button>
      </form>
    </Modal>
  );
};
