import { Label, RadioButton, RadioField, RadioGroup } from 'react-aria-components';

interface ChoicesProps<Id extends string> {
  readonly label: string;
  readonly name: string;
  readonly options: readonly { readonly id: Id; readonly words: string }[];
  readonly chosen: Id;
  readonly onChoose: (id: Id) => void;
}

/** One of a few, all of them in sight. */
export const Radios = <Id extends string>({ label, name, options, chosen, onChoose }: ChoicesProps<Id>) => (
  <RadioGroup
    className="field person-options radios"
    name={name}
    value={chosen}
    onChange={(value) => {
      const option = options.find(({ id }) => id === value);
      if (option) onChoose(option.id);
    }}
  >
    <Label>{label}</Label>
    {options.map(({ id, words }) => (
      <RadioField key={id} value={id}>
        <RadioButton className="role-radio">
          <span className="role-mark" aria-hidden="true" />
          {words}
        </RadioButton>
      </RadioField>
    ))}
  </RadioGroup>
);
