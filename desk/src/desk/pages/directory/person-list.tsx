import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { DirectoryPersonView } from '#contract/district-api.ts';
import { PersonRow } from './person-row.tsx';

/** Height of a row before it has been measured. */
const ROW_PX = 84;

interface PersonListProps {
  readonly people: readonly DirectoryPersonView[];
  readonly schoolName: (id: string) => string;
  readonly mayEdit: (person: DirectoryPersonView) => boolean;
  readonly onEdit: (person: DirectoryPersonView) => void;
  readonly hasMore: boolean;
  readonly onEnd: () => void;
}

/** The page as a whole scrolls: a box of its own would be a box in a box on a phone. */
const scroller = () => document.getElementById('main');

/** Everybody who was found; only those in sight are in the page. */
export const PersonList = ({ people, schoolName, mayEdit, onEdit, hasMore, onEnd }: PersonListProps) => {
  const list = useRef<HTMLUListElement>(null);
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const box = scroller();
    if (!list.current || !box) return;
    setTop(list.current.getBoundingClientRect().top - box.getBoundingClientRect().top + box.scrollTop);
  }, []);
  const rows = useVirtualizer({
    count: people.length,
    getScrollElement: scroller,
    estimateSize: () => ROW_PX,
    getItemKey: (index) => people[index]?.id ?? index,
    scrollMargin: top,
    overscan: 8,
  });
  const shown = rows.getVirtualItems();
  const isAtEnd = (shown.at(-1)?.index ?? -1) >= people.length - 1;
  useEffect(() => {
    if (hasMore && isAtEnd) onEnd();
  }, [hasMore, isAtEnd, onEnd]);
  return (
    <ul ref={list} className="contacts" aria-label="People" style={{ height: rows.getTotalSize() }}>
      {shown.map(({ index, key, start }) => {
        const person = people[index];
        return (
          person && (
            <li
              key={key}
              ref={rows.measureElement}
              data-index={index}
              className="contacts-item"
              style={{ transform: `translateY(${start - top}px)` }}
              aria-setsize={hasMore ? -1 : people.length}
              aria-posinset={index + 1}
            >
              <PersonRow person={person} schoolName={schoolName} onEdit={mayEdit(person) ? onEdit : undefined} />
            </li>
          )
        );
      })}
    </ul>
  );
};
