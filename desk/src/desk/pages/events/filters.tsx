import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { WHENS, type When } from '#contract/events-api.ts';
import type { EventFilter } from '../../api/use-events.ts';
import { Icon } from '../../frame/icons.tsx';
import { Choice } from '../improve/choice.tsx';

/** Stands for no filter, because a choice always has something chosen. */
const ALL = '*';

const WHEN_WORDS: Readonly<Record<When, string>> = {
  upcoming: 'Coming up',
  past: 'Past',
  drafts: 'Drafts',
  unchecked: 'Unchecked',
};

interface FiltersProps {
  readonly filter: EventFilter;
  readonly unchecked: number;
  readonly schools: readonly { readonly id: string; readonly name: string }[];
  readonly onFilter: (change: Partial<EventFilter>) => void;
}

/** Which events to show: by when, words, school. */
export const Filters = ({ filter, unchecked, schools, onFilter }: FiltersProps) => (
  <search className="page-filters event-filters">
    <ToggleButtonGroup
      className="spans"
      aria-label="Which"
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[filter.when]}
      onSelectionChange={(keys) => {
        const when = WHENS.find((one) => keys.has(one));
        if (when) onFilter({ when });
      }}
    >
      {WHENS.map((when) => (
        <ToggleButton key={when} id={when} className="span">
          {when === 'unchecked' && unchecked > 0 ? `${WHEN_WORDS[when]} (${unchecked})` : WHEN_WORDS[when]}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
    <div className="field directory-words">
      <label htmlFor="event-words">Search</label>
      <div className="filter-search">
        <Icon name="search" />
        <input
          id="event-words"
          type="search"
          className="input"
          placeholder="Title, place, kind"
          value={filter.q}
          onChange={(event) => onFilter({ q: event.target.value })}
        />
      </div>
    </div>
    <Choice
      label="School"
      options={[
        { id: ALL, words: 'All' },
        ...schools.map(({ id, name }) => ({ id, words: name })),
        { id: 'district', words: 'Whole district' },
      ]}
      chosen={filter.school || ALL}
      onChoose={(id) => onFilter({ school: id === ALL ? '' : id })}
    />
  </search>
);
