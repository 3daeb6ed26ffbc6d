import EmailReplyParser from 'email-reply-parser';

/** Nobody answers at this length; the expressions of the parser take their time with more. */
const MOST_CHARACTERS = 20_000;
/** Some of those expressions take time by the third power of a line's length. */
const LONG_LINE = /([^\n]{500,1000}) (?=[^\n])|([^\n]{1000})(?=[^\n])/g;
/** Signs that no text has (Unicode, "Private Use Area"): here a long line goes on, after a space or without. */
const [GOES_ON, GOES_ON_AT_ONCE] = ['\ue000', '\ue001'];
/** What looks like a signature and is longer than this is more than a name and a number: it is kept. */
const LONGEST_SIGNATURE = 500;

/** Outlook's line above what it quotes, and those of older programs. */
const QUOTED_BELOW = /^(?:_{20,}|-{2,} ?(?:forwarded message|original message) ?-{2,})$/im;

const inShortLines = (text: string): string =>
  text
    .replace(/[\ue000\ue001]/g, '')
    .replace(LONG_LINE, (_, atSpace: string | undefined, anywhere: string | undefined) =>
      atSpace === undefined ? `${anywhere}\n${GOES_ON_AT_ONCE}` : `${atSpace}\n${GOES_ON}`,
    );

const inWholeLines = (text: string): string => text.replace(/\n\ue000/g, ' ').replace(/\n?[\ue000\ue001]/g, '');

/** The words of a mail that are new: without what it quotes, and without signature. Maybe none. */
export const newWords = (text: string): string => {
  const whole = text.replace(/\r\n?/g, '\n').slice(0, MOST_CHARACTERS);
  const cut = QUOTED_BELOW.exec(whole)?.index ?? whole.length;
  const fragments = new EmailReplyParser().read(inShortLines(whole.slice(0, cut))).getFragments();
  const kept = fragments.filter(
    (fragment) =>
      !fragment.isQuoted() &&
      (!fragment.isHidden() || (fragment.isSignature() && fragment.getContent().length > LONGEST_SIGNATURE)),
  );
  return inWholeLines(kept.map((fragment) => fragment.getContent()).join('\n'))
    .replace(/~+$/, '')
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
};
