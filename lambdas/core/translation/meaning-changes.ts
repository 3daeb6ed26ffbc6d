import { sentencesOf } from '../plain-language/sentences.ts';
import type { Change } from './change.ts';
import { negationDiffers, negationsOf } from './negation.ts';
import { permissionDiffers, permissionsOf } from './permission.ts';

const MOST_SHOWN = 160;
const shown = (text: string): string => (text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text);

const changeBetween = (original: string, back: string): Change | undefined => {
  const texts = { original: shown(original), found: shown(back) };
  if (permissionDiffers(permissionsOf(original), permissionsOf(back))) {
    return { kind: 'permission', ...texts, message: permissionMessage(texts.found) };
  }
  if (negationDiffers(negationsOf(original), negationsOf(back))) {
    return { kind: 'negation', ...texts, message: negationMessage(texts.found) };
  }
  return undefined;
};

const permissionMessage = (back: string): string =>
  `What someone can, cannot or must do may have changed. Translated back it says: “${back}”`;

const negationMessage = (back: string): string =>
  `A “not” or “no” may have been lost or added. Translated back it says: “${back}”`;

/**
 * "Not" that was lost or added, and "can", "cannot", "must" that took each other's place. Sentence by sentence
 * where there are as many, else in the whole. Both are English texts in plain form.
 */
export const meaningChanges = (original: string, back: string): Change[] => {
  const [one, other] = [sentencesOf(original), sentencesOf(back)];
  const pairs =
    one.length === other.length
      ? one.map((sentence, index) => [sentence.text, other[index]?.text ?? ''] as const)
      : [[original, back] as const];
  return pairs.flatMap(([from, to]) => changeBetween(from, to) ?? []);
};
