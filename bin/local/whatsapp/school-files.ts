/** Files of the school on their way to the phone page, which downloads them as a phone would. */
import type { ServerResponse } from 'node:http';
import { RequestError } from './http.ts';
import type { Phone } from './world.ts';
import type { WorldFile } from './world-file.ts';

const nameOf = (phones: readonly Phone[], id: string): string | undefined => {
  const contents = phones.flatMap(({ messages }) => messages.map(({ content }) => content));
  const found = contents.find((content) => content.kind === 'document' && content.fileId === id);
  return found?.kind === 'document' ? found.fileName : undefined;
};

/** @throws RequestError where no message carries such a file */
export const sendFile = (file: WorldFile, phones: readonly Phone[], id: string, res: ServerResponse): void => {
  const found = file.world.files.find((one) => one.id === id);
  const name = nameOf(phones, id);
  if (!found || name === undefined) throw new RequestError(404, 'There is no such file in these chats.');
  const bytes = Buffer.from(found.base64, 'base64');
  res.writeHead(200, {
    'content-type': found.mimeType,
    'content-length': bytes.length,
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    'cache-control': 'no-store',
  });
  res.end(bytes);
};
