import type { Me } from '#contract/desk-api.ts';
import { languageOf } from '../../words/languages.ts';
import { Choice } from './choice.tsx';
import { languagesIn, type QuestionFilter, type QuestionGroups } from './question-list.ts';

const SHOWN = [
  { id: 'open', words: 'Not linked yet' },
  { id: 'linked', words: 'Linked' },
  { id: 'all', words: 'All' },
] as const;

/** Stands for no filter, because a choice always has something chosen. */
const ALL_LANGUAGES = 'all';

interface FiltersProps {
  readonly list: QuestionGroups;
  readonly me: Me;
  readonly filter: QuestionFilter;
  readonly onFilter: (filter: QuestionFilter) => void;
}

/** Which questions to show: by language, linked or not. */
export const Filters = ({ list, me, filter, onFilter }: FiltersProps) => {
  const known = languagesIn(list);
  const languages = known.map(({ lang, count }) => ({
    id: lang,
    words: `${languageOf(me, lang).name} (${count})`,
  }));
  return (
    <div className="page-filters">
      <Choice label="Show" options={SHOWN} chosen={filter.show} onChoose={(show) => onFilter({ ...filter, show })} />
      <Choice
        label="Language"
        options={[{ id: ALL_LANGUAGES, words: 'All languages' }, ...languages]}
        chosen={filter.lang ?? ALL_LANGUAGES}
        onChoose={(id) => {
          const lang = known.find((language) => language.lang === id)?.lang;
          onFilter({ show: filter.show, ...(lang ? { lang } : {}) });
        }}
      />
    </div>
  );
};
