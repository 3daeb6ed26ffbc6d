import { takeTurn } from '#app/take-turn.ts';
import { handoffId, messageId, staffId } from '#core/ids.ts';
import type { ContactEvent, MailReceived, StaffActed } from '#core/inbound.ts';
import { CHOICE } from '#core/speak.ts';
import { keptIn } from '../support/kept.ts';
import { requestOf } from '../support/requests.ts';
import { statusOf } from '../support/stored.ts';
import { CrashError, createWorld, type Watch, type World } from '../support/world.ts';

const RIVERA = { id: staffId('rivera'), name: 'Ms. Rivera', title: 'front office' };
const DAY_MS = 86_400_000;
const CONTACT = createWorld().message(1, 0, '').contact;
/** What a family has told, who they are, and what was said to them: none of it may be left. */
const WORDS = ['Guadalupe', 'Xochitl', 'Itzel', 'blorf', 'zanahoria', 'Tuesday at two', 'US.1', '13125550001', 'wamid'];

let count = 0;
const write = async (world: World, text: string, isDrained = true): Promise<ContactEvent> => {
  count += 1;
  const event = world.message(1, count, text);
  await world.queues.sendContactEvents([event]);
  if (isDrained) await world.drain();
  return event;
};

const tap = async (world: World, id: string, isDrained = true): Promise<ContactEvent> => {
  count += 1;
  const event = { ...world.message(1, count, ''), content: { kind: 'choice', id, title: 'x' } } as const;
  await world.queues.sendContactEvents([event]);
  if (isDrained) await world.drain();
  return event;
};

const staffEvent = (world: World, action: StaffActed['action'], isLead = false): StaffActed => {
  count += 1;
  const [handoff] = world.store.allHandoffs();
  return {
    kind: 'staff_acted',
    ...{ contact: CONTACT, number: world.message(1, 0, '').number, handoff: handoff?.id ?? handoffId(1, 0) },
    ...{ id: messageId(`staff.${count}`), sentAt: world.clock.now(), by: RIVERA, isLead, action },
  };
};

/** A family with all that is kept of one: a talk with staff, a question, children, a request. */
const richFamily = async () => {
  const world = createWorld();
  await write(world, 'buenos dias soy Guadalupe Xochitl la mama de Itzel');
  await write(world, 'blorf snarg zanahoria qwzx');
  await write(world, 'quiero hablar con una persona');
  await write(world, 'es sobre Itzel y la zanahoria');
  await world.queues.sendContactEvents([staffEvent(world, { kind: 'claim' })]);
  await world.drain();
  const answer = { original: 'Tuesday at two', text: 'Tuesday at two', lang: 'es', translation: 'same' } as const;
  await world.queues.sendContactEvents([
    staffEvent(world, { kind: 'reply', ...answer }),
    staffEvent(world, { kind: 'note', text: 'Guadalupe is kind' }),
    staffEvent(world, { kind: 'resolve' }),
  ]);
  await world.drain();
  await world.store.saveRequest({ ...requestOf(CONTACT, { turn: 1 }), details: { child: { name: 'Itzel' } } });
  const last = world.store.allTurns(CONTACT).at(-1);
  if (!last) throw new Error('there is no turn');
  const children = [{ id: 'c1', name: 'Itzel' }];
  await world.store.saveProfile(CONTACT, { ...last.conversation.profile, children }, last.turn);
  return world;
};

const aboutFamily = (world: World) =>
  keptIn(world.store).filter((item) => [CONTACT, ...WORDS].some((word) => item.includes(word)));

const said = (world: World) => world.graph.accepted.map(({ body }) => body);

