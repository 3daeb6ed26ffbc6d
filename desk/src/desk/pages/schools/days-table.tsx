import { useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { DayRow } from './day-row.tsx';
import { type DayDraft, newDay } from './days-draft.ts';

interface DaysTableProps {
  readonly rows: readonly DayDraft[];
  readonly today: string;
  readonly onChange: (rows: readonly DayDraft[]) => void;
}

/** The days on which school is otherwise than usual. Those that are over are folded away. */
export const DaysTable = ({ rows, today, onChange }: DaysTableProps) => {
  const [showsPast, setShowsPast] = useState(false);
  const [added, setAdded] = useState<string>();
  const addButton = useRef<HTMLButtonElement>(null);
  const past = rows.filter(({ was }) => was !== '' && was < today);
  const shown = showsPast ? rows : rows.filter((row) => !past.includes(row));
  const add = () => {
    const key = `new.${crypto.randomUUID()}`;
    setAdded(key);
    onChange([...rows, newDay(key)]);
  };
  const remove = (key: string) => {
    onChange(rows.filter((row) => row.key !== key));
    // The button that was pressed is gone.
    addButton.current?.focus();
  };
  return (
    <div className="days">
      {past.length > 0 && (
        <Button className="button button-quiet" aria-expanded={showsPast} onPress={() => setShowsPast(!showsPast)}>
          {showsPast ? 'Hide past days' : `Show past days (${past.length})`}
        </Button>
      )}
      {shown.length > 0 && (
        <div className="day-heads" aria-hidden="true">
          <span>Date</span>
          <span>What</span>
          <span>Name</span>
          <span>Ends at</span>
        </div>
      )}
      <ul className="day-rows" aria-label="Calendar">
        {shown.map((row) => (
          <DayRow
            key={row.key}
            row={row}
            takesFocus={row.key === added}
            onChange={(changed) => onChange(rows.map((one) => (one.key === row.key ? changed : one)))}
            onRemove={() => remove(row.key)}
          />
        ))}
      </ul>
      {shown.length === 0 && <p className="hint">No days without school and no half days are ahead.</p>}
      <Button ref={addButton} className="button" onPress={add}>
        Add a day
      </Button>
    </div>
  );
};
