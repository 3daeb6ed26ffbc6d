import * as z from 'zod/mini';
import type { MessageContent } from '#core/inbound.ts';
import { optionalScalar, scalar } from './lenient.ts';
import { cleanText, wordOf } from './text.ts';

const MAX_CHOICE_ID = 256;
const MAX_FILE_NAME = 240;
/** What RFC 2046 calls bytes of which nothing is known. */
const UNKNOWN_MIME = 'application/octet-stream';

type Read = (payload: unknown) => MessageContent | undefined;
type Media = Extract<MessageContent, { kind: 'media' }>['media'];

const Text = z.object({ body: scalar });
const readText: Read = (payload) => {
  const text = z.safeParse(Text, payload).data;
  return text && { kind: 'text', text: cleanText(text.body) };
};

const choice = (id: string, title: string): MessageContent => ({
  kind: 'choice',
  id: cleanText(id, MAX_CHOICE_ID),
  title: cleanText(title),
});

/** A tap on a template's quick reply. */
const Button = z.object({ payload: optionalScalar, text: optionalScalar });
const readButton: Read = (payload) => {
  const button = z.safeParse(Button, payload).data;
  const id = button?.payload ?? button?.text;
  return id === undefined ? undefined : choice(id, button?.text ?? '');
};

/** A tap on a reply button or list row, or the answer of a form. */
const Tapped = z.object({ id: scalar, title: optionalScalar });
const Interactive = z.object({
  type: optionalScalar,
  button_reply: z.optional(z.unknown()),
  list_reply: z.optional(z.unknown()),
});
const readInteractive: Read = (payload) => {
  const interactive = z.safeParse(Interactive, payload).data;
  const type = interactive?.type;
  if (type !== 'button_reply' && type !== 'list_reply') return { kind: 'form', form: wordOf(type) };
  const tapped = z.safeParse(Tapped, interactive?.[type]).data;
  return tapped && choice(tapped.id, tapped.title ?? '');
};

const File = z.object({
  id: scalar,
  mime_type: optionalScalar,
  caption: optionalScalar,
  filename: optionalScalar,
  voice: z.catch(z.optional(z.boolean()), undefined),
});
const media =
  (kind: Media): Read =>
  (payload) => {
    const file = z.safeParse(File, payload).data;
    return (
      file && {
        kind: 'media',
        media: kind === 'audio' && file.voice === true ? 'voice' : kind,
        mediaId: cleanText(file.id, MAX_CHOICE_ID),
        mimeType: cleanText(file.mime_type ?? UNKNOWN_MIME, MAX_CHOICE_ID),
        ...(file.caption === undefined ? {} : { caption: cleanText(file.caption) }),
        ...(file.filename === undefined ? {} : { fileName: cleanText(file.filename, MAX_FILE_NAME) }),
      }
    );
  };

/** How to read each type of message that a parent is answered to; the payload stands under the type's name. */
const READERS: ReadonlyMap<string, Read> = new Map<string, Read>([
  ['text', readText],
  ['button', readButton],
  ['interactive', readInteractive],
  ['image', media('image')],
  ['video', media('video')],
  ['audio', media('audio')],
  ['voice', media('voice')], // The older form of an audio with `voice: true`.
  ['document', media('document')],
  ['sticker', media('sticker')],
  ['location', () => ({ kind: 'location' })], // Where a family is, is nobody's business: not even read.
  ['contacts', () => ({ kind: 'contacts' })], // Other people's numbers: not even read.
  ['order', () => ({ kind: 'form', form: 'order' })],
]);

/** The form of a message of a known type that could not be read: its sender is still answered, not met with silence. */
const UNREADABLE: MessageContent = { kind: 'form', form: 'unreadable' };

/** What the parent sent, or undefined for a type that nobody is answered to. */
export const contentOf = (type: string, payload: unknown): MessageContent | undefined => {
  const read = READERS.get(type);
  return read && (read(payload) ?? UNREADABLE);
};
