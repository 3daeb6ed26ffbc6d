/** Small pages that this machine's stand-ins draw themselves: HTML without a script, for any screen. */
import { createHash } from 'node:crypto';
import { escapeHtml } from '../../lambdas/app/escape-html.ts';

const STYLE = `
:root { color-scheme: light dark; --ink: #111b21; --soft: #4a5960; --line: #87969d; --ground: #f3f6f6; --surface: #fff; --accent: #0b5a4e; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e9eef0; --soft: #b3c0c5; --line: #74838a; --ground: #10181b; --surface: #1a2529; --accent: #7fd6c4; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1rem/1.5 system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
main { max-width: 44rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 .5rem; }
h2 { font-size: 1.125rem; margin: 0; overflow-wrap: anywhere; }
p { margin: 0 0 1rem; }
.soft { color: var(--soft); }
ul, ol { list-style: none; margin: 0; padding: 0; display: grid; gap: .75rem; }
button, article { display: block; width: 100%; padding: .875rem 1rem; border: 1px solid var(--line); border-radius: .75rem; background: var(--surface); color: inherit; font: inherit; text-align: start; }
button { cursor: pointer; min-height: 3rem; }
button:hover { border-color: var(--accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
button strong, button span { display: block; }
pre { margin: .75rem 0 0; font: inherit; white-space: pre-wrap; overflow-wrap: anywhere; unicode-bidi: plaintext; }
a { color: var(--accent); }
`;

const digest = createHash('sha256').update(STYLE).digest('base64');

/**
 * Headers of such a page: nothing from elsewhere, no inline script, framed by this machine's own pages only.
 * `same-origin` and not `no-referrer`, because with that a browser posts a form with `Origin: null` (Fetch
 * Standard, "append a request Origin header"), which the local server takes for another site's.
 */
export const PLAIN_PAGE_HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy': `default-src 'none'; script-src 'self'; style-src 'sha256-${digest}'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'`,
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
} as const;

/**
 * A whole page.
 * @param title as text
 * @param body as HTML; whoever writes it has escaped what is in it
 */
export const plainPage = (title: string, body: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body><main>${body}</main></body>
</html>
`;
