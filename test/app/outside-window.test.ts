/** What is said by a template whole, what would come too late, and templates that WhatsApp refuses. */
import { createMemoryPlans } from '#adapters/memory/memory-plans.ts';
import { createMemoryQueues } from '#adapters/memory/memory-queues.ts';
import { MemoryStore } from '#adapters/memory/memory-store.ts';
import { carryOut, type DeliverPorts, type WhenClosed } from '#app/deliver.ts';
import type { LogFields, Messenger, SendOutcome } from '#app/ports.ts';
import { parseTag } from '#app/tag.ts';
import { newConversation } from '#core/conversation.ts';
import { messageId } from '#core/ids.ts';
import { NOTHING_COMING_UP } from '#core/opportunities/coming-up.ts';
import type { Announcement, Reply } from '#core/reply.ts';
import { NOW, newContact, replyOf, turnOf } from '../support/stored.ts';

const HOUR_MS = 3_600_000;
const WHOLE: Announcement = {
  ...{ template: 'event_reminder', language: 'es', choice: 'ev:show:a:b', isWhole: true },
  parameters: [{ name: 'title', text: 'Noche de familia' }],
};
const NOTICE: Announcement = { template: 'notice_ready', language: 'es', choice: 'read_answer' };
const ACCEPTED: SendOutcome = { kind: 'accepted', id: messageId('wamid.sent') };

interface Given {
  readonly reply?: Partial<Reply>;
  /** Since the family wrote. */
  readonly hours?: number;
  readonly outcome?: SendOutcome;
  readonly whenClosed?: WhenClosed;
  readonly onTemplateRefused?: DeliverPorts['onTemplateRefused'];
}

/** One reply of one turn is carried out; tells what became of it. */
const delivered = async (given: Given) => {
  const { reply = {}, hours = 25, outcome = ACCEPTED, whenClosed } = given;
  const contact = newContact();
  const store = new MemoryStore();
  const lines: (readonly [string, string, LogFields | undefined])[] = [];
  const at = (level: string) => (event: string, fields?: LogFields) => void lines.push([level, event, fields]);
  const asked: { readonly what: 'send' | 'announce'; readonly tag: string }[] = [];
  const messenger: Messenger = {
    fit: (replies) => replies,
    markRead: async () => undefined,
    send: async (_to, _from, _reply, tag) => {
      asked.push({ what: 'send', tag });
      return outcome;
    },
    announce: async (_to, _from, _announcement, tag) => {
      asked.push({ what: 'announce', tag });
      return outcome;
    },
  };
  const ports: DeliverPorts = {
    ...{ store, messenger, clock: { now: () => NOW }, queues: createMemoryQueues({ now: () => NOW }) },
    plans: createMemoryPlans(() => NOTHING_COMING_UP).plans,
    log: { info: at('info'), warn: at('warn'), alarm: at('alarm') },
    ...(given.onTemplateRefused ? { onTemplateRefused: given.onTemplateRefused } : {}),
  };
  const turn = turnOf(contact, 1, {
    conversation: { ...newConversation({ userId: 'US.1' }), lastInboundAt: NOW - hours * HOUR_MS },
    replies: [{ ...replyOf('Noche de familia es hoy.'), ...reply }],
  });
  await store.commit(turn);
  await carryOut(ports, turn, whenClosed);
  return {
    asked: asked.map(({ what, tag }) => `${what} ${parseTag(tag)?.sender}`),
    delivery: (await store.turn(contact, 1))?.deliveries[0],
    alarms: lines.flatMap(([level, event]) => (level === 'alarm' ? [event] : [])),
    events: lines.map(([, event]) => event),
  };
};

