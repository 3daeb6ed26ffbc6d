import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { Icon, type IconName } from './icons.tsx';
import type { Outgoing } from './requests.ts';

const ITEMS = [
  { icon: 'photo', label: 'Photo' },
  { icon: 'voice', label: 'Voice note' },
  { icon: 'sticker', label: 'Sticker' },
  { icon: 'document', label: 'Document' },
  { icon: 'location', label: 'Location' },
  { icon: 'contact', label: 'Contact' },
  { icon: 'reaction', label: 'Reaction' },
] as const satisfies readonly { icon: IconName; label: string }[];

interface AttachMenuProps {
  /** The school's latest message, which a reaction is about. */
  readonly latestId: string | undefined;
  readonly onSend: (outgoing: Outgoing) => void;
}

const STEPS: Record<string, (index: number, count: number) => number> = {
  ArrowDown: (index, count) => (index + 1) % count,
  ArrowUp: (index, count) => (index - 1 + count) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

const entriesOf = (menu: HTMLElement | null) => [...(menu?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];

/** A menu button as the ARIA practices describe it. */
export const AttachMenu = ({ latestId, onSend }: AttachMenuProps) => {
  const [isOpen, setIsOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const menuId = useId();
  const items = ITEMS.filter(({ icon }) => icon !== 'reaction' || latestId !== undefined);
  useEffect(() => {
    if (!isOpen) return;
    entriesOf(menu.current)[0]?.focus();
    const closeOutside = (event: PointerEvent) => {
      const isInside = event.target instanceof Node && menu.current?.parentElement?.contains(event.target);
      if (!isInside) setIsOpen(false);
    };
    document.addEventListener('pointerdown', closeOutside);
    return () => document.removeEventListener('pointerdown', closeOutside);
  }, [isOpen]);
  const close = () => {
    setIsOpen(false);
    button.current?.focus();
  };
  const choose = (icon: (typeof ITEMS)[number]['icon']) => {
    close();
    if (icon !== 'reaction') onSend({ kind: icon });
    else if (latestId !== undefined) onSend({ kind: 'reaction', emoji: '👍', to: latestId });
  };
  const move = (event: KeyboardEvent) => {
    if (event.key === 'Escape') return close();
    if (event.key === 'Tab') return setIsOpen(false);
    const all = entriesOf(menu.current);
    const at = all.findIndex((entry) => entry.contains(document.activeElement));
    const next = STEPS[event.key]?.(at, all.length);
    if (next === undefined) return;
    event.preventDefault();
    all[next]?.focus();
  };
  return (
    <div className="attach">
      <button
        ref={button}
        type="button"
        className="icon-button"
        aria-label="Attach"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={menuId}
        onClick={() => setIsOpen(!isOpen)}
      >
        <Icon name="attach" size={24} />
      </button>
      {isOpen && (
        <div ref={menu} id={menuId} className="menu" role="menu" aria-label="Attach" onKeyDown={move} tabIndex={-1}>
          {items.map(({ icon, label }) => (
            <button key={icon} type="button" role="menuitem" tabIndex={-1} onClick={() => choose(icon)}>
              <Icon name={icon} /> {label}
            </button>
          ))}
        </div>
      )}
    </div>
  );
};
