import fc from 'fast-check';
import { bodyOf, changeValue, messageOf, NUMBER, parse, publishedWebhooks } from './samples.ts';

const SEED = 20261123;
const runs = (numRuns: number) => ({ seed: SEED, numRuns });

/** JSON as an adversary writes it, with the names that the parser looks for. */
const word = fc.constantFrom(
  'object',
  'entry',
  'changes',
  'field',
  'value',
  'messages',
  'statuses',
  'errors',
  'contacts',
  'metadata',
  'id',
  'timestamp',
  'type',
  'text',
  'body',
  'from',
  'from_user_id',
  'user_id',
  'wa_id',
  'phone_number_id',
  'system',
  'interactive',
  'button_reply',
  'status',
  'code',
  '__proto__',
  'constructor',
  'toString',
);
const scalar = fc.oneof(
  fc.constantFrom(
    'whatsapp_business_account',
    'messages',
    'user_id_update',
    'smb_message_echoes',
    'account_alerts',
    'user_preferences',
    NUMBER,
    'text',
    'system',
    'image',
    'sent',
  ),
  fc.string({ unit: 'binary' }),
  fc.double(),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
);
const { hostile } = fc.letrec<{ hostile: unknown }>((tie) => ({
  hostile: fc.oneof(
    { maxDepth: 7 },
    scalar,
    fc.array(tie('hostile'), { maxLength: 3 }),
    fc.dictionary(word, tie('hostile'), { maxKeys: 6 }),
  ),
}));

/** Replaces whatever stands at one path of a copy. */
const withReplaced = (json: unknown, path: readonly number[], replacement: unknown): unknown => {
  const [step, ...rest] = path;
  if (step === undefined || typeof json !== 'object' || json === null) return replacement;
  const keys = Object.keys(json);
  if (keys.length === 0) return replacement;
  const chosen = keys[step % keys.length];
  const copy: unknown[] | Record<string, unknown> = Array.isArray(json) ? [...json] : { ...json };
  Reflect.set(copy, String(chosen), withReplaced(Reflect.get(json, String(chosen)), rest, replacement));
  return copy;
};

const path = fc.array(fc.nat(20), { maxLength: 9 });
const message = fc
  .tuple(path, hostile)
  .map(([at, replacement]) => withReplaced(messageOf({ id: 'wamid.mutated' }), at, replacement));

describe('parseWebhook, over what nobody ever sent', () => {
  it('gives at least one event for any JSON at all', () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), hostile), (body) => {
        expect(parse(body).length).toBeGreaterThan(0);
      }),
      runs(1000),
    );
  });

  it('gives one event for each element of a value, whatever the elements are', () => {
    fc.assert(
      fc.property(
        fc.array(hostile, { minLength: 1, maxLength: 5 }),
        fc.array(hostile, { maxLength: 5 }),
        (messages, statuses) => {
          expect(parse(bodyOf(changeValue({ messages, statuses })))).toHaveLength(messages.length + statuses.length);
        },
      ),
      runs(500),
    );
  });

  it('reads each message as if it had come alone', () => {
    fc.assert(
      fc.property(fc.array(message, { minLength: 1, maxLength: 6 }), (messages) => {
        const alone = messages.flatMap((one) => parse(bodyOf(changeValue({ messages: [one] }))));
        expect(parse(bodyOf(changeValue({ messages })))).toEqual(alone);
      }),
      runs(500),
    );
  });

  it('reads published webhooks that were damaged in one place, and texts come out well-formed', () => {
    const bodies = [...publishedWebhooks().map(({ body }) => body), bodyOf(changeValue({ messages: [messageOf()] }))];
    fc.assert(
      fc.property(fc.constantFrom(...bodies), path, hostile, (body, at, replacement) => {
        const events = parse(withReplaced(body, at, replacement), [NUMBER, '1122334455667']);
        expect(events.length).toBeGreaterThan(0);
        for (const event of events)
          if (event.kind === 'message_received' && event.content.kind === 'text')
            expect(event.content.text.isWellFormed()).toBe(true);
      }),
      runs(2000),
    );
  });
});
