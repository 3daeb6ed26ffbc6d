import { createHandler } from '../mail.ts';

/** What Lambda calls. An async function of two arguments at most: the runtime refuses callbacks since Node 24. */
export const handler = createHandler(process.env, Date);
