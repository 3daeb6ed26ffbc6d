import * as z from 'zod/mini';
import type { ReplyDocument } from '#core/reply.ts';

/**
 * What Meta takes as a document: its own list ("Media", 2025-12-11), the same that it answers a refused upload with
 * (error 100, "Param file must be a file with one of the following types", seen in 2024 and 2025 in
 * github.com/fbsamples/whatsapp-api-examples/issues/10 and github.com/MissaelAnda/laravel-whatsapp/issues/4).
 * `text/calendar` is in neither.
 */
const TAKEN: ReadonlySet<string> = new Set([
  'text/plain',
  'application/pdf',
  'application/msword',
  'application/vnd.ms-excel',
  'application/vnd.ms-powerpoint',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
]);

/**
 * The type that a file is handed in under. A calendar is text: it goes as `text/plain` and keeps its ending, by which
 * WhatsApp shows it ("Document messages", 2025-11-03: the icon follows the ending of `filename`).
 *
 * Not verified, for want of a WhatsApp account: that Meta judges the type declared and not the name, and with which
 * app a phone opens the file. An iPhone goes by the ending; an Android phone may go by the type, and then shows text.
 */
const mimeTypeFor = ({ mimeType }: ReplyDocument): string => (TAKEN.has(mimeType) ? mimeType : 'text/plain');

/** The form of POST /{number}/media for a file (Meta, "Media", 2025-12: `messaging_product`, `type`, `file`). */
export const uploadForm = (document: ReplyDocument): FormData => {
  const type = mimeTypeFor(document);
  const form = new FormData();
  form.set('messaging_product', 'whatsapp');
  form.set('type', type);
  form.set('file', new Blob([document.text], { type }), document.fileName);
  return form;
};

const Uploaded = z.object({ id: z.string().check(z.regex(/^[\w-]{1,200}$/)) });

/** The id under which Meta keeps the file, for 30 days; undefined where the answer holds none. */
export const uploadedId = (body: unknown): string | undefined => z.safeParse(Uploaded, body).data?.id;
