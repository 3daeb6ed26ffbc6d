/** What reads otherwise after translation and back. */
export type ChangeKind = 'number' | 'date' | 'name' | 'negation' | 'link' | 'permission' | 'medicine';

/** Something that may read otherwise for the family than it was written: somebody should look. */
export interface Change {
  readonly kind: ChangeKind;
  /** In the text as written. */
  readonly original?: string;
  /** After translation. */
  readonly found?: string;
  /** A plain English sentence that says what changed. */
  readonly message: string;
}

/** Something was lost, something came in its place, or both. */
export const changed = (kind: ChangeKind, original: string | undefined, found: string | undefined): Change => ({
  kind,
  ...(original === undefined ? {} : { original }),
  ...(found === undefined ? {} : { found }),
  message: messageOf(original, found),
});

const messageOf = (original: string | undefined, found: string | undefined): string => {
  if (original === undefined) return `The translation says “${found}”, which you did not write.`;
  if (found === undefined) return `“${original}” seems to be missing from the translation.`;
  return `You wrote “${original}”; the translation seems to say “${found}”.`;
};

/** What stood in the original, and what is known of it after translation. */
export interface Wanted {
  readonly kind: ChangeKind;
  readonly words: string;
  /** It stands in the translation itself. */
  readonly isInText: boolean;
  /** It stands in the translation of the translation, so that the translation holds it in some form. */
  readonly isInBack: boolean;
}

/**
 * The changes among facts of one class. What is found in neither text is lost. What only the way back holds is
 * written in a form that we do not read, unless the translation holds something else in its place.
 */
export const changesAmong = (wanted: readonly Wanted[], extras: readonly string[], kind: ChangeKind): Change[] => {
  const lost = wanted.filter(({ isInText, isInBack }) => !isInText && !isInBack);
  const doubtful = wanted.filter(({ isInText, isInBack }) => !isInText && isInBack);
  const replaced = [...lost, ...doubtful.slice(0, Math.max(0, extras.length - lost.length))];
  return [
    ...replaced.map((one, index) => changed(one.kind, one.words, extras[index])),
    ...extras.slice(replaced.length).map((extra) => changed(kind, undefined, extra)),
  ];
};
