/** A string that only its own constructor makes, so that two kinds of id are never mixed up. */
type Branded<Name extends string> = string & { readonly __brand: Name };

/**
 * One person in talk with one of our numbers: a keyed hash of the number's id and the person's
 * WhatsApp user id, 32 hexadecimal digits. It names nobody, so it may stand in logs and queue groups.
 */
export type ContactId = Branded<'ContactId'>;
/** WhatsApp's id of a message (`wamid.…`), inbound or outbound. Opaque. */
export type MessageId = Branded<'MessageId'>;
/** WhatsApp's id of one of our own phone numbers (`phone_number_id`). */
export type NumberId = Branded<'NumberId'>;
/** The id of a topic of the content: the file name without its ending. */
export type TopicId = Branded<'TopicId'>;
/** The id of a handoff, unique for its contact: turn and time of its opening. */
export type HandoffId = Branded<'HandoffId'>;
/** A member of staff: the subject of the login's token. */
export type StaffId = Branded<'StaffId'>;

export const contactId = (value: string): ContactId => value as ContactId;
export const messageId = (value: string): MessageId => value as MessageId;
export const numberId = (value: string): NumberId => value as NumberId;
export const topicId = (value: string): TopicId => value as TopicId;
export const staffId = (value: string): StaffId => value as StaffId;
export const handoffId = (turn: number, openedAt: number): HandoffId => `${turn}.${openedAt.toString(36)}` as HandoffId;
