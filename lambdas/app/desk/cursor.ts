/** Thrown where a cursor is not one of the list that it is given for. The list must be read from its start. */
export class CursorError extends Error {
  override readonly name = 'CursorError';
}

/** Longer than any cursor of ours. */
const MOST_CHARACTERS = 8192;

/** A cursor of a list: it says which list, and after what to go on. It grants nothing: who may read is asked anew. */
export const cursorOf = (list: string, after: string): string =>
  Buffer.from(JSON.stringify([list, after])).toString('base64url');

const decoded = (cursor: string): unknown => {
  if (cursor.length > MOST_CHARACTERS) return undefined;
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
};

/**
 * What a cursor goes on after.
 * @throws CursorError where it is a cursor of another list, or none at all
 */
export const afterOf = (list: string, cursor: string): string => {
  const value = decoded(cursor);
  const [of, after]: unknown[] = Array.isArray(value) ? value : [];
  if (of !== list || typeof after !== 'string') throw new CursorError('this cursor belongs to another list');
  return after;
};
