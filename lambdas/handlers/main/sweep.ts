import { createHandler } from '../sweep.ts';

/** What Lambda calls. */
export const handler = createHandler(process.env, Date);
