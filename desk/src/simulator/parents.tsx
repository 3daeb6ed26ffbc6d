import { useState } from 'react';
import type { Phone } from '../../../bin/local/whatsapp/world.ts';
import { AddParent } from './add-parent.tsx';
import { previewOf } from './content-words.ts';
import { Icon } from './icons.tsx';
import { timeOrDayOf } from './times.ts';

interface ParentsProps {
  readonly phones: readonly Phone[];
  readonly chosenId: string | undefined;
  readonly now: number;
  readonly onChoose: (id: string) => void;
}

const initialsOf = (name: string) => [...name].find((letter) => /\p{L}|\p{N}/u.test(letter))?.toUpperCase() ?? '?';

/** What the parent has not seen yet. */
const unreadOf = (phone: Phone) =>
  phone.messages.filter((message) => message.from === 'school' && message.status === 'delivered').length;

const Parent = ({
  phone,
  isChosen,
  now,
  onChoose,
}: {
  phone: Phone;
  isChosen: boolean;
  now: number;
  onChoose: () => void;
}) => {
  const last = phone.messages.findLast(({ status }) => status !== 'failed');
  const unread = isChosen ? 0 : unreadOf(phone);
  return (
    <li>
      <button type="button" className="parent" aria-current={isChosen ? 'true' : undefined} onClick={onChoose}>
        <span className="avatar" aria-hidden="true">
          {initialsOf(phone.name)}
        </span>
        <span className="parent-words">
          <span className="parent-name" dir="auto">
            {phone.name}
          </span>
          <span className="parent-line">
            <span className="parent-preview" dir="auto" lang={last?.lang}>
              {last ? previewOf(last) : 'No messages yet'}
            </span>
            {last && <span className="parent-time">{timeOrDayOf(last.at, now)}</span>}
            {unread > 0 && (
              <span className="badge">
                {unread}
                <span className="visually-hidden"> unread</span>
              </span>
            )}
          </span>
        </span>
      </button>
    </li>
  );
};

export const Parents = ({ phones, chosenId, now, onChoose }: ParentsProps) => {
  const [isAdding, setIsAdding] = useState(false);
  return (
    <nav className="parents" aria-label="Parents">
      <header className="brand">
        <svg className="brand-mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
          <rect width="32" height="32" rx="8" />
          <path d="M7 15.5 16 8l9 7.5V25h-6v-6h-6v6H7z" />
        </svg>
        <div>
          <h1>Homeroom</h1>
          <p>Phones on this machine</p>
        </div>
      </header>
      <ul>
        {phones.map((phone) => (
          <Parent
            key={phone.id}
            phone={phone}
            isChosen={phone.id === chosenId}
            now={now}
            onChoose={() => onChoose(phone.id)}
          />
        ))}
      </ul>
      <button type="button" className="add-parent" onClick={() => setIsAdding(true)}>
        <Icon name="attach" /> Add a parent
      </button>
      {isAdding && (
        <AddParent
          onClose={() => setIsAdding(false)}
          onAdded={(id) => {
            setIsAdding(false);
            onChoose(id);
          }}
        />
      )}
    </nav>
  );
};