describe('a family of whom much is kept', () => {
  it('is erased when it says so twice: nothing stays but a tombstone, and after two days not even that', async () => {
    const world = await richFamily();
    expect(aboutFamily(world).length).toBeGreaterThan(8);
    const lastTurn = world.store.allTurns(CONTACT).length;

    await write(world, 'borrar mis datos');
    await tap(world, CHOICE.eraseYes);

    const kept = aboutFamily(world);
    expect(kept).toHaveLength(1);
    expect(kept.some((item) => WORDS.some((word) => item.includes(word)))).toBe(false);
    expect(await world.store.load(CONTACT, world.clock.now())).toMatchObject({
      kind: 'erased',
      tombstone: { turn: lastTurn + 2 },
    });
    expect(await world.store.load(CONTACT, world.clock.now() + 2 * DAY_MS + 1)).toEqual({ kind: 'nobody' });
    expect(said(world).at(-1)).toMatch(/Comprobante: [0-9A-Z]{4}-[0-9A-Z]{4}/);
    expect(world.logged.map(({ event }) => event)).toContain('family_erased');
  });

  it('is not brought back by what comes late', async () => {
    const world = await richFamily();
    const staff = [staffEvent(world, { kind: 'claim' }), staffEvent(world, { kind: 'note', text: 'Guadalupe' })];
    const [handoff] = world.store.allHandoffs();
    await write(world, 'borrar mis datos');
    const yes = await tap(world, CHOICE.eraseYes);
    const kept = keptIn(world.store);
    const sent = world.graph.accepted.length;
    const at = { contact: CONTACT, number: requestOf(CONTACT).number, sentAt: world.clock.now() };
    const mail: MailReceived = {
      kind: 'mail_received',
      ...at,
      ...{ request: requestOf(CONTACT).id, id: messageId('mail.1'), isKnown: true, mayPass: true, lang: 'es' },
      ...{ original: 'Guadalupe', text: 'Guadalupe', translation: 'same', attachments: [] },
    };

    world.forward(600_000);
    await world.queues.sendContactEvents([yes, ...staff, mail]);
    await world.queues.sendContactEvents([
      { kind: 'handoff_due', ...at, handoff: handoff?.id ?? handoffId(1, 0), id: messageId('due.1') },
      { kind: 'request_changed', ...at, request: requestOf(CONTACT).id, id: messageId('mail.2'), change: 'due' },
      { kind: 'delivery_due', contact: CONTACT, turn: 1, because: 'a test' },
    ]);
    await world.queues.sendTrackEvents([
      statusOf('wamid.out.1', { status: 'failed', codes: [131026], tag: `h1.${CONTACT}.1.0.bot` }),
      statusOf('wamid.out.1', { status: 'sent', tag: `h1.${CONTACT}.1.0.bot` }),
      { kind: 'look_again', contact: CONTACT, turn: 2 },
    ]);
    await world.drain();

    expect(keptIn(world.store)).toEqual(kept);
    expect(world.graph.accepted).toHaveLength(sent);
  });

  it('is not brought back by a new id that WhatsApp gives it', async () => {
    const world = await richFamily();
    await write(world, 'borrar mis datos');
    await tap(world, CHOICE.eraseYes);
    const { number, contact } = world.message(2, 1, '');

    await world.queues.sendContactEvents([
      {
        kind: 'identity_changed',
        ...{ contact, number, previous: CONTACT, from: { userId: 'US.2' }, id: messageId('moved'), sentAt: 1 },
      },
    ]);
    await world.drain();

    expect(world.store.allTurns(contact)).toEqual([]);
  });

  it('is a stranger when it writes again', async () => {
    const world = await richFamily();
    await write(world, 'borrar mis datos');
    await tap(world, CHOICE.eraseYes);

    await write(world, 'hola');

    const [turn, ...others] = world.store.allTurns(CONTACT);
    expect(others).toEqual([]);
    expect(turn?.conversation).toMatchObject({
      handoff: { status: 'none' },
      profile: { consent: { status: 'unasked' } },
    });
    expect(turn?.conversation.profile.children).toBeUndefined();
    expect(turn?.turn).toBeGreaterThan(7);
    expect(said(world).at(-1)).toContain('Homeroom');
  });

  it('is erased under every id that it has had', async () => {
    const world = await richFamily();
    const { number, contact } = world.message(2, 1, '');
    await world.queues.sendContactEvents([
      {
        kind: 'identity_changed',
        ...{ contact, number, previous: CONTACT, from: { userId: 'US.2' }, id: messageId('moved') },
        sentAt: world.clock.now(),
      },
    ]);
    await world.drain();
    const messages = ['borrar mis datos', '1'].map((text, index) => world.message(2, index + 5, text));
    for (const message of messages) {
      await world.queues.sendContactEvents([message]);
      await world.drain();
    }

    const kept = [...aboutFamily(world), ...keptIn(world.store).filter((item) => item.includes(contact))];
    expect(kept.filter((item) => WORDS.some((word) => item.includes(word)))).toEqual([]);
    expect(new Set(kept).size).toBe(2);
  });

  it('loses what is kept of it elsewhere too: addresses of answers, files of mails', async () => {
    const world = await richFamily();
    const forgotten: string[] = [];
    const ports = {
      ...world.portsWatchedBy({ before: async () => {}, after: async () => {} }),
      belongings: [{ forget: async (contact: string) => void forgotten.push(contact) }],
    };
    for (const text of ['borrar mis datos', '1']) {
      count += 1;
      await takeTurn(ports, CONTACT, [world.message(1, count, text)]);
    }

    expect(forgotten).toEqual([CONTACT]);
  });

  it('that has said STOP is erased all the same, and nothing is sent to it by itself afterwards', async () => {
    const world = await richFamily();
    await write(world, 'ALTO');
    await write(world, 'borrar mis datos');
    await tap(world, CHOICE.eraseYes);
    const sent = world.graph.accepted.length;

    world.forward(DAY_MS);
    await world.drain();

    expect(aboutFamily(world)).toHaveLength(1);
    expect(world.graph.accepted).toHaveLength(sent);
  });
});

