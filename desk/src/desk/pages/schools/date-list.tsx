import { useRef } from 'react';
import { Button, FieldError, Input, Label, TextField } from 'react-aria-components';
import { Icon } from '../../frame/icons.tsx';
import { longDate } from './dates.ts';

interface DateListProps {
  readonly dates: readonly string[];
  readonly onChange: (dates: readonly string[]) => void;
}

/** The next days of parent-teacher conferences. */
export const DateList = ({ dates, onChange }: DateListProps) => {
  const addButton = useRef<HTMLButtonElement>(null);
  const remove = (index: number) => {
    onChange(dates.toSpliced(index, 1));
    // The button that was pressed is gone.
    addButton.current?.focus();
  };
  return (
    <div className="days">
      {dates.map((date, index) => {
        // Dates have no names of their own, and an empty one may be there twice.
        const place = `conferenceDates.${index}`;
        return (
          <div key={place} className="date-item">
            <TextField
              className="field"
              name={place}
              type="date"
              value={date}
              onChange={(value) => onChange(dates.with(index, value))}
            >
              <Label>Conference {index + 1}</Label>
              <Input className="input" />
              <FieldError className="field-error" />
            </TextField>
            <Button
              className="button button-quiet button-icon"
              aria-label={`Remove conference ${index + 1}${date ? `, ${longDate(date)}` : ''}`}
              onPress={() => remove(index)}
            >
              <Icon name="close" />
            </Button>
          </div>
        );
      })}
      <Button ref={addButton} className="button" onPress={() => onChange([...dates, ''])}>
        Add a conference day
      </Button>
    </div>
  );
};
