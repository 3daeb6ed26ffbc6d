import { FieldError, Label, Text, TextArea, TextField } from 'react-aria-components';
import type { Me } from '#contract/desk-api.ts';

interface WordsAreaProps {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  /** Its letters and its direction. */
  readonly language: Me['languages'][number];
  readonly rows: number;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly isRequired?: boolean;
}

/** Words of families' languages, in their own direction. */
export const WordsArea = ({ label, hint, language, rows, isRequired = false, ...field }: WordsAreaProps) => (
  <TextField className="field" {...field} isRequired={isRequired} autoComplete="off">
    <Label>
      {label}
      {!isRequired && <span className="field-optional"> (optional)</span>}
    </Label>
    <TextArea className="input" rows={rows} lang={language.lang} dir={language.dir} />
    <Text slot="description" className="hint">
      {hint}
    </Text>
    <FieldError className="field-error" />
  </TextField>
);
