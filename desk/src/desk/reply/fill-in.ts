/** Fields of saved replies. Pure. */

const FIELD = /\{(\w+)\}/g;

/** The fields that a text really has, in their order. */
export const fieldsOf = (text: string): string[] => [
  ...new Set([...text.matchAll(FIELD)].map(([, name]) => name ?? '')),
];

/** A text with its fields filled in; a field without a value stays as it is. */
export const fillIn = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(FIELD, (field, name: string) => values[name]?.trim() || field);

/** The name of a field in words: `startTime` is "Start time". */
export const fieldWords = (name: string): string => {
  const words = name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
};
