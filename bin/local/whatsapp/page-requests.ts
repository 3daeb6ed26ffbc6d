/** What the phone page may ask, with a sentence for each thing that can be wrong. */
import * as z from 'zod';
import { RequestError } from './http.ts';
import { Knobs, MediaKind, TemplateMark } from './world.ts';

const name = z
  .string('Give the parent a name.')
  .trim()
  .min(1, 'Give the parent a name.')
  .max(60, 'The name may have at most 60 characters.');
const phone = z
  .string('Write the phone number as text.')
  .transform((text) => text.replace(/[\s()+-]/g, ''))
  .pipe(
    z.string().regex(/^\d{7,15}$/, 'Write the phone number with its country code, 7 to 15 digits, or leave it out.'),
  );
const id = z.string('The id of a message is missing.').min(1, 'The id of a message is missing.');
/** Which of the school's numbers; the first one where it is left out. */
const number = z.string('Give the number as its id.').optional();
/** WhatsApp's apps cut what a person types at 65,536 characters. */
const text = z
  .string('Write something to send.')
  .min(1, 'Write something to send.')
  .max(65_536, 'A message may have at most 65,536 characters.');

export const NewPhone = z.object({
  name,
  phone: phone.optional(),
  lang: z
    .string()
    .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]+)*$/, 'Give the language as a code such as es.')
    .optional(),
});

const quotes = id.optional();
export const NewMessage = z.discriminatedUnion(
  'kind',
  [
    z.object({ kind: z.literal('text'), text, quotes, number }),
    z.object({
      kind: z.literal('tap'),
      id,
      title: z.string('The title of the choice is missing.'),
      contextId: id,
      number,
    }),
    z.object({ kind: MediaKind, caption: text.optional(), number }),
    z.object({ kind: z.literal('location'), number }),
    z.object({ kind: z.literal('contact'), number }),
    z.object({
      kind: z.literal('reaction'),
      emoji: z.string('Choose an emoji.').max(16, 'One emoji only.'),
      to: id,
      number,
    }),
  ],
  'A message has one of the kinds text, tap, photo, voice, sticker, document, location, contact and reaction.',
);
export type NewMessage = z.infer<typeof NewMessage>;

export const ReadRequest = z.object({ number });

export const KnobsRequest = z.object({
  phone: z.string('Say whose phone: its id as "phone".'),
  knobs: z.strictObject(Knobs.partial().shape, 'There is a knob that does not exist; see world.ts for their names.'),
});

/** What Meta is to do to a template. */
export const TemplateRequest = TemplateMark;

/** The clock moves forward only, by at most a year. */
export const ClockRequest = z.object({
  hours: z
    .number('Say how many hours to move the clock.')
    .positive('The clock moves forward only.')
    .max(8784, 'The clock moves by at most a year at a time.'),
});

/** @throws RequestError 400 with the first thing that is wrong. */
export const parseRequest = <Schema extends z.ZodType>(schema: Schema, bytes: Buffer): z.output<Schema> => {
  let value: unknown;
  try {
    value = JSON.parse(bytes.toString('utf8') || '{}');
  } catch {
    throw new RequestError(400, 'The request is not JSON.');
  }
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const place = issue?.path.join('.');
  throw new RequestError(400, `${issue?.message ?? 'The request is not valid.'}${place ? ` (${place})` : ''}`);
};
