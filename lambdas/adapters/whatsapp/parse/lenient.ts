import * as z from 'zod/mini';

/**
 * The pieces that the schemas of this folder are made of. WhatsApp leaves out keys, sends whole numbers for
 * strings and adds fields without notice, so a schema asks only for what an event cannot do without.
 *
 * Objects are plain `z.object`: they copy the named keys alone, so that a hostile `__proto__` goes nowhere.
 */

/** Text, or a whole number in place of it, as text. */
export const scalar = z.pipe(z.union([z.string(), z.int()]), z.transform(String));

/** An id of WhatsApp's: theirs have some 100 letters; what is far longer would fit into no queue. */
export const identifier = scalar.check(z.minLength(1), z.maxLength(512));

/** The same as `scalar` where it may be missing or senseless: then undefined. */
export const optionalScalar = z.catch(z.optional(scalar), undefined);

/** Seconds since 1970, text or number, as milliseconds. Eleven digits reach the year 5138. */
export const timestamp = z.pipe(
  scalar,
  z.pipe(
    z.string().check(z.regex(/^\d{1,11}$/)),
    z.transform((seconds: string) => Number(seconds) * 1000),
  ),
);

/** The longest id that is repeated in a report; ours. */
const MAX_ID = 256;

/** An element's id for a report on it, also where the rest of the element is unreadable. */
export const idOf = (element: unknown): { readonly id?: string } => {
  const found = z.safeParse(z.object({ id: scalar }), element);
  return found.success ? { id: found.data.id.slice(0, MAX_ID) } : {};
};

const Errors = z.catch(z.array(z.catch(z.optional(z.object({ code: scalar })), undefined)), []);

/** The codes of an `errors` array, leaving out what is not a whole number. */
export const codesOf = (errors: unknown): readonly number[] =>
  z
    .parse(Errors, errors)
    .map((error) => Number(error?.code))
    .filter((code) => Number.isSafeInteger(code));

export type Json = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What may stand as an array, alone, or not at all, as an array. */
export const listOf = (value: unknown): readonly unknown[] => {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
};
