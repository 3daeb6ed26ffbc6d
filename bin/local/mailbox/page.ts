import { escapeHtml } from '../../../lambdas/app/escape-html.ts';
import { plainPage } from '../plain-page.ts';
import type { Mail } from './mailbox.ts';

/** Text as text; of its words only an address of our own desk becomes a link. */
const words = (text: string, deskUrl: string): string =>
  text
    .split(/(\s+)/)
    .map((word) => {
      const safe = escapeHtml(word);
      return word.startsWith(deskUrl) ? `<a href="${safe}">${safe}</a>` : safe;
    })
    .join('');

const item = ({ id, at, from, to, subject, text, replyTo }: Mail, deskUrl: string): string => {
  const time = new Date(at).toISOString();
  return `<li><article>
<h2 dir="auto">${escapeHtml(subject)}</h2>
<p class="soft">To ${escapeHtml(to.join(', '))}, from ${escapeHtml(from)}, <time datetime="${time}">${time.slice(0, 19).replace('T', ' ')} UTC</time></p>
<pre>${words(text, deskUrl)}</pre>
${replyTo ? `<p><a href="/mailbox/${id}">Read it as the school does, and answer</a></p>` : ''}
</article></li>`;
};

/**
 * The page that shows what was mailed.
 * @param mails the newest first
 * @param deskUrl words that begin like this become links
 */
export const mailboxPage = (mails: readonly Mail[], deskUrl: string): string =>
  plainPage(
    'Mailbox',
    `<h1>Mailbox of the demo staff and schools</h1>
<p class="soft">What Homeroom has mailed since it was started, the newest first. Nothing left this machine.</p>
${mails.length === 0 ? '<p>No mail yet.</p>' : `<ol>${mails.map((mail) => item(mail, deskUrl)).join('\n')}</ol>`}`,
  );
