import { Button, Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components';

interface ChoiceProps<Id extends string> {
  readonly label: string;
  readonly options: readonly { readonly id: Id; readonly words: string }[];
  readonly chosen: Id;
  readonly onChoose: (id: Id) => void;
}

/** A filter: one of a few options, all of them in words. */
export const Choice = <Id extends string>({ label, options, chosen, onChoose }: ChoiceProps<Id>) => (
  <Select
    className="pick"
    value={chosen}
    onChange={(key) => {
      const option = options.find(({ id }) => id === key);
      if (option) onChoose(option.id);
    }}
  >
    <Label>{label}</Label>
    <Button className="pick-button">
      <SelectValue />
      <span aria-hidden="true" className="pick-arrow" />
    </Button>
    <Popover className="pick-popover">
      <ListBox className="pick-list">
        {options.map(({ id, words }) => (
          <ListBoxItem key={id} id={id} textValue={words} className="pick-item">
            {words}
          </ListBoxItem>
        ))}
      </ListBox>
    </Popover>
  </Select>
);
