import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import { sentenceOf } from '../api/errors.ts';
import { useApi } from '../api/use-api.ts';
import { Icon, type IconName } from '../frame/icons.tsx';
import { FamilyText } from '../words/family-text.tsx';
import { safeFileName } from '../words/safe-text.ts';
import { MEDIA_WORDS, type MediaContent, shownAs } from './media-kinds.ts';

interface Opened {
  readonly url: string;
  readonly kind: 'image' | 'audio' | 'video' | undefined;
}

const ICONS: Readonly<Record<MediaContent['media'], IconName>> = {
  image: 'photo',
  sticker: 'photo',
  video: 'photo',
  audio: 'sound',
  voice: 'sound',
  document: 'file',
};

const Shown = ({ url, kind, name }: Opened & { name: string }) => {
  switch (kind) {
    case 'image':
      return <img className="media-image" src={url} alt={`${name} that the family sent`} />;
    case 'audio':
      // biome-ignore lint/a11y/useMediaCaption: nobody has written down what a family says in a voice note.
      return <audio className="media-audio" src={url} controls aria-label={`${name} of the family`} />;
    case 'video':
      // biome-ignore lint/a11y/useMediaCaption: nobody has written down what is said in a family's video.
      return <video className="media-video" src={url} controls aria-label={`${name} of the family`} />;
    default:
      return (
        <a className="button" href={url} download={name}>
          <Icon name="file" />
          Save as {name}
        </a>
      );
  }
};

/**
 * A file that a family sent: fetched on a tap, and shown only where it is a picture, a recording or a film. All else
 * can be stored under a harmless name, and as bytes: a browser that opened it here would run what stands in it.
 */
export const Media = ({ content, path }: { content: MediaContent; path: string }) => {
  const api = useApi();
  const [opened, setOpened] = useState<Opened>();
  const { name, open } = MEDIA_WORDS[content.media];
  const fileName = safeFileName(content.fileName, name);
  const loading = useMutation({
    mutationFn: () => api.download(path),
    onSuccess: (blob) => {
      const kind = shownAs(content.mimeType, blob.type);
      const harmless = kind ? blob : new Blob([blob], { type: 'application/octet-stream' });
      setOpened({ url: URL.createObjectURL(harmless), kind });
    },
  });
  useEffect(() => () => void (opened && URL.revokeObjectURL(opened.url)), [opened]);
  return (
    <div className="media">
      {content.fileName !== undefined && <FamilyText text={content.fileName} isInline />}
      {opened ? (
        <Shown {...opened} name={opened.kind ? name : fileName} />
      ) : (
        <Button className="button" isDisabled={loading.isPending} onPress={() => loading.mutate()}>
          <Icon name={ICONS[content.media]} />
          {loading.isPending ? 'Loading…' : open}
        </Button>
      )}
      {loading.error && <p className="media-trouble">{sentenceOf(loading.error)}</p>}
    </div>
  );
};
