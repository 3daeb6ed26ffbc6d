import { memo } from 'react';
import { Button } from 'react-aria-components';
import type { DirectoryPersonView } from '#contract/district-api.ts';
import { wayName, withoutEmail, workWords } from './person-words.ts';

interface PersonRowProps {
  readonly person: DirectoryPersonView;
  readonly schoolName: (id: string) => string;
  /** Absent where the reader may not. */
  readonly onEdit: ((person: DirectoryPersonView) => void) | undefined;
}

/** Somebody whom families can reach: who, where, how. */
export const PersonRow = memo(({ person, schoolName, onEdit }: PersonRowProps) => {
  const mark = withoutEmail(person);
  return (
    <article className="contact" data-left={!person.isActive || undefined}>
      <div className="contact-who">
        <h2>
          {person.name} {!person.isActive && <span className="badge">Has left</span>}
        </h2>
        <p className="contact-soft">{workWords(person)}</p>
      </div>
      <p className="contact-where">{person.schools.map(schoolName).join(', ')}</p>
      <div className="contact-how">
        {person.phone && <p>{person.phone}</p>}
        {person.email && <p className="contact-email">{person.email}</p>}
        <p className="contact-soft">
          {[`Best: ${wayName(person.reachedBy)}`, person.hours, person.languages.join(', ')]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {mark && person.isActive && <p className="badge badge-warn contact-mark">{mark}</p>}
      </div>
      {onEdit && (
        <Button className="button contact-edit" aria-label={`Edit ${person.name}`} onPress={() => onEdit(person)}>
          Edit
        </Button>
      )}
    </article>
  );
});
