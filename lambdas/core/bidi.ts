/**
 * Text of right-to-left languages holds numbers, times, names and addresses that run left to right. Without
 * marks a reader's program may show "1-800-222-1222" backwards.
 */
const LEFT_TO_RIGHT_ISOLATE = '\u2066';
const POP_ISOLATE = '\u2069';
const RIGHT_TO_LEFT_MARK = '\u200f';

/** A run of Latin words, digits and what stands between them; addresses and phone numbers are one run. */
const RUN =
  /[\p{Script=Latin}\d+(#@][\p{Script=Latin}\p{M}\d+\-–.,:/()#@&%?=_'’ \u00a0\u202f]*[\p{Script=Latin}\d)]|[\p{Script=Latin}\d]/gu;
const FIRST_LETTER = /\p{L}/u;
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;
const ISOLATED = /[\u2066-\u2069]/;

/** A right-to-left text with its left-to-right runs held together, whatever the reader's program makes of them. */
export const isolated = (text: string): string => {
  if (ISOLATED.test(text)) return text;
  const runs = text.replace(RUN, (run) => `${LEFT_TO_RIGHT_ISOLATE}${run}${POP_ISOLATE}`);
  const first = FIRST_LETTER.exec(text)?.[0] ?? '';
  // Programs take the direction of a message from its first letter.
  return RIGHT_TO_LEFT.test(first) ? runs : `${RIGHT_TO_LEFT_MARK}${runs}`;
};
