import { loadContent } from '../../lambdas/adapters/content/compiled.ts';
import { districtWorld } from '../../lambdas/adapters/content/district.ts';
import { createMemoryPlans } from '../../lambdas/adapters/memory/memory-plans.ts';
import { createMemoryQueues } from '../../lambdas/adapters/memory/memory-queues.ts';
import { MemoryStore } from '../../lambdas/adapters/memory/memory-store.ts';
import { fit } from '../../lambdas/adapters/whatsapp/fit.ts';
import type { Clock, Log, Turn } from '../../lambdas/app/ports.ts';
import { takeTurn } from '../../lambdas/app/take-turn.ts';
import type { TurnWorld } from '../../lambdas/app/turn-ports.ts';
import { contactId, handoffId, messageId, numberId } from '../../lambdas/core/ids.ts';
import type { MessageContent, MessageReceived, TurnEvent } from '../../lambdas/core/inbound.ts';
import type { Reply } from '../../lambdas/core/reply.ts';
import { compileContent } from '../content/compile-content.ts';
import { demoDistrict } from './demo-district.ts';
import { demoPeople } from './demo-people.ts';
import type { StaffLine } from './transcript-staff.ts';

const CONTACT = contactId('0'.repeat(32));
const silent: Log = { info: () => {}, warn: () => {}, alarm: () => {} };

/** The content and the demo district, as a turn needs them. */
export const demoWorld = (now: number): TurnWorld => {
  const district = demoDistrict(now);
  return {
    ...loadContent(compileContent()),
    ...districtWorld(district, demoPeople(district)),
    servesDrafts: true,
    turnDays: 30,
  };
};

/** A talk with the bot in this process: the real turn over stores in memory, without network. */
export interface Talk {
  /** Takes messages that arrive together, and returns what was said. */
  say(...contents: readonly MessageContent[]): Promise<readonly Reply[]>;
  /** Does something at the desk with the handoff of this talk, and returns what was said. */
  act(line: StaffLine): Promise<readonly Reply[]>;
  /** Looks whether the family waits too long or is to be written to, and returns what was said; undefined where neither is. */
  sweep(): Promise<readonly Reply[] | undefined>;
  /** The turn that the last messages made, as stored; undefined where they made none. */
  lastTurn(): Turn | undefined;
}

const NO_HANDOFF = handoffId(0, 0);
/** The school whose number the parent writes to: the first of the demo district. */
const NUMBER = numberId('100000000000001');

/** @param number the number that the parent writes to */
export const createTalk = (world: TurnWorld, outside: Clock, number = NUMBER): Talk => {
  let skippedMs = 0;
  const clock = { now: () => outside.now() + skippedMs };
  const store = new MemoryStore();
  const queues = createMemoryQueues(clock);
  let count = 0;
  let said: Reply[] = [];
  const { plans, outreach } = createMemoryPlans(world.comingUpOf);
  const ports = {
    ...{ world, plans },
    clock,
    store,
    queues,
    log: silent,
    messenger: {
      fit,
      markRead: async () => {},
      announce: async (_to: unknown, _from: unknown, _announcement: unknown, tag: string) => ({
        kind: 'accepted' as const,
        id: messageId(`wamid.${tag}`),
      }),
      send: async (_to: unknown, _from: unknown, reply: Reply, tag: string) => {
        said.push(reply);
        return { kind: 'accepted' as const, id: messageId(`wamid.${tag}`) };
      },
    },
  };

  /** A reply may wait a few seconds for more words. Here nobody waits: time jumps. */
  const sendWhatWaits = async () => {
    const turn = store.allTurns(CONTACT).at(-1);
    const due = turn?.deliveries.flatMap((delivery) => (delivery.status === 'waiting' ? [delivery.dueAt] : [])) ?? [];
    if (!turn || due.length === 0) return;
    skippedMs += Math.max(0, ...due.map((at) => at - clock.now()));
    await takeTurn(ports, CONTACT, [
      { kind: 'delivery_due', contact: CONTACT, turn: turn.turn, because: 'the talk does not wait' },
    ]);
  };

  const handoffNow = () => {
    const handoff = store.allTurns(CONTACT).at(-1)?.conversation.handoff;
    return handoff && handoff.status !== 'none' ? handoff : undefined;
  };

  /** What the sweep would pass on: that the family waits too long, and that Homeroom has something to write. */
  const dueNow = async (): Promise<readonly TurnEvent[]> => {
    count += 1;
    const base = { contact: CONTACT, number, id: messageId(`due.${count}`), sentAt: clock.now() } as const;
    const handoff = handoffNow();
    const isLate = handoff?.dueAt !== undefined && handoff.dueAt <= clock.now();
    const [written] = await outreach.outreachDue(number, clock.now(), 1);
    return [
      ...(isLate ? [{ ...base, kind: 'handoff_due', handoff: handoff.id } as const] : []),
      ...(written ? [{ ...base, kind: 'outreach_due', id: messageId(`outreach.${written.dueAt}`) } as const] : []),
    ];
  };

  return {
    say: async (...contents) => {
      said = [];
      const events = contents.map((content): MessageReceived => {
        count += 1;
        const id = messageId(`wamid.in.${count}`);
        return {
          kind: 'message_received',
          contact: CONTACT,
          number,
          from: { userId: 'US.1', phone: '13125550199' },
          id,
          sentAt: Math.floor(clock.now() / 1000) * 1000,
          content,
        };
      });
      await takeTurn(ports, CONTACT, events);
      await sendWhatWaits();
      return said;
    },
    act: async ({ by, action }) => {
      said = [];
      count += 1;
      const event = {
        kind: 'staff_acted',
        ...{ contact: CONTACT, number, handoff: handoffNow()?.id ?? NO_HANDOFF },
        id: messageId(`staff.${count}`),
        sentAt: clock.now(),
        by: { id: by.id, name: by.name, title: by.title },
        isLead: by.role === 'lead' || by.role === 'admin',
        action,
      } as const;
      await takeTurn(ports, CONTACT, [event]);
      return said;
    },
    sweep: async () => {
      const due = await dueNow();
      if (due.length === 0) return undefined;
      said = [];
      for (const event of due) await takeTurn(ports, CONTACT, [event]);
      return said;
    },
    lastTurn: () => store.allTurns(CONTACT).at(-1),
  };
};
