import { decodeEntities } from './html-entities.ts';

/** Elements whose content nobody reads. */
const UNREAD = new Set([
  ...['script', 'style', 'head', 'title', 'template', 'noscript', 'object', 'iframe', 'svg', 'math', 'canvas'],
  ...['select', 'textarea', 'audio', 'video', 'map'],
]);
/** Of these only the end tag counts: what stands in them is no HTML. */
const RAW = new Set(['script', 'style', 'title', 'textarea']);
const VOID = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr']);
const BLOCK = new Set([
  ...['p', 'div', 'br', 'hr', 'tr', 'table', 'ul', 'ol', 'li', 'blockquote', 'pre', 'section', 'article', 'header'],
  ...['footer', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
]);
const APART = new Set(['p', 'table', 'ul', 'ol', 'blockquote', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);

const HIDDEN_STYLE =
  /(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all|font-size\s*:\s*0(?![\d.]*[1-9])|opacity\s*:\s*0(?![\d.]*[1-9])|max-height\s*:\s*0(?![\d.]*[1-9]))/i;
const STYLE = /\sstyle\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i;

const isHidden = (name: string, attributes: string): boolean => {
  if (UNREAD.has(name) || /\shidden(?:[\s=/]|$)/i.test(attributes)) return true;
  const [, double, single, bare] = STYLE.exec(attributes) ?? [];
  return HIDDEN_STYLE.test(decodeEntities(double ?? single ?? bare ?? ''));
};

/** A tag, a comment or the like; what stands between two of them is text. Bounded, so that no mail makes it slow. */
const MARKUP =
  /<!--[\s\S]*?(?:-->|$)|<![^<>]*>|<\?[^<>]*>|<(\/?)([a-z][a-z0-9:-]{0,40})((?:"[^"]{0,5000}"|'[^']{0,5000}'|[^'"<>]){0,500})>/gi;
/** Nobody writes deeper; what is deeper is taken as if it stood here. */
const DEEPEST = 500;

interface Writing {
  lines: string[];
  quotes: number;
}

const breakLine = (out: Writing, isApart: boolean) => {
  const marks = '> '.repeat(out.quotes);
  const last = out.lines.at(-1) ?? '';
  if (last.trim() !== '' && last !== marks) out.lines.push(marks);
  else out.lines[out.lines.length - 1] = marks;
  if (isApart && out.lines.length > 1 && (out.lines.at(-2) ?? '').trim() !== '') out.lines.push(marks);
};

const write = (out: Writing, text: string) => {
  const words = decodeEntities(text).replace(/[\s\u00ad\u200b\ufeff]+/g, ' ');
  const last = out.lines.at(-1) ?? '';
  const joined = last === '' || last.endsWith(' ') ? words.trimStart() : words;
  out.lines[out.lines.length - 1] = last + joined;
};

/** Where the end tag of such an element stands, from a place on; the end of the text where there is none. */
const endOfRaw = (html: string, name: string, from: number): number => {
  const end = new RegExp(`</${name}[\\s/>]`, 'gi');
  end.lastIndex = from;
  return end.exec(html)?.index ?? html.length;
};

/** An element that has begun and not ended, with what holds for everything in it. */
interface Open {
  readonly name: string;
  readonly isHidden: boolean;
  readonly quotes: number;
}

const close = (open: Open[], name: string) => {
  const at = open.findLastIndex((one) => one.name === name);
  if (at >= 0) open.length = at;
};

/**
 * The words of HTML that a reader sees, line by line: no script, no style, nothing that is hidden. What stands in a
 * `blockquote` begins with `>`, as in plain mails. Takes time by the length of the text, however broken it is.
 */
export const visibleText = (html: string): string => {
  const out: Writing = { lines: [''], quotes: 0 };
  const open: Open[] = [];
  let at = 0;
  const isUnread = () => open.at(-1)?.isHidden ?? false;
  const quotes = () => open.at(-1)?.quotes ?? 0;
  const enter = (name: string, attributes: string) => {
    const isAlone = VOID.has(name) || attributes.trimEnd().endsWith('/');
    if (!isAlone && open.length < DEEPEST) {
      const inside = { isHidden: isUnread() || isHidden(name, attributes), quotes: quotes() };
      open.push({ name, ...inside, quotes: inside.quotes + (name === 'blockquote' ? 1 : 0) });
    }
    if (RAW.has(name)) at = endOfRaw(html, name, at);
  };
  const tags = new RegExp(MARKUP);
  for (let tag = tags.exec(html); tag; tag = tags.exec(html)) {
    if (!isUnread()) write(out, html.slice(at, tag.index));
    at = tags.lastIndex;
    const [, slash, named = '', attributes = ''] = tag;
    const name = named.toLowerCase();
    if (name === '') continue;
    if (slash) close(open, name);
    else enter(name, attributes);
    tags.lastIndex = at;
    out.quotes = quotes();
    if (BLOCK.has(name) && !isUnread()) breakLine(out, APART.has(name));
  }
  if (!isUnread()) write(out, html.slice(at));
  return out.lines
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
};
