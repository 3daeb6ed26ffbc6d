import { type RefObject, useId, useState } from 'react';
import { Button } from 'react-aria-components';
import type { HandoffView } from '#contract/desk-api.ts';
import { useMe } from '../api/use-me.ts';
import { Icon } from '../frame/icons.tsx';
import { countFilters, type Filters } from './filters.ts';

interface ChoiceProps {
  readonly words: string;
  readonly value: string;
  readonly choices: readonly { readonly id: string; readonly words: string }[];
  readonly onChoose: (id: string) => void;
}

const Choice = ({ words, value, choices, onChoose }: ChoiceProps) => {
  const id = useId();
  return (
    <div className="filter">
      <label htmlFor={id} className="visually-hidden">
        {words}
      </label>
      <select
        id={id}
        className="input filter-select"
        data-chosen={value !== '' || undefined}
        value={value}
        onChange={(event) => onChoose(event.target.value)}
      >
        <option value="">{words}: all</option>
        {choices.map((choice) => (
          <option key={choice.id} value={choice.id}>
            {choice.words}
          </option>
        ))}
      </select>
    </div>
  );
};

const OWNERS = [
  { id: 'mine', words: 'Mine' },
  { id: 'nobody', words: 'Nobody’s' },
] as const;

interface FilterBarProps {
  readonly filters: Filters;
  /** Everything loaded: only topics that occur are offered. */
  readonly handoffs: readonly HandoffView[];
  readonly onChange: (filters: Filters) => void;
  readonly searchField: RefObject<HTMLInputElement | null>;
}

const topicsIn = (handoffs: readonly HandoffView[]) => {
  const titles = new Map(handoffs.flatMap(({ topic }) => (topic ? [[topic.id, topic.title] as const] : [])));
  return [...titles].map(([id, words]) => ({ id, words })).sort((one, other) => one.words.localeCompare(other.words));
};

/** Search and filters above the queue. On a narrow page the filters fold away. */
export const FilterBar = ({ filters, handoffs, onChange, searchField }: FilterBarProps) => {
  const me = useMe();
  const [isOpen, setIsOpen] = useState(false);
  const count = countFilters(filters);
  const choose = (change: Partial<Filters>) => onChange({ ...filters, ...change });
  const langs = new Set(handoffs.map(({ lang }) => lang));
  return (
    <search className="filter-bar">
      <div className="filter-search">
        <Icon name="search" />
        <input
          ref={searchField}
          type="search"
          className="input"
          aria-label="Search in what is waiting"
          placeholder="Search"
          value={filters.words}
          onChange={(event) => choose({ words: event.target.value })}
        />
      </div>
      <Button className="button filter-toggle" aria-expanded={isOpen} onPress={() => setIsOpen(!isOpen)}>
        <Icon name="filter" />
        Filters{count > 0 && ` (${count})`}
      </Button>
      <div className="filter-choices" data-open={isOpen || undefined}>
        {me.schools.length > 1 && (
          <Choice
            words="School"
            value={filters.school}
            choices={me.schools.map(({ id, name }) => ({ id, words: name }))}
            onChoose={(school) => choose({ school })}
          />
        )}
        <Choice
          words="Language"
          value={filters.lang}
          choices={me.languages
            .filter(({ lang }) => langs.has(lang) || lang === filters.lang)
            .map(({ lang, name }) => ({ id: lang, words: name }))}
          onChoose={(lang) => choose({ lang })}
        />
        <Choice
          words="Topic"
          value={filters.topic}
          choices={topicsIn(handoffs)}
          onChoose={(topic) => choose({ topic })}
        />
        <Choice
          words="Owner"
          value={filters.owner === 'all' ? '' : filters.owner}
          choices={OWNERS}
          onChoose={(id) => choose({ owner: OWNERS.find((owner) => owner.id === id)?.id ?? 'all' })}
        />
      </div>
    </search>
  );
};