describe('a reply that a template says whole', () => {
  it('is sent by it once the window has closed, and its statuses are those of the reply', async () => {
    const { asked, delivery, alarms } = await delivered({ reply: { announcement: WHOLE } });

    expect(asked).toEqual(['announce bot']);
    expect(delivery).toMatchObject({ status: 'sent', id: 'wamid.sent' });
    expect(alarms).toEqual([]);
  });

  it('goes out in its own words while the window is open', async () => {
    expect((await delivered({ reply: { announcement: WHOLE }, hours: 1 })).asked).toEqual(['send bot']);
  });

  it.each<readonly [string, SendOutcome, string, readonly string[]]>([
    ['WhatsApp does not have it', { kind: 'rejected', code: 132001 }, 'failed', ['announcement_failed']],
    ['it is paused', { kind: 'rejected', code: 132015 }, 'failed', ['announcement_failed']],
    ['the phone is gone, which is nobody’s mistake', { kind: 'rejected', code: 131026 }, 'failed', []],
    ['WhatsApp says slow down', { kind: 'slow_down', code: 130429, scope: 'number', afterMs: 5000 }, 'waiting', []],
    ['nobody can send', { kind: 'halted', code: 131042 }, 'waiting', ['announcement_failed']],
    ['the answer is lost', { kind: 'unknown' }, 'unknown', []],
  ])('where %s comes to what the send came to', async (_, outcome, status, alarms) => {
    const result = await delivered({ reply: { announcement: WHOLE }, outcome });

    expect(result.delivery?.status).toBe(status);
    expect(result.alarms).toEqual(alarms);
  });

  it('is sent though no later turn could take it over', async () => {
    const { asked } = await delivered({ reply: { announcement: WHOLE }, whenClosed: 'given_up' });

    expect(asked).toEqual(['announce bot']);
  });
});

describe('a reply that a template only announces', () => {
  it('is held, whatever becomes of the notice', async () => {
    const { asked, delivery } = await delivered({ reply: { announcement: NOTICE } });

    expect(asked).toEqual(['announce notice']);
    expect(delivery?.status).toBe('held');
  });
});

describe('a template that WhatsApp refuses', () => {
  it.each([132000, 132001, 132005, 132007, 132012, 132015, 132016, 132018])(
    'with %s is told of, with its language and the code',
    async (code) => {
      const refused: unknown[] = [];
      const onTemplateRefused = async (...told: unknown[]) => void refused.push(told);
      await delivered({ reply: { announcement: NOTICE }, outcome: { kind: 'rejected', code }, onTemplateRefused });

      expect(refused).toEqual([['notice_ready', 'es', code]]);
    },
  );

  it.each<SendOutcome>([ACCEPTED, { kind: 'rejected', code: 131026 }, { kind: 'unknown' }])(
    'is not what %j means',
    async (outcome) => {
      const refused: unknown[] = [];
      const onTemplateRefused = async (...told: unknown[]) => void refused.push(told);
      await delivered({ reply: { announcement: WHOLE }, outcome, onTemplateRefused });

      expect(refused).toEqual([]);
    },
  );

  it('is in no way of the reply, where nobody can keep that', async () => {
    const { delivery, events } = await delivered({
      reply: { announcement: WHOLE },
      outcome: { kind: 'rejected', code: 132015 },
      onTemplateRefused: () => Promise.reject(new Error('no store')),
    });

    expect(delivery?.status).toBe('failed');
    expect(events).toContain('template_state_not_kept');
  });
});

describe('a reply that would come too late to be of use', () => {
  it.each([
    ['in the window', 1],
    ['outside of it', 25],
  ])('is not sent %s, and nobody is called for it', async (_, hours) => {
    const { asked, delivery, alarms, events } = await delivered({
      reply: { announcement: WHOLE, until: NOW - 1 },
      hours,
    });

    expect(asked).toEqual([]);
    expect(delivery?.status).toBe('given_up');
    expect(alarms).toEqual([]);
    expect(events).toContain('reply_too_late');
  });

  it('is sent at the last moment', async () => {
    expect((await delivered({ reply: { until: NOW }, hours: 1 })).delivery?.status).toBe('sent');
  });
});
