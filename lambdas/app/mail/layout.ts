import { escapeHtml } from '#app/escape-html.ts';
import type { Lang } from '#core/language.ts';
import type { ComposedMail } from './ports.ts';

/** A piece of a mail; plain text and HTML are made of the same pieces and say the same. */
export type Piece =
  | { readonly kind: 'lines'; readonly lines: readonly string[] }
  | { readonly kind: 'heading'; readonly text: string }
  /** Words that somebody else wrote, below a line that says whose they are. */
  | { readonly kind: 'quote'; readonly label: string; readonly text: string; readonly lang: Lang }
  | { readonly kind: 'small'; readonly lines: readonly string[] };

const asText = (piece: Piece): string => {
  switch (piece.kind) {
    case 'lines':
    case 'small':
      return piece.lines.join('\n');
    case 'heading':
      return piece.text;
    case 'quote':
      return `${piece.label}\n${piece.text.replace(/^/gm, '    ')}`;
    default:
      return piece satisfies never;
  }
};

const lines = (all: readonly string[]) => all.map(escapeHtml).join('<br>\n');

const asHtml = (piece: Piece): string => {
  switch (piece.kind) {
    case 'lines':
      return `<p style="margin:0 0 16px">${lines(piece.lines)}</p>`;
    case 'heading':
      return `<h2 style="font-size:17px;margin:24px 0 8px">${escapeHtml(piece.text)}</h2>`;
    case 'quote':
      return (
        `<p style="margin:0 0 4px;color:#4a5960">${escapeHtml(piece.label)}</p>\n` +
        `<div lang="${piece.lang}" dir="auto" style="margin:0 0 16px;padding:8px 12px;background:#f3f6f6;` +
        `border-inline-start:4px solid #0b5a4e">${lines(piece.text.split('\n'))}</div>`
      );
    case 'small':
      return `<p style="margin:24px 0 0;padding-top:12px;border-top:1px solid #cfd8dc;font-size:14px;color:#4a5960">${lines(piece.lines)}</p>`;
    default:
      return piece satisfies never;
  }
};

/** A whole mail of these pieces. Nothing in it comes from outside, and nothing in it is anything but text. */
export const laidOut = (subject: string, pieces: readonly Piece[]): ComposedMail => ({
  subject,
  text: `${pieces.map(asText).join('\n\n')}\n`,
  html: `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head>
<body style="margin:0;padding:16px;max-width:640px;font:16px/1.5 system-ui,'Segoe UI',Roboto,sans-serif;color:#111b21;background:#fff">
${pieces.map(asHtml).join('\n')}
</body>
</html>
`,
});
