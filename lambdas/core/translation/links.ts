import { type Change, changesAmong } from './change.ts';
import { take } from './plain-text.ts';

const URL_PATTERN = /\b(?:https?:\/\/|www\.)[!-~]+/gi;
const EMAIL = /(?<![\w.+-])[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,6}[a-z]{2,24}/gi;
const DOMAIN = /(?<![\w.@-])(?:[a-z0-9-]{1,63}\.){1,6}(?:org|com|net|edu|gov|us|info)(?![\w-])(?:\/[!-~]*)?/gi;
const CLOSING = /[.,;:!?)\]}"'*_]+$/;
/** North American numbers with or without the area code, and longer ones with a country's. */
const PHONE =
  /(?<![\d-])(?:\+?\d{1,3}[\s.-]{1,2})?\(?\d{3}\)?[\s.-]{0,2}\d{3}[\s.-]{0,2}\d{4}(?!\d)|(?<![\d-])\d{3}-\d{4}(?!\d)/g;

/** Addresses and phone numbers: they must stand in the translation as they were written. */
export interface Contacts {
  readonly links: readonly string[];
  readonly phones: readonly Phone[];
  /** The text without them: their digits and letters are not its facts. */
  readonly rest: string;
}

interface Phone {
  readonly words: string;
  readonly digits: string;
}

const withoutClosing = ([words = '']: readonly (string | undefined)[]): string => words.replace(CLOSING, '');

const digitsOf = (words: string): string => words.replace(/\D/g, '').replace(/^1(?=\d{10}$)/, '');

/** Links, e-mail addresses and phone numbers of a plain text of any language. */
export const contactsOf = (text: string): Contacts => {
  const urls = take(text, URL_PATTERN, withoutClosing);
  const emails = take(urls.rest, EMAIL, withoutClosing);
  const domains = take(emails.rest, DOMAIN, withoutClosing);
  const phones = take(domains.rest, PHONE, ([words = '']) => ({ words: words.trim(), digits: digitsOf(words) }));
  return {
    links: [...urls.found, ...emails.found, ...domains.found],
    phones: phones.found,
    rest: phones.rest,
  };
};

/** Links and numbers to call that are not the same. What the way back says of them does not matter: they are tapped. */
export const contactChanges = (original: Contacts, text: Contacts): Change[] => {
  const sameLink = (one: string) => (other: string) => one.toLowerCase() === other.toLowerCase();
  const samePhone = (one: Phone) => (other: Phone) => one.digits === other.digits;
  const links = original.links.map((words) => ({
    kind: 'link' as const,
    words,
    isInText: text.links.some(sameLink(words)),
    isInBack: false,
  }));
  const phones = original.phones.map((phone) => ({
    kind: 'number' as const,
    words: phone.words,
    isInText: text.phones.some(samePhone(phone)),
    isInBack: false,
  }));
  return [
    ...changesAmong(
      links,
      text.links.filter((link) => !original.links.some(sameLink(link))),
      'link',
    ),
    ...changesAmong(
      phones,
      text.phones.filter((phone) => !original.phones.some(samePhone(phone))).map(({ words }) => words),
      'number',
    ),
  ];
};
