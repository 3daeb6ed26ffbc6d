import type { StoredHandoff } from '#app/ports.ts';
import type { StaffAction } from '#core/handoff.ts';
import { SOURCE_LANG } from '#core/language.ts';
import { speaksOfEssentials } from '#core/translation/essential.ts';
import { policyOf } from '#core/translation/policy.ts';
import { DeskError } from './desk-error.ts';
import type { DeskPorts } from './desk-ports.ts';
import { isEssentialMatter } from './essential.ts';
import { isSavedReply } from './find-saved-reply.ts';

type StaffReply = Extract<StaffAction, { kind: 'reply' }>;

/** Words that stand as they were written, in the language of staff. */
const untranslatedProblem = ({ lang, text, original }: StaffReply) =>
  lang === SOURCE_LANG && text === original
    ? undefined
    : 'This reply is marked as English, and is not the English that was written. Write it again.';

const MACHINE_PROBLEM = {
  free: undefined,
  check: 'A machine translation of this must be checked by somebody who reads the language. Ask for a check.',
  interpreter: 'A machine translation may not go out here. Ask an interpreter, use a saved reply, or write in English.',
} as const;

/** By the topic of the conversation or by the words of the reply, as the preview judges it. */
const isEssential = ({ content }: DeskPorts, { original }: StaffReply, handoff: StoredHandoff): boolean =>
  isEssentialMatter(content, handoff) || speaksOfEssentials(original);

const problemOf = (ports: DeskPorts, reply: StaffReply, handoff: StoredHandoff): string | undefined => {
  const { lang, text, translation } = reply;
  switch (translation) {
    case 'same':
      return handoff.lang === SOURCE_LANG
        ? untranslatedProblem(reply)
        : 'This family does not read English. Have the reply translated.';
    case 'none':
      return untranslatedProblem(reply);
    case 'saved':
      return isSavedReply(ports.savedReplies, lang, text)
        ? undefined
        : 'The words of the saved reply were changed. Choose it again, or send it as a reply of your own.';
    case 'machine':
      return MACHINE_PROBLEM[policyOf(lang, isEssential(ports, reply, handoff))];
    case 'checked':
      return undefined;
    default:
      return translation satisfies never;
  }
};

/**
 * What may go out, and how: the page says the same before sending, and is not believed.
 * @throws DeskError saying what to do instead
 */
export const checkReply = (ports: DeskPorts, reply: StaffReply, handoff: StoredHandoff): void => {
  if (reply.lang !== handoff.lang && reply.lang !== SOURCE_LANG) {
    throw new DeskError('conflict', 'The family reads another language now. Look at the reply again before sending.');
  }
  const problem = problemOf(ports, reply, handoff);
  if (problem !== undefined) throw new DeskError('bad_request', problem);
};
