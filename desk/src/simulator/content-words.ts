/** A message in a few words: for quotes, previews and announcements. Pure. */
import type { ChatMessage, Content, MediaKind } from '../../../bin/local/whatsapp/world.ts';

export const MEDIA_WORDS: Record<MediaKind, string> = {
  photo: 'Photo',
  voice: 'Voice note',
  sticker: 'Sticker',
  document: 'Document',
};

const wordsOf = (content: Content): string => {
  switch (content.kind) {
    case 'text':
    case 'buttons':
    case 'list':
      return content.text;
    case 'document':
      return content.caption ?? content.fileName;
    case 'tap':
      return content.title;
    case 'media':
      return content.caption ?? MEDIA_WORDS[content.media];
    case 'location':
      return 'Location';
    case 'contact':
      return 'Contact';
    case 'reaction':
      return content.emoji === '' ? 'Reaction removed' : `Reacted ${content.emoji}`;
  }
};

/** The message without WhatsApp's marks, on one line. */
export const previewOf = (message: ChatMessage) =>
  wordsOf(message.content)
    .replaceAll(/[*_~`]+/g, '')
    .replaceAll(/\s+/g, ' ');
