/** The most of one inbound text that is kept, in UTF-16 units; ours, twice what we could send back. */
const MAX_TEXT = 8192;
/** The longest word of WhatsApp's own, e.g. the name of an event; ours. */
const WORD = /^\w{1,64}$/;

/**
 * What does not show and can only mislead: control characters but line break and tab; soft hyphen; zero-width
 * space, word joiner and byte order mark; marks, embeddings, overrides and isolates of direction; invisible
 * operators; interlinear marks. U+200C and U+200D stay: Persian spells with them and emoji are joined by them.
 */
const HIDDEN = new RegExp(
  '[\\u0000-\\u0008\\u000B-\\u001F\\u007F-\\u009F\\u00AD\\u061C\\u180E\\u200B\\u200E\\u200F\\u202A-\\u202E' +
    '\\u2060-\\u2069\\uFEFF\\uFFF9-\\uFFFB]',
  'g',
);
const LINE_BREAK = /\r\n?|[\u2028\u2029\u0085]/g;

// Made when a text is too long, which almost none is: making one takes half as long as Node itself takes to start.
let graphemes: Intl.Segmenter | undefined;

/** Where to cut so that at most `limit` units stay and no grapheme is torn; one longer than that is torn at a code point. */
const cutPoint = (text: string, limit: number): number => {
  graphemes ??= new Intl.Segmenter('und');
  const start = graphemes.segment(text).containing(limit)?.index ?? limit;
  if (start > 0) return start;
  const code = text.codePointAt(limit - 1);
  return code !== undefined && code > 0xffff ? limit - 1 : limit;
};

/** A person's words, well-formed, without what does not show, at most `limit` UTF-16 units. */
export const cleanText = (raw: string, limit: number = MAX_TEXT): string => {
  // Cut early, with room for what is removed: cleaning megabytes to keep a page would be a gift to a nuisance.
  const text = raw
    .slice(0, limit * 4)
    .toWellFormed()
    .replace(LINE_BREAK, '\n')
    .replace(HIDDEN, '');
  return text.length <= limit ? text : text.slice(0, cutPoint(text, limit));
};

/** A word of WhatsApp's own, fit for a log; anything that does not look like one is `unspecified`. */
export const wordOf = (value: unknown): string =>
  typeof value === 'string' && WORD.test(value) ? value : 'unspecified';
