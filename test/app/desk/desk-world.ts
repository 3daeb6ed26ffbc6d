/** The desk over the real turn, in memory: two schools, their staff, families who write, a clock that stands still. */
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type * as z from 'zod/mini';
import { createDeskApi } from '#adapters/api/desk-api.ts';
import { createCalendars } from '#adapters/calendar-feed/calendars.ts';
import { createCsv } from '#adapters/csv/csv.ts';
import { createMemoryHandoffStore } from '#adapters/memory/desk-handoff-store.ts';
import { createMemoryOutreachStore } from '#adapters/memory/memory-outreach-store.ts';
import { createMemoryPlans } from '#adapters/memory/memory-plans.ts';
import { createMemoryQueues } from '#adapters/memory/memory-queues.ts';
import { createMemorySeatStore } from '#adapters/memory/memory-seat-store.ts';
import { MemoryStore } from '#adapters/memory/memory-store.ts';
import { createMemorySurveyStore } from '#adapters/memory/memory-survey-store.ts';
import { createMemoryStaffRecord } from '#adapters/memory/staff-record.ts';
import { createMemoryStaffStore } from '#adapters/memory/staff-store.ts';
import { decodeContactEvent } from '#adapters/sqs/codec.ts';
import { fit } from '#adapters/whatsapp/fit.ts';
import { createMachineEnglish } from '#app/desk/machine-english.ts';
import type { MediaStore, Translator } from '#app/desk/ports.ts';
import { createThreadsSeen } from '#app/desk/threads-seen.ts';
import type { KeptFile } from '#app/mail/ports.ts';
import type { Calendars } from '#app/opportunities/import/calendar.ts';
import type { LogFields } from '#app/ports.ts';
import { takeBatch } from '#app/take-batch.ts';
import { takeTurn } from '#app/take-turn.ts';
import type { TurnPorts } from '#app/turn-ports.ts';
import { HandoffPage } from '#contract/desk-api.ts';
import { contactId, messageId, type NumberId, staffId } from '#core/ids.ts';
import type { MessageContent } from '#core/inbound.ts';
import type { Lang } from '#core/language.ts';
import { NOTHING_COMING_UP } from '#core/opportunities/coming-up.ts';
import { CONTENT, contextWith, NOW } from '../../core/support/small-world.ts';
import { apiEvent, type CallOptions, HIGH, STAFF } from './desk-requests.ts';
import { smallDistrict } from './small-district.ts';

export interface DeskWorldOptions {
  readonly translator?: Translator;
  readonly media?: MediaStore;
  /** Calendars that may be followed; without them those of the internet, which no test asks. */
  readonly calendars?: Calendars;
  /** Files that came with mails, by their keys. */
  readonly mailFiles?: Readonly<Record<string, KeptFile>>;
}

const noMedia: MediaStore = { fetch: async () => 'gone' };

