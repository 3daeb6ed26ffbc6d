import { Checkbox, CheckboxGroup, FieldError, Label, Text } from 'react-aria-components';
import { CheckMark } from '../improve/check-mark.tsx';

interface SchoolBoxesProps {
  readonly schools: readonly { readonly id: string; readonly name: string }[];
  readonly chosen: readonly string[];
  readonly onChoose: (schools: readonly string[]) => void;
}

/** The schools that somebody belongs to. */
export const SchoolBoxes = ({ schools, chosen, onChoose }: SchoolBoxesProps) => (
  <CheckboxGroup className="field person-options" name="schools" value={[...chosen]} onChange={onChoose} isRequired>
    <Label>Schools</Label>
    <Text slot="description" className="hint">
      They see the families of these schools, and no others.
    </Text>
    {schools.map(({ id, name }) => (
      <Checkbox key={id} value={id} className="box">
        {({ isSelected }) => (
          <>
            <CheckMark state={isSelected ? 'on' : 'off'} />
            {name}
          </>
        )}
      </Checkbox>
    ))}
    <FieldError className="field-error" />
  </CheckboxGroup>
);
