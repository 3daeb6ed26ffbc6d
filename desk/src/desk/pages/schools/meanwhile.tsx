import { useEffect, useRef } from 'react';
import { Button } from 'react-aria-components';
import { withoutDoubledStop } from '#core/facts.ts';

export interface MeanwhileChange {
  readonly field: string;
  readonly label: string;
  /** "was 555-0100, is 555-0199 now". */
  readonly words: string;
  /** Takes what the colleague wrote; absent where it was taken already. */
  readonly onTake?: () => void;
}

interface MeanwhileProps {
  readonly changes: readonly MeanwhileChange[];
}

/** What a colleague saved while somebody was writing. It takes the focus, because saving has stopped here. */
export const Meanwhile = ({ changes }: MeanwhileProps) => {
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <section ref={box} className="meanwhile" tabIndex={-1} aria-labelledby="meanwhile-title">
      <h2 id="meanwhile-title">A colleague saved a change while you were writing</h2>
      <p>Nothing of yours is lost. Look at what they changed, then save again.</p>
      <ul>
        {changes.map(({ field, label, words, onTake }) => (
          <li key={field}>
            <strong>{label}</strong> {withoutDoubledStop(`${words}.`)}{' '}
            {onTake ? (
              <>
                You changed it too: yours is kept.{' '}
                <Button className="button" aria-label={`Take theirs: ${label}`} onPress={onTake}>
                  Take theirs
                </Button>
              </>
            ) : (
              'It is in your form now.'
            )}
          </li>
        ))}
        {changes.length === 0 && <li>What you have before you has not changed.</li>}
      </ul>
    </section>
  );
};
