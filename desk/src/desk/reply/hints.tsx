import { Button } from 'react-aria-components';
import type { Preview } from '#contract/desk-api.ts';

type Hint = Preview['hints'][number];

interface HintsProps {
  /** What stands in the box now. */
  readonly text: string;
  readonly hints: readonly Hint[];
  readonly onApply: (text: string) => void;
}

/**
 * Where a hint's words stand in the box. The preview was made of words without space around them, and something may
 * have been typed since: a hint whose words are not there any more is not shown.
 */
const placeOf = ({ start, end, words }: Hint, text: string): { start: number; end: number } | undefined => {
  const shift = text.length - text.trimStart().length;
  const place = { start: start + shift, end: end + shift };
  return text.slice(place.start, place.end) === words ? place : undefined;
};

/** How the English could be kinder or plainer; nobody has to. */
export const Hints = ({ text, hints, onApply }: HintsProps) => {
  const shown = hints.flatMap((hint) => {
    const place = placeOf(hint, text);
    return place ? [{ hint, place }] : [];
  });
  if (shown.length === 0) return null;
  return (
    <ul className="hints" aria-label="Hints">
      {shown.map(({ hint: { kind, words, message, instead }, place }) => (
        <li key={`${kind}.${place.start}`}>
          {kind !== 'grade' && (
            <span className="hints-words">{words.length > 48 ? `${words.slice(0, 47)}…` : words}</span>
          )}{' '}
          {message}
          {instead !== undefined && (
            <Button
              className="button hints-apply"
              onPress={() => onApply(`${text.slice(0, place.start)}${instead}${text.slice(place.end)}`)}
            >
              Use “{instead}”
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
};
