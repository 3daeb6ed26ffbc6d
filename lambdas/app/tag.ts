import { type ContactId, contactId } from '#core/ids.ts';

/**
 * What a message is: a `bot`'s reply, a member of `staff`'s, or the `notice` that a reply is ready, whose own fate
 * changes nothing of the reply's.
 */
export type SenderKind = 'bot' | 'staff' | 'notice';

/** Names a reply of a turn; travels to WhatsApp and back in `biz_opaque_callback_data`. No words, no person. */
export interface Tag {
  readonly contact: ContactId;
  readonly turn: number;
  readonly index: number;
  readonly sender: SenderKind;
}

const PATTERN = /^h1\.([0-9a-f]{32})\.(\d{1,9})\.(\d{1,2})\.(bot|staff|notice)$/;

export const formatTag = ({ contact, turn, index, sender }: Tag): string => `h1.${contact}.${turn}.${index}.${sender}`;

/** Undefined where the tag is not one of ours: other apps may send on the same number. */
export const parseTag = (text: string): Tag | undefined => {
  const match = PATTERN.exec(text);
  return match
    ? {
        contact: contactId(match[1] ?? ''),
        turn: Number(match[2]),
        index: Number(match[3]),
        sender: match[4] as SenderKind,
      }
    : undefined;
};
