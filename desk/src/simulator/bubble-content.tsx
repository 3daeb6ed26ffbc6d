import type { Content } from '../../../bin/local/whatsapp/world.ts';
import { MEDIA_WORDS } from './content-words.ts';
import { FormattedText } from './formatted-text.tsx';
import { Icon } from './icons.tsx';

const Media = ({ content }: { content: Extract<Content, { kind: 'media' }> }) => {
  if (content.media === 'voice') {
    return (
      <div className="media-voice">
        <Icon name="play" />
        <span className="media-wave" aria-hidden="true" />
        <span>Voice note, 0:07</span>
      </div>
    );
  }
  if (content.media === 'document') {
    return (
      <div className="media-document">
        <Icon name="document" size={28} />
        <span>
          carta.pdf
          <small>1 page, PDF</small>
        </span>
      </div>
    );
  }
  return (
    <div className={`media-picture media-${content.media}`}>
      <Icon name={content.media} size={40} />
      <span>{MEDIA_WORDS[content.media]}</span>
    </div>
  );
};

/** A file of the school's; a tap downloads it, and the phone opens it by its ending. */
const SchoolFile = ({ fileId, fileName }: { fileId: string; fileName: string }) => (
  <a className="media-document school-file" href={`/api/files/${fileId}`} download={fileName}>
    <Icon name="document" size={28} />
    <span>
      <bdi>{fileName}</bdi>
      <small>{fileName.split('.').at(-1)?.toUpperCase()}, tap to download</small>
    </span>
  </a>
);

const Words = ({ text, lang }: { text: string; lang: string | undefined }) => (
  <p className="bubble-text" dir="auto" lang={lang}>
    <FormattedText text={text} />
  </p>
);

/** What stands inside a bubble; the choices stand below it. */
export const BubbleContent = ({ content, lang }: { content: Content; lang: string | undefined }) => {
  switch (content.kind) {
    case 'text':
      return <Words text={content.text} lang={lang} />;
    case 'buttons':
    case 'list':
      return (
        <>
          {content.header && (
            <p className="bubble-header" dir="auto" lang={lang}>
              {content.header}
            </p>
          )}
          <Words text={content.text} lang={lang} />
          {content.footer && (
            <p className="bubble-footer" dir="auto" lang={lang}>
              {content.footer}
            </p>
          )}
        </>
      );
    case 'tap':
      return <Words text={content.title} lang={lang} />;
    case 'media':
      return (
        <>
          <Media content={content} />
          {content.caption && <Words text={content.caption} lang={lang} />}
        </>
      );
    case 'document':
      return (
        <>
          <SchoolFile fileId={content.fileId} fileName={content.fileName} />
          {content.caption && <Words text={content.caption} lang={lang} />}
        </>
      );
    case 'location':
    case 'contact':
      return (
        <div className="media-document">
          <Icon name={content.kind} size={28} />
          <span>
            {content.kind === 'location' ? 'Chicago' : 'Tía Rosa'}
            <small>{content.kind === 'location' ? 'Location' : 'Contact'}</small>
          </span>
        </div>
      );
    case 'reaction':
      return null;
  }
};
