import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { HandoffView } from '#contract/desk-api.ts';
import { useNow } from '../api/clock.ts';
import { handoffKey } from '../api/known.ts';
import { useMe } from '../api/use-me.ts';
import { Row } from './row.tsx';
import { useQueueKeys } from './use-queue-keys.ts';

/** Height of a row before it has been measured. */
const ROW_PX = 76;

interface QueueListProps {
  readonly handoffs: readonly HandoffView[];
  readonly opened: string | undefined;
  readonly hasMore: boolean;
  readonly onEnd: () => void;
  readonly onSearch: () => void;
  readonly onHelp: () => void;
}

/** The rows of the queue; only those in sight are in the page. */
export const QueueList = ({ handoffs, opened, hasMore, onEnd, onSearch, onHelp }: QueueListProps) => {
  const me = useMe();
  const now = useNow();
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<string>();
  const [focusing, setFocusing] = useState<string>();
  const rows = useVirtualizer({
    count: handoffs.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    getItemKey: (index) => {
      const handoff = handoffs[index];
      return handoff ? handoffKey(handoff) : index;
    },
    overscan: 8,
  });
  const shown = rows.getVirtualItems();
  const isAtEnd = (shown.at(-1)?.index ?? -1) >= handoffs.length - 1;
  useEffect(() => {
    if (hasMore && isAtEnd) onEnd();
  }, [hasMore, isAtEnd, onEnd]);

  const current = active ?? opened;
  const at = handoffs.findIndex((handoff) => handoffKey(handoff) === current);
  const activeKey = at === -1 ? handoffs[0] && handoffKey(handoffs[0]) : current;
  const goTo = (index: number) => {
    const handoff = handoffs[Math.min(Math.max(index, 0), handoffs.length - 1)];
    if (!handoff) return;
    rows.scrollToIndex(handoffs.indexOf(handoff));
    setActive(handoffKey(handoff));
    setFocusing(handoffKey(handoff));
  };
  const onFocused = useCallback((key: string) => {
    setActive(key);
    setFocusing(undefined);
  }, []);
  const onKeyDown = useQueueKeys({ list: scroller, at, handoff: handoffs[at], goTo, onSearch, onHelp });

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrows move between the links inside; each link works by itself.
    <div ref={scroller} className="queue-scroller" onKeyDown={onKeyDown}>
      <ul className="queue-rows" aria-label="Conversations" style={{ height: rows.getTotalSize() }}>
        {shown.map(({ index, key, start }) => {
          const handoff = handoffs[index];
          return (
            handoff && (
              <li
                key={key}
                ref={rows.measureElement}
                data-index={index}
                className="queue-row"
                style={{ transform: `translateY(${start}px)` }}
                aria-setsize={hasMore ? -1 : handoffs.length}
                aria-posinset={index + 1}
              >
                <Row
                  handoff={handoff}
                  me={me}
                  now={now}
                  isActive={key === activeKey}
                  isOpened={key === opened}
                  takesFocus={key === focusing}
                  onFocused={onFocused}
                />
              </li>
            )
          );
        })}
      </ul>
    </div>
  );
};
