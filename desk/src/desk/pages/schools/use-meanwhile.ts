import { type Dispatch, type SetStateAction, useState } from 'react';
import type { MeanwhileChange } from './meanwhile.tsx';
import type { FieldChange } from './three-way.ts';

/** What a colleague saved while a form was open: the draft that both began from, and theirs. */
interface Found<Draft, Field> {
  readonly before: Draft;
  readonly theirs: Draft;
  readonly changes: readonly FieldChange<Field>[];
}

/** How a form speaks of its fields. */
interface FieldWords<Draft, Field> {
  labelOf(field: Field): string;
  /** "was 555-0100, is 555-0199 now". */
  changeWords(field: Field, before: Draft, theirs: Draft): string;
}

/** What a colleague saved in between, to be looked at beside a form and taken field by field. */
export const useMeanwhile = <Draft extends object, Field extends keyof Draft & string = keyof Draft & string>(
  setDraft: Dispatch<SetStateAction<Draft>>,
  { labelOf, changeWords }: FieldWords<Draft, Field>,
) => {
  const [found, setFound] = useState<Found<Draft, Field>>();

  const take = (field: Field, { theirs, ...rest }: Found<Draft, Field>) => {
    setDraft((draft) => ({ ...draft, [field]: theirs[field] }));
    const changes = rest.changes.map((change) => (change.field === field ? { field, isTaken: true } : change));
    setFound({ ...rest, theirs, changes });
  };

  return {
    tell: (one: Found<Draft, Field>) => setFound(one),
    forget: () => setFound(undefined),
    /** Absent where nobody saved in between. */
    changes: found?.changes.map(
      ({ field, isTaken }): MeanwhileChange => ({
        field,
        label: labelOf(field),
        words: changeWords(field, found.before, found.theirs),
        ...(isTaken ? {} : { onTake: () => take(field, found) }),
      }),
    ),
  };
};
