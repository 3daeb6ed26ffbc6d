import { useState } from 'react';
import { lintPlanned } from '#core/outreach/template-lint.ts';
import { WordsField } from '../people/words-field.tsx';

/** Whether words would get a template counted as marketing, said before anybody uses them. */
export const TryWords = () => {
  const [text, setText] = useState('');
  const { findings } = lintPlanned({ kind: 'reminder', text });
  return (
    <section className="template-try" aria-label="Try a title">
      <WordsField
        name="try"
        label="Will these words be delivered?"
        hint="Write the title of an event as families would read it. It is filled into the template, so Meta reads it too."
        value={text}
        onChange={setText}
        isRequired={false}
      />
      <div role="status">
        {text.trim() !== '' && findings.length === 0 && <p>Nothing in it looks like advertising.</p>}
        {findings.length > 0 && (
          <ul className="template-findings">
            {findings.map(({ rule, found, advice }) => (
              <li key={rule}>
                <bdi>“{found}”</bdi>: {advice}
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  );
};
