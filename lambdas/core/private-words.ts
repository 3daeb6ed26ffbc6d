import type { MessageContent, TurnEvent } from './inbound.ts';

/** Stands in the stored text where a number was that Homeroom does not keep. */
const REMOVED = '[removed]';

/**
 * Government numbers: U.S. Social Security and taxpayer numbers (9 digits in groups), alien registration
 * numbers ("A" and 8 or 9 digits), and a number after the word passport. Forms as the issuing agencies
 * print them (ssa.gov, uscis.gov, 2026-11).
 */
const NUMBERS: readonly RegExp[] = [
  /\b\d{3}[-\s]\d{2}[-\s]\d{4}\b/g,
  /\bA[-#\s]{0,3}\d{3}[-\s]?\d{3}[-\s]?\d{2,3}\b/gi,
  /(?<=\b(?:ssn|itin|social)\D{0,24})\d{9}\b/gi,
  /(?<=(?:passport|pasaporte)\D{0,24})[A-Z]{0,2}\d{6,9}\b/gi,
];

/** A person's words about their own immigration status. Papers that a school asks for are none of it. */
const STATUS: readonly RegExp[] = [
  /\b(?:i\s*am|i'?m|we\s*are|we'?re|my\s+(?:son|daughter|husband|wife|child|family)\s+is)\s+(?:undocumented|illegal|here\s+illegally)\b/giu,
  /\b(?:soy|somos|estoy|estamos|es|est[aá])\s+indocumentad[oa]s?\b/giu,
  /\b(?:soy|somos|estoy|estamos|mi\s+\p{L}+\s+(?:es|est[aá]))\s+ilegal(?:es)?\b/giu,
  /\b(?:i|we)\s+(?:have\s+no|don'?t\s+have|dont\s+have|do\s+not\s+have)\s+(?:papers|documents|a?\s*visa|status)\b(?!\s+(?:from|of|for)\s+(?:\p{L}+\s+){0,2}(?:school|class|enroll|regist|doctor|dentist|clinic|hospital|shot|vaccin))/giu,
  /\bno\s+ten(?:go|emos)\s+(?:papeles|documentos|visa)\b(?!\s+(?:de|del|para)\s+(?:\p{L}+\s+){0,2}(?:escuela|clase|inscri|matr|doctor|m[eé]dico|dentista|cl[ií]nica|hospital|vacuna))/giu,
  /\b(?:overstayed|venci[oó])\s+(?:my|our|la|mi)\s+visa\b/giu,
];

/** A text without government numbers and without statements of a person's immigration status. */
export const removePrivate = (text: string): string =>
  [...NUMBERS, ...STATUS].reduce((rest, pattern) => rest.replace(pattern, REMOVED), text);

const cleaned = (content: MessageContent): MessageContent => {
  if (content.kind === 'text') return { ...content, text: removePrivate(content.text) };
  if (content.kind === 'media' && content.caption !== undefined) {
    return { ...content, caption: removePrivate(content.caption) };
  }
  return content;
};

/** An event as it may be stored. */
export const withoutPrivateWords = (event: TurnEvent): TurnEvent =>
  event.kind === 'message_received' ? { ...event, content: cleaned(event.content) } : event;
