/** How a file of a family is shown, if at all. Pure. */
import type { ThreadEntry } from '#contract/desk-api.ts';

export type MediaContent = Extract<Extract<ThreadEntry, { kind: 'parent' }>['content'], { kind: 'media' }>;

/** The only types that are shown; what else a file claims to be is stored, not opened. */
const SHOWN: readonly (readonly [RegExp, 'image' | 'audio' | 'video'])[] = [
  [/^image\/(?:jpeg|png|webp)$/, 'image'],
  [/^audio\/[\w.+-]+$/, 'audio'],
  [/^video\/mp4$/, 'video'],
];

/** A type without its parameters, in small letters: `audio/ogg; codecs=opus` is `audio/ogg`. */
const bareType = (type: string): string => (type.split(';')[0] ?? '').trim().toLowerCase();

/**
 * How a file is shown: what the family's phone said of it and what the server says must agree.
 * @returns undefined where it may only be stored
 */
export const shownAs = (said: string, served: string): 'image' | 'audio' | 'video' | undefined => {
  const kindOf = (type: string) => SHOWN.find(([pattern]) => pattern.test(bareType(type)))?.[1];
  const kind = kindOf(said);
  return kind === kindOf(served) ? kind : undefined;
};

export const MEDIA_WORDS: Readonly<Record<MediaContent['media'], { readonly name: string; readonly open: string }>> = {
  image: { name: 'Photo', open: 'Show the photo' },
  video: { name: 'Video', open: 'Show the video' },
  audio: { name: 'Recording', open: 'Load the recording' },
  voice: { name: 'Voice note', open: 'Load the voice note' },
  document: { name: 'Document', open: 'Load the document' },
  sticker: { name: 'Sticker', open: 'Show the sticker' },
};
