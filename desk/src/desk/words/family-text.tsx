import type { ReactNode } from 'react';
import type { Lang } from '#core/language.ts';
import { readSpans, type Span } from '../../shared/formatting.ts';
import { safePieces } from './safe-text.ts';

interface FamilyTextProps {
  readonly text: string;
  /** Left out where it is not known: a family may write in any language. */
  readonly lang?: Lang;
  /** Within a line instead of a block of its own. */
  readonly isInline?: boolean;
}

const Plain = ({ text }: { readonly text: string }) =>
  safePieces(text).map(({ text: piece, isMark }, index) =>
    isMark ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text do not move.
      <span key={index} className="text-mark" dir="ltr">
        {piece}
      </span>
    ) : (
      piece
    ),
  );

/** As the family's phone shows it, but for links: nobody opens a stranger's address by mistake. */
const show = (span: Span, index: number): ReactNode => {
  switch (span.kind) {
    case 'bold':
      return <strong key={index}>{span.spans.map(show)}</strong>;
    case 'italic':
      return <em key={index}>{span.spans.map(show)}</em>;
    case 'struck':
      return <s key={index}>{span.spans.map(show)}</s>;
    case 'code':
      return (
        <code key={index}>
          <Plain text={span.text} />
        </code>
      );
    default:
      return <Plain key={index} text={span.text} />;
  }
};

/**
 * Words that a family writes or reads: only ever as text, in their own direction, apart from what stands around
 * them. Marks that would turn the text around are shown by name.
 */
export const FamilyText = ({ text, lang, isInline = false }: FamilyTextProps) => {
  const Tag = isInline ? 'bdi' : 'div';
  return (
    <Tag className="family-text" dir="auto" {...(lang ? { lang } : {})}>
      {readSpans(text).map(show)}
    </Tag>
  );
};
