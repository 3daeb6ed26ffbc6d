import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import type { MailStore } from '#app/mail/ports.ts';

export interface S3MailStoreOptions {
  readonly client: S3Client;
  readonly bucket: string;
  /** Of each request, the client's own retries included. */
  readonly timeoutMs?: number;
}

const TIMEOUT_MS = 10_000;
/** Mails that are taken again at once; the rest waits for the next time. */
const MOST_LEFT_OVER = 20;

/** Where mails come in, and where files are kept; the stack's rule and rights name the same. */
const MAIL_FOLDER = 'mail/';
const filesOf = (contact: string) => `attachments/${contact}/`;

/** "bytes 0-99/2000" says that there are 2000. */
const totalOf = (contentRange: string | undefined): number | undefined => {
  const [, total] = /\/(\d+)$/.exec(contentRange ?? '') ?? [];
  return total === undefined ? undefined : Number(total);
};

/** Mails and files in a bucket of S3. */
export const createS3MailStore = ({
  client,
  bucket: Bucket,
  timeoutMs = TIMEOUT_MS,
}: S3MailStoreOptions): MailStore => {
  const within = () => ({ abortSignal: AbortSignal.timeout(timeoutMs) });

  const get = async (Key: string, Range?: string) => {
    try {
      const { Body, ContentRange, ContentType } = await client.send(
        new GetObjectCommand({ Bucket, Key, ...(Range ? { Range } : {}) }),
        within(),
      );
      return { bytes: (await Body?.transformToByteArray()) ?? new Uint8Array(), ContentRange, ContentType };
    } catch (error) {
      if (error instanceof NoSuchKey) return undefined;
      // A file without a byte has no range of bytes.
      if (error instanceof Error && error.name === 'InvalidRange') return { bytes: new Uint8Array() };
      throw error;
    }
  };

  const remove = async (Key: string) => {
    await client.send(new DeleteObjectCommand({ Bucket, Key }), within());
  };

  const keysBelow = async (Prefix: string, ContinuationToken?: string) =>
    client.send(
      new ListObjectsV2Command({ Bucket, Prefix, ...(ContinuationToken ? { ContinuationToken } : {}) }),
      within(),
    );

  return {
    raw: async (key, mostBytes) => {
      const found = await get(key, `bytes=0-${mostBytes - 1}`);
      if (!found) return undefined;
      const { bytes, ContentRange } = found;
      return { bytes, isWhole: (totalOf(ContentRange) ?? bytes.length) <= bytes.length };
    },

    removeRaw: remove,

    leftOver: async (before) => {
      const { Contents = [] } = await keysBelow(MAIL_FOLDER);
      return Contents.filter(({ LastModified }) => (LastModified?.getTime() ?? before) < before)
        .flatMap(({ Key }) => (Key ? [Key] : []))
        .slice(0, MOST_LEFT_OVER);
    },

    saveFile: async (Key, { bytes, mimeType }) => {
      await client.send(new PutObjectCommand({ Bucket, Key, Body: bytes, ContentType: mimeType }), within());
    },

    file: async (key) => {
      const found = await get(key);
      return found && { bytes: found.bytes, mimeType: found.ContentType ?? 'application/octet-stream' };
    },

    forget: async (contact) => {
      let next: string | undefined;
      do {
        const { Contents = [], NextContinuationToken } = await keysBelow(filesOf(contact), next);
        for (const { Key } of Contents) if (Key) await remove(Key);
        next = NextContinuationToken;
      } while (next);
    },
  };
};
