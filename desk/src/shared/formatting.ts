/** WhatsApp's marks in a text: `*bold*`, `_italic_`, `~struck~`, and bare web addresses. Pure. */

export type Span =
  | { readonly kind: 'text' | 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string }
  | { readonly kind: 'bold' | 'italic' | 'struck'; readonly spans: readonly Span[] };

const MARKS = { '*': 'bold', _: 'italic', '~': 'struck' } as const;

/**
 * A mark counts only around words: a letter or digit must not stand before it, nor after its partner, and
 * no space just inside. Both stand on one line.
 */
const MARKED = /(?<![\p{L}\p{N}])(?<mark>[*_~])(?<inner>\S(?:[^\n]*?\S)?)\k<mark>(?![\p{L}\p{N}])/u;
const CODE = /```(?<code>[^`]+)```|`(?<short>[^`\n]+)`/;
/** Full stops and brackets at the end belong to the sentence, not to the address. */
const LINK = /https?:\/\/[^\s<>]*[^\s<>.,;:!?)\]'"*_~]/;

const around = (text: string, match: RegExpExecArray, middle: Span): Span[] => [
  ...readSpans(text.slice(0, match.index)),
  middle,
  ...readSpans(text.slice(match.index + match[0].length)),
];

export const readSpans = (text: string): Span[] => {
  if (text === '') return [];
  const code = CODE.exec(text);
  if (code) return around(text, code, { kind: 'code', text: code.groups?.code ?? code.groups?.short ?? '' });
  const link = LINK.exec(text);
  const marked = MARKED.exec(text);
  if (link && (!marked || link.index <= marked.index)) {
    return around(text, link, { kind: 'link', text: link[0], href: link[0] });
  }
  const { mark, inner } = marked?.groups ?? {};
  if (marked && inner !== undefined && (mark === '*' || mark === '_' || mark === '~')) {
    return around(text, marked, { kind: MARKS[mark], spans: readSpans(inner) });
  }
  return [{ kind: 'text', text }];
};
