import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { TemplatesView, type TemplateView } from '#contract/templates-api.ts';
import { useApi } from '../../api/use-api.ts';
import { Page } from '../../frame/page.tsx';
import { Loading, Trouble } from '../../frame/states.tsx';
import { Choice } from '../improve/choice.tsx';
import { TemplateTexts } from './template-texts.tsx';
import { aboutTemplate, examplesOf, unreached } from './template-words.ts';
import { TryWords } from './try-words.tsx';

const REFRESH_MS = 60_000;

const HandIn = ({ template }: { template: TemplateView }) => {
  const examples = examplesOf(template);
  return (
    <section className="template-hand-in" aria-label="How to hand it in">
      <p>
        {`In Meta’s manager: name `}
        <code>{template.name}</code>
        {`, category Utility, ${examples.length > 0 ? 'variables by name' : 'no variables'}, one quick-reply button. `}
        {template.isWhole
          ? 'It says all there is to say; its button tells more.'
          : 'It says that something waits to be read; its button lets it out.'}
      </p>
      {examples.length > 0 && (
        <p className="hint">
          {`Examples that Meta asks for: ${examples.map(({ name, text }) => `${name} = ${text}`).join('; ')}.`}
        </p>
      )}
    </section>
  );
};

const Shown = ({ templates }: { templates: readonly TemplateView[] }) => {
  const [name, setName] = useState(templates[0]?.name ?? '');
  const template = templates.find((one) => one.name === name);
  const silent = templates.filter((one) => unreached(one).length > 0);
  return (
    <>
      {silent.length > 0 && (
        <p className="template-warning" role="alert">
          {`Some families get nothing outside the 24-hour window: ${silent.map(aboutTemplate).join('; ')}.`}
        </p>
      )}
      <Choice
        label="Template"
        options={templates.map((one) => ({ id: one.name, words: aboutTemplate(one) }))}
        chosen={name}
        onChoose={setName}
      />
      {template && (
        <>
          <HandIn template={template} />
          <TemplateTexts template={template} />
        </>
      )}
      <TryWords />
    </>
  );
};

/** What families get when they have not written for 24 hours, in each language, and how it stands at WhatsApp. */
export default function TemplatesPage() {
  const api = useApi();
  const { data, error, refetch } = useQuery({
    queryKey: ['templates'],
    queryFn: ({ signal }) => api.get('/templates', TemplatesView, signal),
    refetchInterval: REFRESH_MS,
  });
  return (
    <Page
      title="Templates"
      about="When a family has not written for 24 hours, WhatsApp lets only these approved texts out. They are handed in at Meta once for each language."
    >
      {error && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && (
        <div className="templates">
          <Shown templates={data.templates} />
        </div>
      )}
    </Page>
  );
}
