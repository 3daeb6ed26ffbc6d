import { Label, RadioButton, RadioField, RadioGroup, Text } from 'react-aria-components';
import type { Person } from '#contract/desk-api.ts';
import { ROLE_WORDS } from './role-words.ts';

interface RoleChoiceProps {
  readonly role: Person['role'];
  readonly onChoose: (role: Person['role']) => void;
  /** Why it cannot be changed. */
  readonly locked?: string | undefined;
}

/** What somebody may do, one sentence for each role. */
export const RoleChoice = ({ role, onChoose, locked }: RoleChoiceProps) => (
  <RadioGroup
    className="field person-options"
    name="role"
    value={role}
    isReadOnly={locked !== undefined}
    onChange={(value) => {
      const chosen = ROLE_WORDS.find((words) => words.role === value);
      if (chosen) onChoose(chosen.role);
    }}
  >
    <Label>Role</Label>
    {locked && (
      <Text slot="description" className="hint">
        {locked}
      </Text>
    )}
    {ROLE_WORDS.map((words) => (
      <RadioField key={words.role} value={words.role} className="role-option">
        <RadioButton className="role-radio">
          <span className="role-mark" aria-hidden="true" />
          {words.name}
        </RadioButton>
        <Text slot="description" className="hint role-hint">
          {words.may}
        </Text>
      </RadioField>
    ))}
  </RadioGroup>
);
