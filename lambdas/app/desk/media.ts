import type { ContactId } from '#core/ids.ts';
import { checkRight, servesSchoolOf } from './access.ts';
import { DeskError, notFound } from './desk-error.ts';
import type { DeskPorts } from './desk-ports.ts';
import type { MediaFile, StaffMember } from './ports.ts';
import { recordThat } from './record.ts';

/** A function answers with six megabytes at most, and a file takes a third more there than it has. */
const MOST_BYTES = 4.5 * 1024 * 1024;

export interface ShownFile extends MediaFile {
  readonly fileName?: string;
}

const fetchFile = async ({ media, log }: DeskPorts, mediaId: string) => {
  try {
    return await media.fetch(mediaId, MOST_BYTES);
  } catch (error) {
    log.warn('media_failed', { error: error instanceof Error ? error.name : 'unknown' });
    throw new DeskError('unavailable', 'WhatsApp does not give this file now. Try again in a moment.');
  }
};

/**
 * A file that a family sent, for somebody who may see the conversation.
 * @param index of the message among the events of the turn
 * @throws DeskError where it is not there, not theirs, gone from WhatsApp, or too large
 */
export const readMedia = async (
  ports: DeskPorts,
  person: StaffMember,
  contact: ContactId,
  turn: number,
  index: number,
): Promise<ShownFile> => {
  checkRight(person, 'conversations');
  const [found] = await ports.handoffs.turnsBefore(contact, turn + 1, 1);
  if (found?.turn !== turn || !servesSchoolOf(ports.district, found.number, person)) throw notFound('file');
  const event = found.events[index];
  const content = event?.kind === 'message_received' ? event.content : undefined;
  if (content?.kind !== 'media') throw notFound('file');
  await recordThat(ports, person, 'media_seen', { contact });
  const file = await fetchFile(ports, content.mediaId);
  if (file === 'gone') {
    throw new DeskError('not_found', 'WhatsApp keeps files for seven days only. Ask the family to send it again.');
  }
  if (file === 'too_large') {
    throw new DeskError(
      'conflict',
      'This file is too large to be shown here. Ask the family to bring it, or a photo of it.',
    );
  }
  return { ...file, ...(content.fileName === undefined ? {} : { fileName: content.fileName }) };
};
