import { Checkbox, CheckboxGroup, FieldError, Label, Text } from 'react-aria-components';

interface ChipsProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  /** `name` is read out where the words are cut short. */
  readonly options: readonly { readonly id: string; readonly words: string; readonly name?: string }[];
  readonly chosen: readonly string[];
  readonly onChoose: (chosen: readonly string[]) => void;
}

/** Several of a few, side by side: grades, days of the week. */
export const Chips = ({ name, label, hint, options, chosen, onChoose }: ChipsProps) => (
  <CheckboxGroup className="field" name={name} value={[...chosen]} onChange={onChoose}>
    <Label>{label}</Label>
    <div className="chips">
      {options.map((option) => (
        <Checkbox
          key={option.id}
          value={option.id}
          className="chip"
          {...(option.name ? { 'aria-label': option.name } : {})}
        >
          {option.words}
        </Checkbox>
      ))}
    </div>
    {hint && (
      <Text slot="description" className="hint">
        {hint}
      </Text>
    )}
    <FieldError className="field-error" />
  </CheckboxGroup>
);
