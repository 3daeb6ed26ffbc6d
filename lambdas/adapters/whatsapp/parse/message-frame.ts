import * as z from 'zod/mini';
import { identifier, optionalScalar, timestamp } from './lenient.ts';

/** What every message has, whatever its type. */
export const Message = z.object({
  id: identifier,
  timestamp,
  type: optionalScalar,
  from: optionalScalar,
  from_user_id: optionalScalar,
  group_id: optionalScalar,
});
export type Message = z.infer<typeof Message>;
