/** Files that the school hands in at `POST /{number}/media`, to send them as documents. */
import { badParameter } from './graph-error.ts';
import { newMediaId } from './message-id.ts';
import type { SchoolFile } from './world.ts';
import type { WorldFile } from './world-file.ts';

/** Older files are forgotten, so that the state file stays small. */
const FILES_KEPT = 200;

/** In the words and the order of Meta's refusal (seen in github.com/MissaelAnda/laravel-whatsapp/issues/4, 2025-03). */
const TYPES = [
  ...['audio/aac', 'audio/mp4', 'audio/mpeg', 'audio/amr', 'audio/ogg', 'audio/opus'],
  ...['application/vnd.ms-powerpoint', 'application/msword'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ...['application/pdf', 'text/plain', 'application/vnd.ms-excel'],
  ...['image/jpeg', 'image/png', 'image/webp', 'video/mp4', 'video/3gpp'],
];

const readForm = async (body: Buffer, contentType: string | undefined): Promise<FormData> => {
  try {
    return await new Response(new Uint8Array(body), { headers: { 'content-type': contentType ?? '' } }).formData();
  } catch {
    throw badParameter('The parameter messaging_product is required.');
  }
};

/**
 * Takes a file in, as WhatsApp does.
 * @returns the answer's body
 * @throws GraphError 100 for what WhatsApp would refuse: a file of a type that is not on its list, such as text/calendar
 */
export const takeFile = async (
  file: WorldFile,
  body: Buffer,
  contentType: string | undefined,
): Promise<{ readonly id: string }> => {
  const form = await readForm(body, contentType);
  if (form.get('messaging_product') !== 'whatsapp') {
    throw badParameter('The parameter messaging_product is required.');
  }
  const given = form.get('file');
  if (!(given instanceof Blob)) throw badParameter('The parameter file is required.');
  const mimeType = given.type.split(';')[0] ?? '';
  if (!TYPES.includes(mimeType)) {
    throw badParameter(
      `Param file must be a file with one of the following types: ${TYPES.join(', ')}. Received file of type '${mimeType}'.`,
    );
  }
  const bytes = Buffer.from(await given.arrayBuffer());
  if (bytes.length === 0) throw badParameter('Param file must not be empty.');
  const taken: SchoolFile = { id: newMediaId(), mimeType, base64: bytes.toString('base64') };
  file.world.files = [...file.world.files, taken].slice(-FILES_KEPT);
  file.changed();
  return { id: taken.id };
};
