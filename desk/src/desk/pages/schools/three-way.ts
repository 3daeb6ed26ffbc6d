/** What happens to a form when a colleague has saved in between. Pure. */

/** A field that both have, as it was when the form was opened, as it is now, and as it is in the form. */
export interface FieldChange<Key> {
  readonly field: Key;
  /** The form now holds what the colleague wrote; else what the form's owner wrote is kept. */
  readonly isTaken: boolean;
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/**
 * Puts together what two people made of one draft. Where only the colleague changed a field, theirs is taken;
 * where both did, mine stays and is told.
 *
 * @param base as it was when both began
 * @returns the draft, and what the colleague changed
 */
export const threeWay = <Draft extends object>(
  base: Draft,
  mine: Draft,
  theirs: Draft,
): { readonly draft: Draft; readonly changes: readonly FieldChange<keyof Draft>[] } => {
  const draft = { ...mine };
  const changes: FieldChange<keyof Draft>[] = [];
  const take = <Key extends keyof Draft>(field: Key) => {
    draft[field] = theirs[field];
  };
  for (const field of Object.keys(base) as (keyof Draft)[]) {
    if (same(base[field], theirs[field]) || same(mine[field], theirs[field])) continue;
    const isTaken = same(base[field], mine[field]);
    if (isTaken) take(field);
    changes.push({ field, isTaken });
  }
  return { draft, changes };
};
