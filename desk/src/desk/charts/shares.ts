/** Counts and shares in words. Pure. */

const WHOLE = new Intl.NumberFormat('en-US');

/** `1,204`. */
export const countInWords = (count: number): string => WHOLE.format(count);

/** `1 question`, `1,204 questions`; an irregular plural is given. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${countInWords(count)} ${count === 1 ? one : many}`;

/**
 * `42%`. What is not nothing is never rounded to 0%, and what is not all is never rounded to 100%: one unhappy
 * family of a thousand is still to be seen. Of nothing at all there is no share: `–`.
 */
export const shareInWords = (part: number, whole: number): string => {
  if (whole <= 0) return '–';
  const percent = Math.round((100 * part) / whole);
  if (percent === 0 && part > 0) return 'under 1%';
  if (percent === 100 && part < whole) return 'over 99%';
  return `${percent}%`;
};
