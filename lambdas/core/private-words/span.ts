/** What a family need not tell: a status of immigration, a number that a government gave, an address. */
export const PRIVATE_KINDS = ['status', 'number', 'address'] as const;
export type PrivateKind = (typeof PRIVATE_KINDS)[number];

/** Where private words stand in a text, in UTF-16 units; `end` is excluded. */
export interface Span {
  readonly kind: PrivateKind;
  readonly start: number;
  readonly end: number;
}

/** The spans of all matches of a pattern with the flag `g`. */
export const spansOf = (text: string, pattern: RegExp, kind: PrivateKind): readonly Span[] =>
  [...text.matchAll(pattern)].map(({ index, 0: { length } }) => ({ kind, start: index, end: index + length }));
