import type { SavedReply } from '#contract/desk-api.ts';
import type { Lang } from '#core/language.ts';

/** The longest that somebody writes into a field of a saved reply. */
const LONGEST_FIELD = 200;
const FIELD = /\{([a-z][A-Za-z]*)\}/g;

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A text with fields as a pattern: a field holds a short line, and the same words wherever it stands. */
const patternOf = (text: string): RegExp => {
  const seen: string[] = [];
  const parts: string[] = [];
  let at = 0;
  for (const match of text.matchAll(FIELD)) {
    const [whole, name = ''] = match;
    parts.push(escaped(text.slice(at, match.index)));
    at = match.index + whole.length;
    if (seen.includes(name)) parts.push(`\\${seen.indexOf(name) + 1}`);
    else {
      seen.push(name);
      parts.push(`([^\\n]{1,${LONGEST_FIELD}}?)`);
    }
  }
  return new RegExp(`^${parts.join('')}${escaped(text.slice(at))}$`, 'u');
};

const patterns = new WeakMap<SavedReply, Map<string, RegExp>>();

const patternIn = (reply: SavedReply, lang: Lang): RegExp | undefined => {
  const text = Object.hasOwn(reply.texts, lang) ? reply.texts[lang] : undefined;
  if (text === undefined) return undefined;
  const known = patterns.get(reply) ?? new Map<string, RegExp>();
  patterns.set(reply, known);
  const pattern = known.get(lang) ?? patternOf(text);
  known.set(lang, pattern);
  return pattern;
};

/** Whether a text is one of the saved replies in `lang` with its fields filled in, and nothing else. */
export const isSavedReply = (replies: readonly SavedReply[], lang: Lang, text: string): boolean =>
  replies.some((reply) => patternIn(reply, lang)?.test(text) ?? false);
