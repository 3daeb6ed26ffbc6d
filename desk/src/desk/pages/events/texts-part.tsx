import { Button } from 'react-aria-components';
import type { Me } from '#contract/desk-api.ts';
import type { Lang } from '#core/language.ts';
import { lintPlanned } from '#core/outreach/template-lint.ts';
import { sentenceOf } from '../../api/errors.ts';
import { useTranslateEvent } from '../../api/use-events-changes.ts';
import { useMe } from '../../api/use-me.ts';
import { Group, type PartProps } from './group.tsx';
import { LanguageTabs } from './language-tabs.tsx';
import { WordsArea } from './text-area.tsx';
import { NO_TEXT, type TextDraft, textDraft, textState } from './text-draft.ts';

interface TextsPartProps extends PartProps {
  readonly lang: Lang;
  readonly onLang: (lang: Lang) => void;
}

type Language = Me['languages'][number];

const MachineNote = ({ language, onLooked }: { language: Language; onLooked: () => void }) => (
  <div className="text-machine">
    <p>
      A machine translated this, and families are told so. If you read {language.name}, look at it: what you change or
      confirm counts as written by a person.
    </p>
    <Button className="button" onPress={onLooked}>
      I read {language.name}, and it is right
    </Button>
  </div>
);

interface TranslateProps {
  readonly language: Language;
  readonly english: TextDraft;
  readonly onText: (text: TextDraft) => void;
}

const Translate = ({ language, english, onText }: TranslateProps) => {
  const { mutate, isPending, error } = useTranslateEvent();
  const [title, about, bring] = [english.title.trim(), english.about.trim(), english.bring.trim()];
  const translate = () =>
    !isPending &&
    mutate(
      { text: { title, ...(about ? { about } : {}), ...(bring ? { bring } : {}) }, to: language.lang },
      { onSuccess: (text) => onText(textDraft(text)) },
    );
  return (
    <div className="text-machine">
      <Button className="button" isDisabled={title === ''} onPress={translate}>
        {isPending ? 'Translating…' : `Translate the English by machine`}
      </Button>
      {error && (
        <p className="field-error" role="alert">
          {sentenceOf(error)}
        </p>
      )}
    </div>
  );
};

/** What of a title may keep reminders from being delivered, said before it is saved: it is filled into the template. */
const TitleFindings = ({ title }: { title: string }) => {
  const { findings } = lintPlanned({ kind: 'reminder', text: title });
  return (
    <div role="status">
      {findings.map(({ rule, found, advice }) => (
        <p key={rule} className="hint">
          <bdi>“{found}”</bdi>: {advice}
        </p>
      ))}
    </div>
  );
};

/** What families read, in each language. */
export const TextsPart = ({ draft, change, lang, onLang }: TextsPartProps) => {
  const me = useMe();
  const language = me.languages.find((one) => one.lang === lang) ?? me.languages[0];
  if (!language) return null;
  const text = draft.texts[lang] ?? NO_TEXT;
  const write = (part: TextDraft) => change({ texts: { ...draft.texts, [lang]: part } });
  // Whoever changes a machine's words has looked at them.
  const edit = (part: Partial<TextDraft>) => write({ ...text, ...part, by: 'person' });
  const area = (name: 'title' | 'about' | 'bring', label: string, hint: string, rows: number) => (
    <WordsArea
      key={`${lang}.${name}`}
      name={`texts.${lang}.${name}`}
      label={`${label} in ${language.name}`}
      {...{ hint, language, rows }}
      isRequired={name === 'title'}
      value={text[name]}
      onChange={(value) => edit({ [name]: value })}
    />
  );
  const isMachine = textState(text) === 'machine';
  const mayTranslate = me.translation === 'machine' && lang !== 'en';
  return (
    <Group title="What families read">
      <LanguageTabs texts={draft.texts} lang={lang} onLang={onLang} />
      {area('title', 'Title', 'Short: it stands in a list on a phone.', 1)}
      <TitleFindings title={text.title} />
      {area('about', 'About', 'A few plain sentences. Day, place and cost are added by themselves.', 4)}
      {area('bring', 'What to bring', 'Nothing, if nothing is needed.', 1)}
      {isMachine && <MachineNote language={language} onLooked={() => write({ ...text, by: 'person' })} />}
      {mayTranslate && <Translate language={language} english={draft.texts.en ?? NO_TEXT} onText={write} />}
      {lang !== 'en' && me.translation === 'none' && textState(text) === 'missing' && (
        <p className="hint">
          Somebody who reads {language.name} writes it here. Until then these families are shown it in English.
        </p>
      )}
    </Group>
  );
};
