import { Label, RadioButton, RadioField, RadioGroup, Text } from 'react-aria-components';
import { SAID, type Said } from './event-draft.ts';

const WORDS: Readonly<Record<Said, string>> = { unknown: 'Not said', yes: 'Yes', no: 'No' };

interface SaidFieldProps {
  readonly name: string;
  readonly label: string;
  /** What a family does that does not know; shown while nothing is said. */
  readonly hint?: string | undefined;
  readonly value: Said;
  readonly onChange: (value: Said) => void;
}

/** Yes, no, or nothing said: three things for a family, so three to choose from. */
export const SaidField = ({ name, label, hint, value, onChange }: SaidFieldProps) => (
  <RadioGroup
    className="field said"
    name={name}
    value={value}
    onChange={(chosen) => onChange(SAID.find((one) => one === chosen) ?? 'unknown')}
  >
    <Label>{label}</Label>
    <div className="said-options">
      {SAID.map((one) => (
        <RadioField key={one} value={one}>
          <RadioButton className="role-radio">
            <span className="role-mark" aria-hidden="true" />
            {WORDS[one]}
          </RadioButton>
        </RadioField>
      ))}
    </div>
    {hint && (
      <Text slot="description" className="barrier-hint">
        {hint}
      </Text>
    )}
  </RadioGroup>
);
