import { useId } from 'react';
import { Checkbox } from 'react-aria-components';
import type { Me, Preview } from '#contract/desk-api.ts';
import { sentenceOf } from '../api/errors.ts';
import { useMe } from '../api/use-me.ts';
import { Icon } from '../frame/icons.tsx';
import { FamilyText } from '../words/family-text.tsx';
import type { useSending } from './use-sending.ts';

interface ReadsSoProps {
  /** The family's. */
  readonly language: Me['languages'][number];
  readonly sending: ReturnType<typeof useSending>;
}

const NO_TRANSLATION =
  'No machine translation is configured. Choose a saved reply, which people have written in the family’s language, or send in English: the family is told that it is English.';
const FAILED =
  'The translation service does not answer now. Choose a saved reply, send in English, or wait a little and change a word to try again.';

const Changes = ({ changes }: Pick<Preview, 'changes'>) =>
  changes.length > 0 && (
    <div className="changes" role="status">
      <p className="changes-title">
        <Icon name="urgent" />
        Look again before you send
      </p>
      <ul>
        {changes.map(({ kind, original, found, message }) => (
          <li key={`${kind}.${original}.${found}`}>{message}</li>
        ))}
      </ul>
    </div>
  );

const Check = ({ language, sending }: ReadsSoProps) => {
  const { plan, draft, check } = sending;
  const { toCheck } = plan;
  if (toCheck === undefined) return null;
  return (
    <>
      {plan.wantsInterpreter && (
        <p className="reads-advice">
          This is a matter for an interpreter. Call one, choose a saved reply, have this checked, or send in English.
        </p>
      )}
      <Checkbox
        className="checkbox"
        isSelected={draft.checked === toCheck}
        onChange={(isChecked) => check(isChecked ? toCheck : '')}
      >
        <span className="checkbox-box">
          <Icon name="check" />
        </span>
        Somebody who reads {language.name} has checked this
      </Checkbox>
    </>
  );
};

const Translated = ({ language, sending, preview }: ReadsSoProps & { preview: Preview }) => (
  <>
    {preview.text !== undefined && (
      <div className="reads-text" data-stale={!sending.isCurrent || undefined}>
        <FamilyText text={preview.text} lang={language.lang} />
      </div>
    )}
    {preview.back !== undefined && (
      <p className="reads-back">
        <span className="label">Translated back: </span>
        {preview.back}
      </p>
    )}
    {sending.isCurrent && <Changes changes={preview.changes} />}
    <Check language={language} sending={sending} />
  </>
);

/** How the family will read what is being written, and what somebody should look at before it is sent. */
export const ReadsSo = ({ language, sending }: ReadsSoProps) => {
  const me = useMe();
  const titleId = useId();
  const { preview, error } = sending;
  const isTranslated = me.translation === 'machine' && preview?.by === 'machine';
  const isIdle = me.translation === 'machine' && !preview && !error;
  return (
    <section className={isIdle ? 'reads reads-idle' : 'reads'} aria-labelledby={titleId}>
      <h2 id={titleId} className="reads-title">
        How it reads in {language.name}
        {isTranslated && <span className="badge">Machine translation</span>}
      </h2>
      {me.translation === 'none' && <p className="hint">{NO_TRANSLATION}</p>}
      {error && <p className="reads-advice">{sentenceOf(error)}</p>}
      {me.translation === 'machine' && preview?.by === 'failed' && <p className="reads-advice">{FAILED}</p>}
      {isTranslated && preview && <Translated language={language} sending={sending} preview={preview} />}
      {isIdle && <p className="hint">It appears here while you write, with a translation back into English.</p>}
    </section>
  );
};
