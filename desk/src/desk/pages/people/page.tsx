import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { Person } from '#contract/desk-api.ts';
import { useMe } from '../../api/use-me.ts';
import { announce } from '../../frame/announce.tsx';
import { Page } from '../../frame/page.tsx';
import { Loading, Trouble } from '../../frame/states.tsx';
import { ActivityDialog } from './activity-dialog.tsx';
import { PeopleTable } from './people-table.tsx';
import { PersonDialog } from './person-dialog.tsx';
import { usePeople } from './use-people.ts';

type Opened =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'adding' }
  | { readonly kind: 'editing' | 'activity'; readonly person: Person };

const CLOSED: Opened = { kind: 'nothing' };

/** Who works at the desk, and what each of them may do. */
export default function PeoplePage() {
  const me = useMe();
  const { data, error, refetch } = usePeople();
  const [opened, setOpened] = useState<Opened>(CLOSED);
  const close = () => setOpened(CLOSED);
  const onSaved = (person: Person) => {
    announce(`${person.name} is saved${person.isActive ? '' : ', and not active'}.`);
    close();
  };
  const people = data?.people ?? [];
  return (
    <Page
      title="People"
      about="Who works at the desk. You cannot deactivate yourself or change your own role: another admin can."
      actions={
        <Button className="button button-primary" isDisabled={!data} onPress={() => setOpened({ kind: 'adding' })}>
          Add a person
        </Button>
      }
    >
      {error && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && (
        <PeopleTable
          people={people}
          me={me}
          onEdit={(person) => setOpened({ kind: 'editing', person })}
          onActivity={(person) => setOpened({ kind: 'activity', person })}
        />
      )}
      {(opened.kind === 'adding' || opened.kind === 'editing') && (
        <PersonDialog
          person={opened.kind === 'editing' ? opened.person : undefined}
          people={people}
          me={me}
          onSaved={onSaved}
          onClose={close}
        />
      )}
      {opened.kind === 'activity' && <ActivityDialog person={opened.person} onSaved={onSaved} onClose={close} />}
    </Page>
  );
}
