import { Button, Cell, Column, Row, Table, TableBody, TableHeader } from 'react-aria-components';
import type { Me, Person } from '#contract/desk-api.ts';
import { schoolName } from '../../words/languages.ts';
import { roleName } from './role-words.ts';

interface PeopleTableProps {
  readonly people: readonly Person[];
  readonly me: Me;
  readonly onEdit: (person: Person) => void;
  readonly onActivity: (person: Person) => void;
}

const ActivityButton = ({ person, onPress }: { person: Person; onPress: () => void }) => {
  const verb = person.isActive ? 'Deactivate' : 'Activate';
  return (
    <Button className="button" aria-label={`${verb} ${person.name}`} onPress={onPress}>
      {verb}
    </Button>
  );
};

/** Active people first, each by name. */
const inOrder = (people: readonly Person[]) =>
  people.toSorted((a, b) => Number(b.isActive) - Number(a.isActive) || a.name.localeCompare(b.name, 'en'));

/** Everybody, with what can be done about them. On a phone each row stands as a card. */
export const PeopleTable = ({ people, me, onEdit, onActivity }: PeopleTableProps) => (
  <Table className="rows" aria-label="People">
    <TableHeader>
      <Column isRowHeader>Name</Column>
      <Column>Role</Column>
      <Column>Schools</Column>
      <Column>E-mail</Column>
      <Column>Change</Column>
    </TableHeader>
    <TableBody>
      {inOrder(people).map((person) => (
        <Row
          key={person.id}
          id={person.id}
          textValue={person.name}
          className={person.isActive ? 'rows-row' : 'rows-row rows-off'}
        >
          <Cell>
            <span className="rows-name">{person.name}</span>
            {person.id === me.person.id && <span className="badge badge-accent">You</span>}
            {!person.isActive && <span className="badge">Not active</span>}
            <span className="rows-soft">{person.title}</span>
          </Cell>
          <Cell>{roleName(person.role)}</Cell>
          <Cell>{person.schools.map((id) => schoolName(me, id)).join(', ') || 'None'}</Cell>
          <Cell className="rows-email">{person.email ?? '–'}</Cell>
          <Cell>
            <div className="rows-buttons">
              <Button className="button" aria-label={`Edit ${person.name}`} onPress={() => onEdit(person)}>
                Edit
              </Button>
              {person.id !== me.person.id && <ActivityButton person={person} onPress={() => onActivity(person)} />}
            </div>
          </Cell>
        </Row>
      ))}
    </TableBody>
  </Table>
);
