import type { ReactNode } from 'react';
import { readSpans, type Span } from '../shared/formatting.ts';

const show = (span: Span, index: number): ReactNode => {
  switch (span.kind) {
    case 'text':
      return span.text;
    case 'code':
      return <code key={index}>{span.text}</code>;
    case 'link':
      return (
        <a key={index} href={span.href} target="_blank" rel="noreferrer noopener" dir="ltr">
          {span.text}
        </a>
      );
    case 'bold':
      return <strong key={index}>{span.spans.map(show)}</strong>;
    case 'italic':
      return <em key={index}>{span.spans.map(show)}</em>;
    case 'struck':
      return <s key={index}>{span.spans.map(show)}</s>;
  }
};

/** A message's words as WhatsApp shows them; always text, never markup from outside. */
export const FormattedText = ({ text }: { text: string }) => <>{readSpans(text).map(show)}</>;