describe('a family that a lead deletes at the desk', () => {
  it('is erased once the receipt is out', async () => {
    const world = await richFamily();

    await world.queues.sendContactEvents([staffEvent(world, { kind: 'erase' }, true)]);
    await world.drain();

    expect(aboutFamily(world)).toHaveLength(1);
    expect(said(world).at(-1)).toContain('Comprobante');
  });
});

describe('the receipt', () => {
  const leave = async (fault: World['graph']['faults'][number]) => {
    const world = await richFamily();
    await write(world, 'borrar mis datos');
    world.graph.faults.push(fault);
    await tap(world, CHOICE.eraseYes, false);
    await world.invokeTurn();
    return world;
  };

  it.each(['request_lost', 'answer_lost', 'slow_down', 'rejected'] as const)(
    'does not hold up the erasing for ever: %s',
    async (fault) => {
      const world = await leave(fault);

      await world.drain();

      expect(aboutFamily(world)).toHaveLength(1);
    },
  );

  it('that had to wait goes out with the answer to the next words, and those are a stranger’s', async () => {
    const world = await leave('slow_down');
    expect(aboutFamily(world).length).toBeGreaterThan(1);

    await write(world, 'hola');

    expect(said(world).at(-1)).toMatch(/Comprobante[\s\S]*Homeroom/);
    expect(world.store.allTurns(CONTACT)).toHaveLength(1);
    expect(world.store.allHandoffs()).toEqual([]);
  });
});

/** Dies at the `at`-th call of a port; from then on nothing has effect. */
const dyingAt = (at: number, when: 'before' | 'after'): Watch => {
  let calls = 0;
  let isDead = false;
  const die = () => {
    isDead = true;
    throw new CrashError(`died ${when} call ${at}`);
  };
  return {
    before: async () => {
      if (isDead) die();
      calls += 1;
      if (calls === at && when === 'before') die();
    },
    after: async () => {
      if (isDead || (calls >= at && when === 'after')) die();
    },
  };
};

describe('a worker that dies while somebody is erased', () => {
  const places = Array.from({ length: 9 }, (_, index) => index + 1).flatMap((at) =>
    (['before', 'after'] as const).map((when) => ({ at, when })),
  );

  it.each(places)('$when port call $at is followed by one that ends it', async ({ at, when }) => {
    const world = createWorld();
    await write(world, 'soy Guadalupe');
    await write(world, 'borrar mis datos');
    await tap(world, CHOICE.eraseYes, false);

    await world.invokeTurn(dyingAt(at, when));
    await world.drain();

    expect(aboutFamily(world)).toHaveLength(1);
    expect(said(world).filter((body) => body.includes('Comprobante')).length).toBeGreaterThan(0);
    expect(world.queues.inbound.dead).toEqual([]);
  });
});
