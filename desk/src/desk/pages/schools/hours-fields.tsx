import { WordsField } from '../people/words-field.tsx';
import { Chips } from './chips.tsx';
import { type HoursDraft, WEEKDAYS } from './hours-draft.ts';

interface HoursFieldsProps {
  /** The field of the draft: `officeHours`. */
  readonly name: string;
  readonly hint: string | undefined;
  readonly from: string;
  readonly to: string;
  readonly hours: HoursDraft;
  readonly onChange: (hours: HoursDraft) => void;
}

/** On which days, from when and until when. */
export const HoursFields = ({ name, hint, from, to, hours, onChange }: HoursFieldsProps) => (
  <>
    {hint && <p className="hint">{hint}</p>}
    <Chips
      name={`${name}.days`}
      label="Days"
      options={WEEKDAYS}
      chosen={hours.days.map(String)}
      onChoose={(days) => onChange({ ...hours, days: days.map(Number) })}
    />
    <div className="field-pair">
      <WordsField
        name={`${name}.open`}
        label={from}
        type="time"
        isRequired={false}
        value={hours.open}
        onChange={(open) => onChange({ ...hours, open })}
      />
      <WordsField
        name={`${name}.close`}
        label={to}
        type="time"
        isRequired={false}
        value={hours.close}
        onChange={(close) => onChange({ ...hours, close })}
      />
    </div>
  </>
);
