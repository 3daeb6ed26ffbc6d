import { useRef } from 'react';
import { Button } from 'react-aria-components';
import { Link } from 'wouter';
import type { SchoolView } from '#contract/district-api.ts';
import { sentenceOf } from '../../api/errors.ts';
import { useSetClosure } from '../../api/use-district.ts';
import { announce } from '../../frame/announce.tsx';
import { standingWords } from './closure-words.ts';
import { dayState, nextDays } from './school-day.ts';

interface SchoolCardProps {
  readonly school: SchoolView;
  readonly today: string;
  /** What a clock in the district shows, `HH:MM`. */
  readonly clock: string;
  readonly maySwitch: boolean;
  readonly mayEdit: boolean;
  readonly onClosing: () => void;
}

/** One school: what today is like there, the closing switch, and the way to its form. */
export const SchoolCard = ({ school, today, clock, maySwitch, mayEdit, onClosing }: SchoolCardProps) => {
  const { mutate, isPending, error } = useSetClosure();
  const closeButton = useRef<HTMLButtonElement>(null);
  const state = dayState(school, today, clock);
  const closure = school.closure && school.closure.to >= today ? school.closure : undefined;
  const planned = nextDays(school, today);
  const switchWords = closure ? 'Change' : 'Close or change a day';
  const open = () =>
    !isPending &&
    mutate(
      { id: school.id, version: school.version, closure: null },
      {
        onSuccess: () => {
          announce(`${school.name} is as usual again. Families who ask are told so from now on.`);
          // The button that was pressed is gone.
          closeButton.current?.focus();
        },
      },
    );
  return (
    <li className="card school-card" data-tone={state.tone}>
      <h2>{school.name}</h2>
      <p className="school-state" data-tone={state.tone}>
        {state.words}
      </p>
      {closure && <p className="school-told">{standingWords(closure, today)}</p>}
      {planned.length > 0 && <p className="hint">Next: {planned.join('; ')}</p>}
      {error && (
        <p className="field-error" role="alert">
          {sentenceOf(error)}
        </p>
      )}
      <div className="school-buttons">
        {closure && maySwitch && (
          <Button className="button button-primary" aria-label={`Open again: ${school.name}`} onPress={open}>
            {isPending ? 'Opening…' : 'Open again'}
          </Button>
        )}
        {maySwitch && (
          <Button
            ref={closeButton}
            className="button"
            aria-label={closure ? `Change the closing: ${school.name}` : `${switchWords}: ${school.name}`}
            onPress={onClosing}
          >
            {switchWords}
          </Button>
        )}
        {mayEdit && (
          <Link
            href={`/schools/${encodeURIComponent(school.id)}`}
            className="button"
            aria-label={`Edit ${school.name}`}
          >
            Edit
          </Link>
        )}
      </div>
    </li>
  );
};
