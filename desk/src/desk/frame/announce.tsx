import { useSyncExternalStore } from 'react';
import { Button } from 'react-aria-components';
import { Icon } from './icons.tsx';

interface Saying {
  readonly id: number;
  readonly text: string;
  /** `heard`: for readers of the screen only. */
  readonly tone: 'heard' | 'done' | 'trouble';
}

const SHOWN_MS = 8000;
let sayings: readonly Saying[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

const change = (next: readonly Saying[]) => {
  sayings = next;
  for (const listener of listeners) listener();
};

const dismiss = (id: number) => change(sayings.filter((saying) => saying.id !== id));

/** Says something to whoever sits at the desk. What is `trouble` stays until it is closed. */
export const announce = (text: string, tone: Saying['tone'] = 'done'): void => {
  lastId += 1;
  const id = lastId;
  change([...sayings.slice(-2), { id, text, tone }]);
  if (tone !== 'trouble') setTimeout(() => dismiss(id), SHOWN_MS);
};

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Where it is said. Mounted once, from the start, so that readers of the screen know it. */
export const Announcements = () => {
  const shown = useSyncExternalStore(subscribe, () => sayings);
  return (
    <div className="announcements" role="status" aria-live="polite">
      {shown.map(({ id, text, tone }) => (
        <div key={id} className={tone === 'heard' ? 'visually-hidden' : `announcement announcement-${tone}`}>
          <p>{text}</p>
          {tone !== 'heard' && (
            <Button className="button button-quiet button-icon" aria-label="Close" onPress={() => dismiss(id)}>
              <Icon name="close" />
            </Button>
          )}
        </div>
      ))}
    </div>
  );
};
