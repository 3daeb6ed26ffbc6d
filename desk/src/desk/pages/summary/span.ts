/** Over how many days figures can be had. */
export const SPANS = [7, 30, 90] as const;
export type Span = (typeof SPANS)[number];

export const isSpan = (value: unknown): value is Span => SPANS.some((span) => span === value);
