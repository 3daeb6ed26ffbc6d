import { escapeHtml } from '../../../lambdas/app/escape-html.ts';
import { PLAIN_PAGE_HEADERS, plainPage } from '../plain-page.ts';
import type { Mail } from './mailbox.ts';

/** The same as any small page's, with a frame for the mail's own HTML. */
export const MAIL_PAGE_HEADERS = {
  ...PLAIN_PAGE_HEADERS,
  'content-security-policy': `${PLAIN_PAGE_HEADERS['content-security-policy']}; frame-src 'self'`,
} as const;

/** A mail's own HTML: without script, without anything from elsewhere, as if from no site at all. */
export const MAIL_HTML_HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
} as const;

const replyForm = (id: string): string => `<h2>Answer it as the school would</h2>
<form method="post" action="/mailbox/${id}/answer" enctype="multipart/form-data">
<p><label for="words">Your answer</label><br><textarea id="words" name="words" rows="4" cols="50"></textarea></p>
<p><label for="file">A file (it may be left out)</label><br><input id="file" name="file" type="file"></p>
<p><button name="kind" value="reply"><strong>Reply</strong><span class="soft">with the mail quoted below, as mail programs do</span></button></p>
<p><button name="kind" value="away"><strong>Out of office</strong><span class="soft">an automatic answer: back on Monday, or your own words</span></button></p>
<p><button name="kind" value="bounce"><strong>Bounce</strong><span class="soft">the mail could not be delivered</span></button></p>
</form>`;

/**
 * One mail as its reader sees it, with a form to answer it where somebody may.
 * @param note what became of an answer that was just sent
 */
export const mailPage = (mail: Mail, note?: string): string =>
  plainPage(
    mail.subject,
    `<p><a href="/mailbox">All mails</a></p>
${note ? `<p role="status"><strong>${escapeHtml(note)}</strong></p>` : ''}
<h1 dir="auto">${escapeHtml(mail.subject)}</h1>
<p class="soft">To ${escapeHtml(mail.to.join(', '))}, from ${escapeHtml(mail.from)}</p>
<h2>As HTML</h2>
<iframe title="The mail as HTML" sandbox src="/mailbox/${mail.id}/html" width="100%" height="420"></iframe>
<h2>As plain text</h2>
<article><pre>${escapeHtml(mail.text)}</pre></article>
${mail.replyTo ? replyForm(mail.id) : ''}`,
  );
