import type { ReadMail } from './ports.ts';

/** Who writes the results of SES's own checks (Amazon SES guide, "Authentication-Results"). */
const CHECKED_BY = /^\s*amazonses\.com\s*;/i;

/**
 * Whether the service that took the mail found it to be what it says: from the domain of its sender by DMARC, no spam,
 * no virus. Only the topmost of each header counts: whoever sent the mail can write what stands below.
 */
export const isProven = (mail: ReadMail): boolean => {
  const [results = ''] = mail.headers('authentication-results');
  const passes = (verdict: string) => mail.headers(verdict)[0]?.trim().toUpperCase() === 'PASS';
  return (
    CHECKED_BY.test(results) &&
    /[;\s]dmarc=pass\b/i.test(results) &&
    passes('x-ses-spam-verdict') &&
    passes('x-ses-virus-verdict')
  );
};

/** Whether its files may be kept at all. */
export const hasNoVirus = (mail: ReadMail): boolean =>
  mail.headers('x-ses-virus-verdict')[0]?.trim().toUpperCase() === 'PASS';
