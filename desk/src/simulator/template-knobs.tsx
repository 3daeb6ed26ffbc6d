import { useState } from 'react';
import type { TemplateView } from '../../../bin/local/whatsapp/page-contract.ts';
import { markTemplate } from './requests.ts';

const STATUSES: Readonly<Record<TemplateView['status'], string>> = {
  APPROVED: 'approved',
  PAUSED: 'paused: low quality',
  DISABLED: 'disabled',
  REJECTED: 'rejected',
};
const CATEGORIES: Readonly<Record<TemplateView['category'], string>> = {
  UTILITY: 'utility',
  MARKETING: 'marketing: not delivered in the U.S.',
};

interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly words: Readonly<Record<Value, string>>;
  readonly onChoose: (value: Value) => void;
}

const Choice = <Value extends string>({ label, value, words, onChoose }: ChoiceProps<Value>) => (
  <label className="knob-choice">
    {label}
    <select value={value} onChange={(event) => onChoose(event.target.value as Value)}>
      {Object.entries<string>(words).map(([one, word]) => (
        <option key={one} value={one}>
          {word}
        </option>
      ))}
    </select>
  </label>
);

const isAsApproved = ({ status, category }: TemplateView) => status === 'APPROVED' && category === 'UTILITY';
const same = (values: readonly string[]) => Object.fromEntries([...new Set(values)].map((value) => [value, value]));

/** What Meta does to the school's templates. Homeroom is told by a webhook, as it would be. */
export const TemplateKnobs = ({ templates }: { templates: readonly TemplateView[] }) => {
  const [name, setName] = useState(templates[0]?.name ?? '');
  const [language, setLanguage] = useState(templates[0]?.language ?? '');
  const chosen = templates.find((one) => one.name === name && one.language === language);
  const changed = templates.filter((one) => !isAsApproved(one));
  return (
    <section className="panel-section" aria-label="Templates">
      <h3>Templates</h3>
      <p className="hint">Outside the 24-hour window only these go out. Here Meta changes its mind about one.</p>
      <Choice label="Template" value={name} words={same(templates.map((one) => one.name))} onChoose={setName} />
      <Choice
        label="Language"
        value={language}
        words={same(templates.map((one) => one.language))}
        onChoose={setLanguage}
      />
      {chosen && (
        <>
          <Choice
            label="It is"
            value={chosen.status}
            words={STATUSES}
            onChoose={(status) => void markTemplate({ ...chosen, status })}
          />
          <Choice
            label="Meta counts it as"
            value={chosen.category}
            words={CATEGORIES}
            onChoose={(category) => void markTemplate({ ...chosen, category })}
          />
        </>
      )}
      <p className="hint" role="status" data-testid="templates-changed">
        {changed.length === 0
          ? 'All of them are approved.'
          : `Not as approved: ${changed.map((one) => `${one.name} (${one.language})`).join(', ')}.`}
      </p>
    </section>
  );
};
