import { useCallback, useState } from 'react';
import { Button } from 'react-aria-components';
import type { DirectoryPersonView } from '#contract/district-api.ts';
import { useDistrict } from '../../api/use-district.ts';
import { type PeopleFilter, useDirectory } from '../../api/use-district-people.ts';
import { useMe } from '../../api/use-me.ts';
import { counted } from '../../charts/shares.ts';
import { announce } from '../../frame/announce.tsx';
import { Page } from '../../frame/page.tsx';
import { Empty, Loading, Trouble } from '../../frame/states.tsx';
import { Filters } from './filters.tsx';
import { PersonDialog } from './person-dialog.tsx';
import { PersonList } from './person-list.tsx';
import { useSettled } from './use-settled.ts';

const EVERYBODY: PeopleFilter = { words: '', school: '', role: '' };

type Opened =
  | { readonly kind: 'nothing' | 'adding' }
  | { readonly kind: 'editing'; readonly person: DirectoryPersonView };

const countWords = (loaded: number, total: number | undefined, hasMore: boolean): string =>
  `${counted(total ?? loaded, 'person', 'people')}${total === undefined && hasMore ? ' so far' : ''}`;

/** Whom families can reach at the schools: teachers, nurses, the office. */
export default function DirectoryPage() {
  const me = useMe();
  const { data: district } = useDistrict();
  const [filter, setFilter] = useState(EVERYBODY);
  const settled = useSettled(filter);
  const { people, total, hasMore, loadMore, error, retry } = useDirectory(settled);
  const [opened, setOpened] = useState<Opened>({ kind: 'nothing' });
  const close = () => setOpened({ kind: 'nothing' });

  const schools = district?.schools ?? me.schools;
  const schoolName = useCallback((id: string) => schools.find((school) => school.id === id)?.name ?? id, [schools]);
  const isMine = (id: string) => me.schools.some((school) => school.id === id);
  const mayEdit = district?.mayEdit ?? false;
  return (
    <Page
      title="Directory"
      about="Whom families can reach at your schools. Homeroom sends them messages of families, or tells families how to reach them."
      actions={
        mayEdit && (
          <Button className="button button-primary" onPress={() => setOpened({ kind: 'adding' })}>
            Add a person
          </Button>
        )
      }
    >
      <Filters
        filter={filter}
        schools={schools.filter(({ id }) => isMine(id))}
        onFilter={(change) => setFilter({ ...filter, ...change })}
      />
      {error && <Trouble error={error} onRetry={retry} />}
      {!people && !error && <Loading />}
      <p className="hint" role="status">
        {people && countWords(people.length, total, hasMore)}
      </p>
      {people?.length === 0 && !hasMore && (
        <Empty title="Nobody fits.">
          {mayEdit ? 'Search for something else, or add them.' : 'Search for something else.'}
        </Empty>
      )}
      {people && (people.length > 0 || hasMore) && (
        <PersonList
          people={people}
          schoolName={schoolName}
          mayEdit={(person) => mayEdit && person.schools.some(isMine)}
          onEdit={(person) => setOpened({ kind: 'editing', person })}
          hasMore={hasMore}
          onEnd={loadMore}
        />
      )}
      {opened.kind !== 'nothing' && (
        <PersonDialog
          person={opened.kind === 'editing' ? opened.person : undefined}
          schools={schools.filter(({ id }) => isMine(id))}
          schoolName={schoolName}
          onSaved={(person) => {
            announce(`${person.name} is saved${person.isActive ? '' : ', as somebody who has left'}.`);
            close();
          }}
          onClose={close}
        />
      )}
    </Page>
  );
}
