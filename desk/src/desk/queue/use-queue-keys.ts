import { type KeyboardEvent as ReactKeyboardEvent, type RefObject, useEffect, useRef } from 'react';
import type { HandoffView } from '#contract/desk-api.ts';
import { usePreferences } from '../frame/preferences.ts';
import { useActing } from '../thread/use-acting.ts';

interface QueueKeysOptions {
  readonly list: RefObject<HTMLElement | null>;
  /** Index of the active row, -1 for none. */
  readonly at: number;
  readonly handoff: HandoffView | undefined;
  readonly goTo: (index: number) => void;
  readonly onSearch: () => void;
  readonly onHelp: () => void;
}

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.closest('input, textarea, select, [role=dialog], [role=alertdialog]') !== null);

const NOBODY = { contact: '-', id: '-' };

/**
 * Keys of the queue: j and k anywhere on the page, arrows, Home and End within the list.
 * @returns what the list does with a key
 */
export const useQueueKeys = (options: QueueKeysOptions): ((event: ReactKeyboardEvent) => void) => {
  const { hasKeys } = usePreferences();
  const { run } = useActing(options.handoff ?? NOBODY);
  const latest = useRef({ ...options, run });
  latest.current = { ...options, run };

  useEffect(() => {
    if (!hasKeys) return;
    const act = (key: string): boolean => {
      const { at, handoff, goTo, onSearch, onHelp, run } = latest.current;
      switch (key) {
        case 'j':
          goTo(at + 1);
          return true;
        case 'k':
          goTo(at - 1);
          return true;
        case 'c':
          if (handoff) void run({ kind: 'claim' });
          return handoff !== undefined;
        case '/':
          onSearch();
          return true;
        case '?':
          onHelp();
          return true;
        default:
          return false;
      }
    };
    const onKeyDown = (event: KeyboardEvent) => {
      const hasModifier = event.ctrlKey || event.metaKey || event.altKey;
      if (hasModifier || event.defaultPrevented || isWriting(event.target)) return;
      if (act(event.key)) event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [hasKeys]);

  return (event) => {
    const { at, goTo } = options;
    const steps: Readonly<Record<string, number>> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: Infinity };
    const index = steps[event.key];
    if (index === undefined) return;
    event.preventDefault();
    goTo(index);
  };
};
