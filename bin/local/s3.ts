import { CreateBucketCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';

/** The bucket of mails on this machine. */
export const MAIL_BUCKET = 'homeroom-local-mail';

/** Makes the bucket unless it is there. The stand-in of SQS (fauxqs) is one of S3 too. */
export const createMailBucket = async (client: S3Client, Bucket = MAIL_BUCKET): Promise<void> => {
  await client.send(new CreateBucketCommand({ Bucket }));
};

/** Puts a mail where SES puts what it receives. @returns its key */
export const putMail = async (client: S3Client, name: string, raw: Uint8Array, Bucket = MAIL_BUCKET) => {
  const Key = `mail/${name}`;
  await client.send(new PutObjectCommand({ Bucket, Key, Body: raw }));
  return Key;
};
