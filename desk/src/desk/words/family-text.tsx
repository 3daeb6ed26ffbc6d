import type { Lang } from '#core/language.ts';
import { safePieces } from './safe-text.ts';

interface FamilyTextProps {
  readonly text: string;
  /** Left out where it is not known: a family may write in any language. */
  readonly lang?: Lang;
  /** Within a line instead of a block of its own. */
  readonly isInline?: boolean;
}

/**
 * Words that a family writes or reads: only ever as text, in their own direction, apart from what stands around
 * them. Marks that would turn the text around are shown by name.
 */
export const FamilyText = ({ text, lang, isInline = false }: FamilyTextProps) => {
  const Tag = isInline ? 'bdi' : 'div';
  return (
    <Tag className="family-text" dir="auto" {...(lang ? { lang } : {})}>
      {safePieces(text).map(({ text: piece, isMark }, index) =>
        isMark ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text do not move.
          <span key={index} className="text-mark" dir="ltr">
            {piece}
          </span>
        ) : (
          piece
        ),
      )}
    </Tag>
  );
};
