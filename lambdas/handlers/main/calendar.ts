import { createHandler } from '../calendar.ts';

/** What Lambda calls. */
export const handler = createHandler(process.env, Date);
