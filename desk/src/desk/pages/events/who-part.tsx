import { Switch } from 'react-aria-components';
import { useMe } from '../../api/use-me.ts';
import { WordsField } from '../people/words-field.tsx';
import { Chips } from '../schools/chips.tsx';
import { GradeChips } from '../schools/grade-chips.tsx';
import { Radios } from '../schools/radios.tsx';
import { Group, type PartProps } from './group.tsx';

const AUDIENCES = [
  { id: 'families', words: 'Families: parents and children together' },
  { id: 'parents', words: 'Parents' },
  { id: 'children', words: 'Children' },
] as const;

interface WhoPartProps extends PartProps {
  readonly schools: readonly { readonly id: string; readonly name: string }[];
}

const Schools = ({ draft, change, schools }: WhoPartProps) => {
  const isAdmin = useMe().person.role === 'admin';
  return (
    <>
      {(isAdmin || draft.isDistrict) && (
        <Switch
          className="switch"
          isSelected={draft.isDistrict}
          isDisabled={!isAdmin}
          onChange={(isDistrict) => change({ isDistrict })}
        >
          <span className="switch-track" />
          For families of all schools of the district
        </Switch>
      )}
      {!draft.isDistrict && (
        <Chips
          name="schools"
          label="Schools"
          hint="Families of these schools hear of it."
          options={schools.map(({ id, name }) => ({ id, words: name }))}
          chosen={draft.schools}
          onChoose={(chosen) => change({ schools: chosen })}
        />
      )}
    </>
  );
};

/** For whom it is. */
export const WhoPart = ({ draft, change, schools }: WhoPartProps) => {
  const me = useMe();
  const age = (name: 'agesFrom' | 'agesTo', label: string) => (
    <WordsField
      name={name}
      label={label}
      isRequired={false}
      value={draft[name]}
      onChange={(value) => change({ [name]: value.trim() })}
    />
  );
  return (
    <Group title="For whom">
      <Schools {...{ draft, change, schools }} />
      <Radios
        label="Who comes"
        name="audience"
        options={AUDIENCES}
        chosen={draft.audience}
        onChoose={(audience) => change({ audience })}
      />
      <GradeChips hint="None chosen: all grades." chosen={draft.grades} onChoose={(grades) => change({ grades })} />
      <div className="field-pair">
        {age('agesFrom', 'Youngest age')}
        {age('agesTo', 'Oldest age')}
      </div>
      <Chips
        name="languages"
        label="Only for families who read"
        hint="For a meeting in one language. None chosen: all families."
        options={me.languages.map(({ lang, name }) => ({ id: lang, words: name }))}
        chosen={draft.languages}
        onChoose={(languages) => change({ languages })}
      />
    </Group>
  );
};
