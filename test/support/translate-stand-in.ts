import type { IncomingMessage, ServerResponse } from 'node:http';
import { startOnLoopback } from '../../bin/local/loopback.ts';

/** A request of TranslateText as it came over the wire. */
export interface TranslateRequest {
  readonly Text: string;
  readonly SourceLanguageCode: string;
  readonly TargetLanguageCode: string;
  readonly TerminologyNames?: readonly string[];
  readonly Settings?: { readonly Formality?: string };
}

export type Answer =
  | { readonly kind: 'translated'; readonly text: string }
  | { readonly kind: 'refused'; readonly status: number; readonly type: string }
  /** Never answers. */
  | { readonly kind: 'silent' };

const TARGET = 'AWSShineFrontendService_20170701.TranslateText';
const CONTENT_TYPE = 'application/x-amz-json-1.1';
const MOST_BYTES = 10_000;
const CODES = new Set(['en', 'es', 'ar', 'ht', 'pt', 'vi', 'zh', 'fa-AF', 'ps', 'uk', 'ru', 'sw', 'so', 'fr']);

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
};

const refusalOf = (request: IncomingMessage, { Text, SourceLanguageCode, TargetLanguageCode }: TranslateRequest) => {
  if (request.headers['x-amz-target'] !== TARGET) return 'UnknownOperationException';
  if (request.headers['content-type'] !== CONTENT_TYPE) return 'SerializationException';
  if (Text === '') return 'InvalidRequestException';
  if (Buffer.byteLength(Text) > MOST_BYTES) return 'TextSizeLimitExceededException';
  return CODES.has(SourceLanguageCode) && CODES.has(TargetLanguageCode)
    ? undefined
    : 'UnsupportedLanguagePairException';
};

const send = (response: ServerResponse, status: number, body: object): void => {
  response.writeHead(status, { 'content-type': CONTENT_TYPE, 'x-amzn-requestid': 'stand-in' });
  response.end(JSON.stringify(body));
};

/** Amazon Translate's wire protocol (AWS JSON 1.1) on this machine, with its limits; `answer` plays the service. */
export const startTranslate = async (answer: (request: TranslateRequest) => Answer) => {
  const requests: TranslateRequest[] = [];
  const service = await startOnLoopback(async (incoming, response) => {
    const request = JSON.parse(await bodyOf(incoming)) as TranslateRequest;
    requests.push(request);
    const refusal = refusalOf(incoming, request);
    if (refusal) return send(response, 400, { __type: refusal, message: `refused: ${request.Text}` });
    const answered = answer(request);
    switch (answered.kind) {
      case 'translated':
        return send(response, 200, {
          TranslatedText: answered.text,
          SourceLanguageCode: request.SourceLanguageCode,
          TargetLanguageCode: request.TargetLanguageCode,
        });
      case 'refused':
        return send(response, answered.status, { __type: answered.type, message: `refused: ${request.Text}` });
      case 'silent':
        return undefined;
      default:
        return answered satisfies never;
    }
  });
  return { ...service, requests };
};
