import { FieldError, Input, Label, Text, TextField } from 'react-aria-components';

interface WordsFieldProps {
  /** The field of the draft, by which the form finds its error. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: 'text' | 'email' | 'tel' | 'url' | 'date' | 'time';
  readonly isRequired?: boolean;
  readonly isReadOnly?: boolean;
}

/** A line of text with its label, a hint, and what is wrong with it. */
export const WordsField = ({ label, hint, type = 'text', isRequired = true, ...field }: WordsFieldProps) => (
  <TextField className="field" {...field} type={type} isRequired={isRequired} autoComplete="off">
    <Label>
      {label}
      {!isRequired && <span className="field-optional"> (optional)</span>}
    </Label>
    <Input className="input" />
    {hint && (
      <Text slot="description" className="hint">
        {hint}
      </Text>
    )}
    <FieldError className="field-error" />
  </TextField>
);
