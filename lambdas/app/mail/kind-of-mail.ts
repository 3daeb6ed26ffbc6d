import type { ReadMail } from './ports.ts';

/** Our own mails carry it: one that comes back with it was sent on by a machine. */
export const OWN_HEADER = 'X-Homeroom-Request';

/**
 * What sort of mail came to an address of ours.
 * - `words`: somebody wrote.
 * - `bounced`: the request could not be delivered, or its recipient does not want mails of ours.
 * - `away`: a machine answers that somebody is not there.
 * - `loop`, `list`, `automatic`: machines among themselves; nobody needs to hear of it.
 */
export type KindOfMail = 'words' | 'bounced' | 'away' | 'loop' | 'list' | 'automatic';

const AWAY_SUBJECT =
  /^\s*(?:automatic reply|auto(?:matic)?[- ]?(?:reply|response)|autoreply|auto:|out[- ]of[- ](?:the )?office|ooo\b|away from|automatische antwort|abwesenheit\p{L}*|respuesta autom[aá]tica|fuera de (?:la )?oficina|réponse automatique|absence du bureau|resposta autom[aá]tica)/iu;
const AWAY_WORDS =
  /out of (?:the )?office|away from (?:the|my) (?:office|school|desk|e-?mail|classroom)|(?:i am|i'm|will be) (?:away|out|on (?:maternity |paternity |medical |sick |parental |family )?leave|on vacation|on holiday)|on (?:leave|vacation|holiday|sabbatical)|no longer (?:work|with|at)|limited access to e-?mail|abwesend|nicht im (?:büro|haus)|im urlaub|fuera de la (?:oficina|escuela)|de vacaciones|estoy ausente|de licencia|absente?\b|en congé|ausente|de férias/iu;

const headerOf = (mail: ReadMail, name: string) => mail.headers(name)[0]?.trim().toLowerCase();

const isAutomatic = (mail: ReadMail): boolean => {
  const submitted = headerOf(mail, 'auto-submitted');
  return (
    (submitted !== undefined && !submitted.startsWith('no')) ||
    /^auto[_-]reply/.test(headerOf(mail, 'precedence') ?? '') ||
    ['x-autoreply', 'x-autorespond', 'x-autoresponder'].some((name) => {
      const value = headerOf(mail, name);
      return value !== undefined && value !== 'no';
    }) ||
    AWAY_SUBJECT.test(mail.subject)
  );
};

const isOfList = (mail: ReadMail): boolean =>
  /^(?:bulk|list|junk)$/.test(headerOf(mail, 'precedence') ?? '') ||
  ['list-id', 'list-unsubscribe', 'list-post'].some((name) => mail.headers(name).length > 0);

/** Not every server reports as RFC 3464 says. */
const isFromPostmaster = ({ from }: ReadMail): boolean => /^(?:mailer-daemon|postmaster)@/.test(from);

/** Tells by headers and subject, and for automatic answers by their words. */
export const kindOfMail = (mail: ReadMail): KindOfMail => {
  if (mail.headers(OWN_HEADER.toLowerCase()).length > 0) return 'loop';
  if (mail.report === 'failed' || mail.report === 'complaint') return 'bounced';
  if (mail.report) return 'automatic';
  if (isFromPostmaster(mail)) return 'bounced';
  if (isAutomatic(mail)) {
    return AWAY_SUBJECT.test(mail.subject) || AWAY_WORDS.test(mail.text) ? 'away' : 'automatic';
  }
  return isOfList(mail) ? 'list' : 'words';
};
