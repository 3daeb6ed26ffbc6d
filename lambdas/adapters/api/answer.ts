import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { ShownFile } from '#app/desk/media.ts';
import type { ExportedFile } from '#app/district/export.ts';

export type Answer = APIGatewayProxyStructuredResultV2;

/** On everything: nothing is kept, nothing is guessed, nothing of it is a page. */
const HEADERS = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
} as const;

/** What a browser shows or plays without running anything. All else is only to be saved. */
const SHOWN = /^(?:image\/(?:jpeg|png|webp)|audio\/[\w.+-]+|video\/mp4)$/;
const MOST_NAME = 100;

export const json = (statusCode: number, body: object): Answer => ({
  statusCode,
  headers: { ...HEADERS, 'content-type': 'application/json; charset=utf-8' },
  body: JSON.stringify(body),
});

/** @param error a sentence for a person that says what to do */
export const failure = (statusCode: number, error: string): Answer => {
  const answer = json(statusCode, { error });
  return statusCode === 401 ? { ...answer, headers: { ...answer.headers, 'www-authenticate': 'Bearer' } } : answer;
};

/** A table of lines with tabs, to be saved. */
export const table = (text: string, name: string): Answer => ({
  statusCode: 200,
  headers: {
    ...HEADERS,
    'content-type': 'text/tab-separated-values; charset=utf-8',
    'content-disposition': `attachment; filename="${name}"`,
  },
  body: text,
});

/** A table of comma-separated values, to be saved; the mark at its beginning tells spreadsheets that it is UTF-8. */
export const csv = ({ name, text }: ExportedFile): Answer => ({
  statusCode: 200,
  headers: {
    ...HEADERS,
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${name}"`,
  },
  body: `\uFEFF${text}`,
});

/** A name as a header may hold it (RFC 8187): no path, no control or direction marks, not endless. */
const disposition = (name: string | undefined): string => {
  const safe = [...(name ?? '').replace(/[\p{Cc}\p{Cf}/\\]/gu, '')].slice(-MOST_NAME).join('').toWellFormed();
  const encoded = encodeURIComponent(safe).replace(/['()*]/g, (one) => `%${one.charCodeAt(0).toString(16)}`);
  return safe === '' ? 'attachment' : `attachment; filename*=UTF-8''${encoded}`;
};

/** A file of a family. What is not an image, a sound or a film is bytes to be saved, whatever it says that it is. */
export const file = ({ bytes, mimeType, fileName }: ShownFile): Answer => {
  const type = mimeType.split(';')[0]?.trim().toLowerCase() ?? '';
  const isShown = SHOWN.test(type);
  return {
    statusCode: 200,
    headers: {
      ...HEADERS,
      'content-security-policy': 'sandbox',
      'content-type': isShown ? type : 'application/octet-stream',
      'content-disposition': isShown ? 'inline' : disposition(fileName),
    },
    body: Buffer.from(bytes).toString('base64'),
    isBase64Encoded: true,
  };
};
