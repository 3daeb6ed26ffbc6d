import type { Choice, Reply } from '#core/reply.ts';
import { LIMITS } from './limits.ts';

/** In which of WhatsApp's forms a reply goes out. */
export type Form = 'text' | 'buttons' | 'list' | 'document';

/** Something shows: not only white space, control and formatting characters. */
export const isVisible = (text: string): boolean => /[^\s\p{Cc}\p{Cf}]/u.test(text);

const areDistinct = (values: readonly string[]): boolean => new Set(values).size === values.length;

const isWithin = (text: string, limit: number): boolean => isVisible(text) && text.length <= limit;

/** WhatsApp sends the id back as it is; what it might trim or change must not be in it. */
const isSafeId = (id: string): boolean => /^[\x21-\x7e]+$/.test(id) && id.length <= LIMITS.choiceId;

const isTappable = (choice: Choice, titleLimit: number): boolean =>
  isSafeId(choice.id) && isWithin(choice.title, titleLimit);

const fitsRow = (choice: Choice): boolean =>
  isTappable(choice, LIMITS.rowTitle) &&
  (choice.description === undefined || isWithin(choice.description, LIMITS.rowDescription));

/** A button has no room for a description. */
const fitsButton = (choice: Choice): boolean =>
  isTappable(choice, LIMITS.buttonTitle) && choice.description === undefined;

/**
 * The form that shows all of a reply: a document where there is one, which has no choices once fitted; buttons, else a list, else text. Titles must differ: WhatsApp demands it
 * of buttons, and in a list nobody could tell two alike apart.
 */
export const formOf = (reply: Reply): Form => {
  const { body, choices, document } = reply;
  if (document) return 'document';
  if (choices.length === 0 || !isWithin(body, LIMITS.interactiveBody)) return 'text';
  if (!areDistinct(choices.map(({ id }) => id)) || !areDistinct(choices.map(({ title }) => title))) return 'text';
  if (choices.length <= LIMITS.buttons && choices.every(fitsButton)) return 'buttons';
  const isList =
    choices.length <= LIMITS.rows && choices.every(fitsRow) && isWithin(reply.choicesLabel, LIMITS.listLabel);
  return isList ? 'list' : 'text';
};
