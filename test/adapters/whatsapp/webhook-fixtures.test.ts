import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WebhookEvent } from '#adapters/whatsapp/parse/events.ts';
import { describeWithFixtures, parse, publishedWebhooks } from './samples.ts';

/** One line for each file: its name, a tab, and its events in order. UPDATE_GOLDEN=1 rewrites it; the diff is for the reviewer. */
const GOLDEN = join('test', 'adapters', 'whatsapp', 'webhook-events.txt');

const detailOf = (event: WebhookEvent): string => {
  switch (event.kind) {
    case 'message_received':
      return event.content.kind === 'media' ? event.content.media : event.content.kind;
    case 'status_changed':
      return [event.status, ...event.codes].join(' ');
    case 'platform_notice':
      return `${event.field} ${event.event}${event.needsOperator ? ' !' : ''}`;
    case 'template_changed':
      return [event.name, event.language, event.status, event.category].filter(Boolean).join(' ');
    case 'unanswered':
    case 'quarantined':
      return event.reason;
    case 'malformed':
      return event.where;
    case 'identity_changed':
      return event.previous === event.contact ? 'nobody' : 'moved';
    default:
      return event satisfies never;
  }
};

const described = (events: readonly WebhookEvent[]): string =>
  events.map((event) => `${event.kind}:${detailOf(event)}`).join(', ');

type Json = Record<string, unknown>;
const listIn = (json: Json, key: string): unknown[] => (Array.isArray(json[key]) ? json[key] : []);
const objectsIn = (json: Json, key: string): Json[] => listIn(json, key) as Json[];

/** The field's arrays whose elements count one by one; any other change counts once. */
const COUNTED: Readonly<Record<string, readonly string[]>> = {
  messages: ['messages', 'statuses'],
  smb_message_echoes: ['message_echoes'],
};

/** Counts what the file holds without the parser under test. */
const countElements = (body: unknown): number =>
  objectsIn(body as Json, 'entry')
    .flatMap((entry) => objectsIn(entry, 'changes'))
    .map((change) => {
      const counted = (COUNTED[String(change['field'])] ?? []).map(
        (key) => listIn(change['value'] as Json, key).length,
      );
      return Math.max(
        1,
        counted.reduce((sum, count) => sum + count, 0),
      );
    })
    .reduce((sum, count) => sum + count, 0);

/** The numbers that the published files are addressed to. */
const numbersIn = (body: unknown): string[] =>
  [...JSON.stringify(body).matchAll(/"phone_number_id":"(\d+)"/g)].map((match) => String(match[1]));

describeWithFixtures('the 89 published webhooks (skipped where ../shared/fixtures is absent)', () => {
  const files = publishedWebhooks();
  if (process.env['UPDATE_GOLDEN'] === '1') {
    const lines = files.map(({ file, body }) => `${file}\t${described(parse(body, numbersIn(body)))}\n`);
    writeFileSync(GOLDEN, lines.join(''));
  }
  const expected = new Map(
    readFileSync(GOLDEN, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line): [string, string] => {
        const [file = '', events = ''] = line.split('\t');
        return [file, events];
      }),
  );

  it('are all there, and each has its line in webhook-events.txt', () => {
    expect(files).toHaveLength(89);
    expect([...expected.keys()].sort()).toEqual(files.map(({ file }) => file).sort());
  });

  it.each(files)('$file gives the events of its line, one for each element', ({ file, body }) => {
    const events = parse(body, numbersIn(body));
    expect(described(events)).toBe(expected.get(file));
    // What is known of a template now stands beside the notice to operators that it has changed.
    const elements = events.filter(({ kind }) => kind !== 'template_changed');
    expect(elements).toHaveLength(countElements(body));
  });

  it.each(files)('$file gives nothing to answer when it is meant for a number that is not ours', ({ body }) => {
    const kinds = parse(body, []).map((event) => event.kind);
    expect(kinds).not.toContain('message_received');
    expect(kinds).not.toContain('identity_changed');
    expect(kinds).not.toContain('status_changed');
  });

  it('together in one body give what they give one by one, in the same order', () => {
    const numbers = files.flatMap(({ body }) => numbersIn(body));
    const entry = files.flatMap(({ body }) => listIn(body as Json, 'entry'));
    expect(parse({ object: 'whatsapp_business_account', entry }, numbers)).toEqual(
      files.flatMap(({ body }) => parse(body, numbers)),
    );
  });
});
