import type { MailAttachment } from '#core/inbound.ts';
import type { MailFile, MailStore, ReplyAddress } from './ports.ts';

const MOST_FILES = 5;
const MOST_BYTES = 10 * 1024 * 1024;
const LONGEST_NAME = 80;

/** What schools send and a desk can show or save. A program, a page or an archive is none of it. */
const KEPT_TYPES: Readonly<Record<string, readonly string[]>> = {
  'application/pdf': ['pdf'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
  'image/gif': ['gif'],
  'image/webp': ['webp'],
  'image/heic': ['heic'],
  'text/plain': ['txt'],
  'text/csv': ['csv'],
  'text/calendar': ['ics'],
  'audio/mpeg': ['mp3'],
  'audio/mp4': ['m4a'],
  'video/mp4': ['mp4'],
  'application/msword': ['doc'],
  'application/vnd.ms-excel': ['xls'],
  'application/vnd.ms-powerpoint': ['ppt'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': ['pptx'],
};
const TYPE_OF_ENDING = new Map(
  Object.entries(KEPT_TYPES).flatMap(([type, endings]) => endings.map((ending) => [ending, type] as const)),
);

const endingOf = (name: string) => /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase() ?? '';

/** A name without folders, control characters and marks that turn the direction of what follows. */
const cleanName = (name: string): string =>
  name
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, '')
    .replace(/^.*[\\/]/, '')
    .replace(/["<>|:*?]/g, '_')
    .trim()
    .slice(-LONGEST_NAME);

/** The type that a file is kept as; undefined where it is none of ours. Type and ending of the name must not differ. */
const typeOf = ({ mimeType, name }: MailFile): string | undefined => {
  const said = mimeType.split(';')[0]?.trim().toLowerCase() ?? '';
  const ending = endingOf(name);
  const byEnding = TYPE_OF_ENDING.get(ending);
  if (said === 'application/octet-stream' || said === '') return byEnding;
  const isKnown = Object.hasOwn(KEPT_TYPES, said);
  return isKnown && (ending === '' || byEnding === said) ? said : undefined;
};

/** Where files of a request are kept. */
const folderOf = ({ contact, request }: ReplyAddress) => `attachments/${contact}/${request}`;

export interface Kept {
  readonly attachments: readonly MailAttachment[];
  /** How many were left out: too many, too large, or of a kind that is not passed on. */
  readonly leftOut: number;
}

/** Keeps the files of a mail for the desk. The same mail again is kept under the same keys. */
export const keepFiles = async (
  store: Pick<MailStore, 'saveFile'>,
  address: ReplyAddress,
  mailId: string,
  files: readonly MailFile[],
): Promise<Kept> => {
  const attachments: MailAttachment[] = [];
  let bytes = 0;
  for (const [at, given] of files.entries()) {
    const file = { ...given, name: cleanName(given.name) };
    const mimeType = typeOf(file);
    const fits = attachments.length < MOST_FILES && bytes + file.bytes.length <= MOST_BYTES;
    if (mimeType === undefined || !fits || file.bytes.length === 0) continue;
    bytes += file.bytes.length;
    const key = `${folderOf(address)}/${mailId.slice(0, 16)}-${at + 1}`;
    await store.saveFile(key, { bytes: file.bytes, mimeType });
    const name = file.name === '' ? `file-${at + 1}.${KEPT_TYPES[mimeType]?.[0] ?? ''}` : file.name;
    attachments.push({ key, name, mimeType, bytes: file.bytes.length });
  }
  return { attachments, leftOut: files.length - attachments.length };
};
