import { randomBytes } from 'node:crypto';

/** Ids like WhatsApp's: base64, so they hold `+`, `/` and `=`, which are not safe in addresses. */
export const newMessageId = () => `wamid.${randomBytes(37).toString('base64')}`;
export const newMediaId = () => String(randomBytes(6).readUIntBE(0, 6) + 1e15);
