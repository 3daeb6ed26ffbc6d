import type { MessageContent, TurnEvent } from '../inbound.ts';
import { addressesIn } from './addresses.ts';
import { numbersIn } from './numbers.ts';
import type { PrivateKind, Span } from './span.ts';
import { statusIn } from './status.ts';

/** Stands in the stored text where something was that Homeroom does not keep. */
export const REMOVED = '[removed]';

/** Digits of Arabic and Persian and wide ones, each as one digit of ours, so that places in the text stay. */
const OTHER_DIGITS = /[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/g;
const withPlainDigits = (text: string): string =>
  text.replace(OTHER_DIGITS, (digit) => String(digit.charCodeAt(0) & 0xf));

const spansIn = (text: string): readonly Span[] => {
  const plain = withPlainDigits(text);
  const found = [...numbersIn(plain), ...addressesIn(plain), ...statusIn(text)];
  return found.toSorted((one, other) => one.start - other.start || other.end - one.end);
};

/** What a text tells that a family need not tell. */
export const privateIn = (text: string): ReadonlySet<PrivateKind> => new Set(spansIn(text).map(({ kind }) => kind));

/**
 * A text without government numbers, without statements of somebody's immigration status and without addresses. The
 * rest stays to the letter.
 */
export const removePrivate = (text: string): string => {
  let rest = '';
  let end = 0;
  for (const span of spansIn(text)) {
    if (span.end <= end) continue;
    // What overlaps is one gap.
    if (span.start >= end) rest += text.slice(end, span.start) + REMOVED;
    end = span.end;
  }
  return rest + text.slice(end);
};

const cleaned = (content: MessageContent): MessageContent => {
  if (content.kind === 'text') return { ...content, text: removePrivate(content.text) };
  if (content.kind === 'media' && content.caption !== undefined) {
    return { ...content, caption: removePrivate(content.caption) };
  }
  return content;
};

/** An event as it may be stored. What it means must have been understood before. */
export const withoutPrivateWords = (event: TurnEvent): TurnEvent => {
  if (event.kind === 'message_received') return { ...event, content: cleaned(event.content) };
  // What staff send the family is theirs to word, and stands in the reply anyway; their notes are only kept.
  return event.kind === 'staff_acted' && event.action.kind === 'note'
    ? { ...event, action: { ...event.action, text: removePrivate(event.action.text) } }
    : event;
};
