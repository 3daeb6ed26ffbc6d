import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { isLang, type Lang } from '#core/language.ts';
import { useMe } from '../../api/use-me.ts';
import { Icon } from '../../frame/icons.tsx';
import { type TextDrafts, textState } from './text-draft.ts';

const STATE_WORDS = { missing: 'not written yet', machine: 'by machine', written: 'written' } as const;

interface LanguageTabsProps {
  readonly texts: TextDrafts;
  readonly lang: Lang;
  readonly onLang: (lang: Lang) => void;
}

/** The languages, each with how far it is. */
export const LanguageTabs = ({ texts, lang, onLang }: LanguageTabsProps) => (
  <ToggleButtonGroup
    className="chips"
    aria-label="Language"
    selectionMode="single"
    disallowEmptySelection
    selectedKeys={[lang]}
    onSelectionChange={(keys) => {
      const [chosen] = keys;
      if (isLang(chosen)) onLang(chosen);
    }}
  >
    {useMe().languages.map(({ lang: id, name }) => {
      const state = textState(texts[id]);
      return (
        <ToggleButton key={id} id={id} className="language-tab" data-state={state}>
          {state === 'written' && <Icon name="check" />}
          {state === 'machine' && <Icon name="bot" />}
          {name}
          <span className="visually-hidden">, {STATE_WORDS[state]}</span>
        </ToggleButton>
      );
    })}
  </ToggleButtonGroup>
);
