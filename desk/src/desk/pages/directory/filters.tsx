import type { PersonRole } from '#core/directory.ts';
import type { PeopleFilter } from '../../api/use-district-people.ts';
import { Icon } from '../../frame/icons.tsx';
import { Choice } from '../improve/choice.tsx';
import { ROLE_CHOICES } from './person-words.ts';

/** Stands for no filter, because a choice always has something chosen. */
const ALL = '*';

interface FiltersProps {
  readonly filter: PeopleFilter;
  readonly schools: readonly { readonly id: string; readonly name: string }[];
  readonly onFilter: (change: Partial<PeopleFilter>) => void;
}

const ROLES: readonly { readonly id: PersonRole | typeof ALL; readonly words: string }[] = [
  { id: ALL, words: 'All roles' },
  ...ROLE_CHOICES,
];

const filterOf = (id: string) => (id === ALL ? '' : id);

/** Whom to show: by words, school, role. */
export const Filters = ({ filter, schools, onFilter }: FiltersProps) => (
  <search className="page-filters">
    <div className="field directory-words">
      <label htmlFor="directory-words">Search</label>
      <div className="filter-search">
        <Icon name="search" />
        <input
          id="directory-words"
          type="search"
          className="input"
          placeholder="Name, room, language"
          value={filter.words}
          onChange={(event) => onFilter({ words: event.target.value })}
        />
      </div>
    </div>
    {schools.length > 1 && (
      <Choice
        label="School"
        options={[{ id: ALL, words: 'All schools' }, ...schools.map(({ id, name }) => ({ id, words: name }))]}
        chosen={filter.school || ALL}
        onChoose={(id) => onFilter({ school: filterOf(id) })}
      />
    )}
    <Choice
      label="Role"
      options={ROLES}
      chosen={ROLES.find(({ id }) => id === filter.role)?.id ?? ALL}
      onChoose={(id) => onFilter({ role: filterOf(id) })}
    />
  </search>
);
