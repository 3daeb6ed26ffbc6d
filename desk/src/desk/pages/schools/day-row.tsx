import { Button, FieldError, Input, TextField } from 'react-aria-components';
import { Icon } from '../../frame/icons.tsx';
import { longDate } from './dates.ts';
import type { DayDraft } from './days-draft.ts';

interface DayRowProps {
  readonly row: DayDraft;
  readonly takesFocus: boolean;
  readonly onChange: (row: DayDraft) => void;
  readonly onRemove: () => void;
}

interface PartProps {
  readonly part: 'date' | 'name' | 'dismissal';
  readonly label: string;
  readonly type: 'date' | 'text' | 'time';
}

/** One day of the calendar: date, what is different, its name, and when a half day ends. */
export const DayRow = ({ row, takesFocus, onChange, onRemove }: DayRowProps) => {
  const which = row.date === '' ? 'the new day' : longDate(row.date);
  const field = ({ part, label, type }: PartProps) => (
    <TextField
      className={`field day-${part}`}
      name={`days.${row.key}.${part}`}
      aria-label={`${label}, ${which}`}
      type={type}
      value={row[part]}
      onChange={(value) => onChange({ ...row, [part]: value })}
      autoFocus={takesFocus && part === 'date'}
      autoComplete="off"
    >
      <Input className="input" {...(part === 'name' ? { placeholder: 'Name, such as Thanksgiving' } : {})} />
      <FieldError className="field-error" />
    </TextField>
  );
  return (
    <li className="day-row">
      {field({ part: 'date', label: 'Date', type: 'date' })}
      <select
        className="input day-kind"
        aria-label={`What is different, ${which}`}
        value={row.kind}
        onChange={(event) => onChange({ ...row, kind: event.target.value === 'half_day' ? 'half_day' : 'no_school' })}
      >
        <option value="no_school">No school</option>
        <option value="half_day">Half day</option>
      </select>
      {field({ part: 'name', label: 'Name', type: 'text' })}
      {row.kind === 'half_day' ? (
        field({ part: 'dismissal', label: 'Ends at', type: 'time' })
      ) : (
        <span className="day-dismissal hint" aria-hidden="true">
          –
        </span>
      )}
      <Button className="button button-quiet button-icon day-remove" aria-label={`Remove ${which}`} onPress={onRemove}>
        <Icon name="close" />
      </Button>
    </li>
  );
};
