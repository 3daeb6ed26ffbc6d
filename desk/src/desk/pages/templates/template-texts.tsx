import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { TemplateText, TemplateView } from '#contract/templates-api.ts';
import { useMe } from '../../api/use-me.ts';
import { languageOf } from '../../words/languages.ts';
import { reachOf, stateWords } from './template-words.ts';

/** Puts a text on the clipboard, to be pasted into Meta's manager. */
const CopyButton = ({ what, text }: { what: string; text: string }) => {
  const [isCopied, setIsCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setIsCopied(true);
  };
  return (
    <Button className="button" aria-label={`${isCopied ? 'Copied' : 'Copy'} ${what}`} onPress={() => void copy()}>
      {isCopied ? 'Copied' : 'Copy'}
    </Button>
  );
};

const REACH = { own: 'Their own language', none: 'Nothing can be sent now' } as const;

const ReachWords = ({ text }: { text: TemplateText }) => {
  const me = useMe();
  const reach = reachOf(text);
  if (reach !== 'other') return <span className={`template-reach template-reach-${reach}`}>{REACH[reach]}</span>;
  return (
    <span className="template-reach template-reach-other">
      {`${languageOf(me, text.gets ?? text.lang).name}; the button goes on in their language`}
    </span>
  );
};

const Findings = ({ text }: { text: TemplateText }) =>
  text.findings.length > 0 && (
    <ul className="template-findings">
      {text.findings.map(({ advice, found }) => (
        <li key={`${advice}${found ?? ''}`}>
          {found !== undefined && (
            <>
              <bdi>“{found}”</bdi>
              {': '}
            </>
          )}
          {advice}
        </li>
      ))}
    </ul>
  );

const Card = ({ text }: { text: TemplateText }) => {
  const me = useMe();
  const { name, autonym, dir } = languageOf(me, text.lang);
  return (
    <li className="template-card">
      <h2>
        {name}{' '}
        <span className="rows-soft" lang={text.lang}>
          {autonym}
        </span>
      </h2>
      <dl className="template-facts">
        <dt>Families get</dt>
        <dd>
          <ReachWords text={text} />
        </dd>
        <dt>At Meta</dt>
        <dd>
          {stateWords(text)}
          {text.code !== undefined && ` (${text.code})`}
        </dd>
      </dl>
      <div className="template-words">
        <p lang={text.lang} dir={dir}>
          {text.body}
        </p>
        <CopyButton what={`the text in ${name}`} text={text.body} />
        <p className="template-button" lang={text.lang} dir={dir}>
          {text.button}
        </p>
        <CopyButton what={`the button in ${name}`} text={text.button} />
      </div>
      <Findings text={text} />
    </li>
  );
};

/** A template in every language: what families get, how it stands, and the words to hand in. */
export const TemplateTexts = ({ template }: { template: TemplateView }) => (
  <ul className="template-list" aria-label="Languages">
    {template.texts.map((text) => (
      <Card key={`${template.name} ${text.lang}`} text={text} />
    ))}
  </ul>
);
