import { WordsField } from '../people/words-field.tsx';
import { fieldsOf, type TEXT_GROUPS, type TextName } from './text-fields.ts';

interface TextGroupProps {
  readonly group: keyof typeof TEXT_GROUPS;
  readonly values: Readonly<Record<TextName, string>>;
  /** Facts of the district by name: they stand in where a field is empty. */
  readonly facts: Readonly<Record<string, string>>;
  readonly onChange: (name: TextName, value: string) => void;
}

/** "Leave it empty for the district’s: +1 312-555-0100." */
export const districtHint = (given: string | undefined): string | undefined =>
  given ? `Empty: the district’s, ${given}.` : undefined;

/** Some of the lines of a school, under one heading. */
export const TextGroup = ({ group, values, facts, onChange }: TextGroupProps) => (
  <div className="field-columns">
    {fieldsOf(group).map(({ name, label, hint, type, fact }) => (
      <WordsField
        key={name}
        name={name}
        label={label}
        hint={[hint, districtHint(fact && facts[fact])].filter(Boolean).join(' ') || undefined}
        {...(type ? { type } : {})}
        isRequired={name === 'name'}
        value={values[name]}
        onChange={(value) => onChange(name, value)}
      />
    ))}
  </div>
);
