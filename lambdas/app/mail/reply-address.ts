/** What the addresses of answers begin with. */
const REPLY_USER = 'reply';

/** The address that answers to a request go to. */
export const replyAddress = (token: string, domain: string): string => `${REPLY_USER}+${token}@${domain}`;

/** Names the thread for mail programs: the same in every mail of a request. Not an address. */
export const threadId = (token: string, domain: string): string => `<${token}.request@${domain}>`;

/**
 * The tokens among the addresses that a mail was sent to, each once. Whoever types an address may write capitals, and
 * `O`, `I`, `L` for the digits that they look like.
 */
export const tokensAmong = (recipients: readonly string[], domain: string): readonly string[] => {
  const [start, end] = [`${REPLY_USER}+`, `@${domain.toLowerCase()}`];
  const tokens = recipients
    .map((address) => address.toLowerCase())
    .filter((address) => address.startsWith(start) && address.endsWith(end))
    .map((address) => address.slice(start.length, -end.length).replace(/o/g, '0').replace(/[il]/g, '1'));
  return [...new Set(tokens)].filter((token) => /^[0-9a-z]{26}$/.test(token));
};