export const createDeskWorld = (options: DeskWorldOptions = {}) => {
  const { translator, media = noMedia, mailFiles, calendars = createCalendars() } = options;
  let now = NOW;
  let isTaking = true;
  let queueFails = false;
  const clock = { now: () => now };
  const store = new MemoryStore();
  const queues = createMemoryQueues(clock);
  const sent: string[] = [];
  const logged: { event: string; fields?: LogFields | undefined }[] = [];
  const note = (event: string, fields?: LogFields) => void logged.push({ event, fields });
  const log = { info: note, warn: note, alarm: note };
  const accept = async (_to: unknown, _from: unknown, { body = '' }: { body?: string }) => {
    sent.push(body);
    return { kind: 'accepted' as const, id: messageId(`wamid.out.${sent.length}`) };
  };
  const { understand, timeZone } = contextWith();
  const ports: TurnPorts = {
    ...{ clock, log, store, queues },
    plans: createMemoryPlans(() => NOTHING_COMING_UP).plans,
    messenger: { fit, markRead: async () => {}, send: accept, announce: async () => accept(0, 0, {}) },
    world: {
      ...{ content: CONTENT, understand, timeZone, servesDrafts: false, turnDays: 30 },
      factsOf: () => ({ districtName: 'Riverbend' }),
      directoryOf: () => ({ schools: [], people: [] }),
      comingUpOf: () => NOTHING_COMING_UP,
      officeAt: (_number, at) => contextWith({ now: at }).office,
    },
  };

  const takeOne = async (): Promise<boolean> => {
    const batch = queues.inbound.receive(10);
    const events = batch.map(({ id, body }) => ({ id, event: decodeContactEvent(body) }));
    const failed = await takeBatch(events, (contact, all) => takeTurn(ports, contact, all), log);
    for (const { id, receipt } of batch) if (!failed.includes(id)) queues.inbound.delete(receipt);
    return batch.length > 0;
  };
  /** Takes all turns that can be taken now. */
  const takeTurns = async () => {
    while (await takeOne());
  };

  const record = createMemoryStaffRecord();
  const { district, store: districtStore } = smallDistrict({ clock, log });
  const staff = createMemoryStaffStore(STAFF);
  const outreach = createMemoryOutreachStore();
  const seats = createMemorySeatStore();
  const surveys = createMemorySurveyStore(districtStore);
  const handoffs = createMemoryHandoffStore(store);
  const wait = async () => {
    if (isTaking) await takeTurns();
  };
  const world = {
    ...{ clock, log, record, staff, handoffs, media, wait, content: CONTENT, idleMinutes: 30 },
    ...{ outreach, surveys, outreachSettings: districtStore, seats },
    mailFiles: mailFiles && { file: async (key: string) => mailFiles[key] },
    queues: {
      sendContactEvents: async (events: Parameters<typeof queues.sendContactEvents>[0]) => {
        if (queueFails) throw new Error('the queue is not there');
        await queues.sendContactEvents(events);
      },
      sendTrackEvents: queues.sendTrackEvents,
    },
    district,
    csv: createCsv(),
    calendars,
    savedReplies: [
      {
        ...{ id: 'call', title: 'We call you', fields: ['time'], isReviewed: true },
        texts: { en: 'We call you at {time}.', es: 'Le llamamos a las {time}.', so: 'Waan ku soo wacaynaa {time}.' },
      },
    ],
    seen: createThreadsSeen({ record, clock }),
    ...(translator ? { translator, english: createMachineEnglish(translator, () => new Promise(() => {})) } : {}),
  };
  const known = /^token-([\w-]+)$/;
  const api = createDeskApi(world, {
    verify: async (token) => {
      const subject = known.exec(token)?.[1];
      return subject === undefined ? undefined : staffId(subject);
    },
  });

  const call = async (person: string | undefined, options: CallOptions) => {
    const answer = await api(apiEvent(person, options));
    return { ...answer, status: answer.statusCode ?? 0 } as APIGatewayProxyStructuredResultV2 & { status: number };
  };

  /** What an answer holds, checked against the contract. @throws where it is no success */
  const ask = async <Schema extends z.core.$ZodType>(
    person: string,
    schema: Schema & { parse(value: unknown): z.output<Schema> },
    options: CallOptions,
  ): Promise<z.output<Schema>> => {
    const { status, body } = await call(person, options);
    if (status !== 200) throw new Error(`${status} ${body}`);
    return schema.parse(JSON.parse(body ?? ''));
  };

  let messages = 0;
  /** A family writes, and the turn is taken. */
  const writes = async (family: string, content: MessageContent | string, number: NumberId = HIGH) => {
    messages += 1;
    const contact = contactId(family.padEnd(32, '0'));
    await queues.sendContactEvents([
      {
        kind: 'message_received',
        ...{ contact, number, id: messageId(`wamid.${messages}`), sentAt: Math.floor(now / 1000) * 1000 },
        from: { userId: `US.${family}`, phone: '13125550199' },
        content: typeof content === 'string' ? { kind: 'text', text: content } : content,
      },
    ]);
    await takeTurns();
    return contact;
  };

  const taps = (family: string, id: string, number: NumberId) =>
    writes(family, { kind: 'choice', id, title: id }, number);

  /** A family that reads `lang` wants a person; the handoff that stands in the queue then. */
  const wants = async (family: string, number: NumberId = HIGH, lang: Lang = 'es') => {
    await taps(family, `lang:${lang}`, number);
    const contact = await taps(family, 'person', number);
    const handoff = store.allHandoffs().findLast((one) => one.contact === contact);
    if (!handoff) throw new Error('no handoff was opened');
    return { contact, id: handoff.id, path: `/v1/handoffs/${contact}/${handoff.id}` };
  };

  let keys = 0;
  const newKey = () => {
    keys += 1;
    return `key-${String(keys).padStart(6, '0')}`;
  };

  return {
    ...{
      store,
      queues,
      staff,
      record,
      district,
      districtStore,
      outreach,
      surveys,
      seats,
      sent,
      logged,
      call,
      ask,
      writes,
      wants,
      newKey,
      takeTurns,
    },
    forward: (ms: number) => {
      now += ms;
    },
    now: () => now,
    /** Whether the turn function runs. */
    setTaking: (value: boolean) => {
      isTaking = value;
    },
    setQueueFails: (value: boolean) => {
      queueFails = value;
    },
    /** Does something with a conversation, under a key of its own unless given one. */
    act: (person: string, path: string, action: object, key = newKey()) =>
      call(person, { method: 'POST', path: `${path}/actions`, json: { key, action } }),
    queueOf: (person: string, query: Readonly<Record<string, string>> = {}) =>
      ask(person, HandoffPage, { path: '/v1/handoffs', query }),
  };
};

export type DeskWorld = ReturnType<typeof createDeskWorld>;
