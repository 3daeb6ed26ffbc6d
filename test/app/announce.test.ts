/** A reply of staff outside the 24-hour window: held, announced by a template, and sent when the family writes. */
import { createMessenger } from '#adapters/whatsapp/messenger.ts';
import type { TrackEvent } from '#app/ports.ts';
import { parseTag } from '#app/tag.ts';
import { takeTurn } from '#app/take-turn.ts';
import type { MessageContent } from '#core/inbound.ts';
import { ANSWER_READY, CHOICE } from '#core/speak.ts';
import { accepted, answerJson, graphError, startStubGraph } from '../adapters/whatsapp/stub-graph.ts';
import { type ActionKind, actionAt, deliverAgain, PERSON_PLEASE } from '../support/staff-commands.ts';
import { createWorld, type SendFault } from '../support/world.ts';

const HOUR_MS = 3_600_000;

/** A family that asked for a person and was taken over, an hour count ago. */
const owned = async (hoursAgo: number, text = PERSON_PLEASE) => {
  const world = createWorld();
  let count = 0;
  const say = async (content: MessageContent) => {
    count += 1;
    await world.queues.sendContactEvents([{ ...world.message(1, count, ''), content }]);
    await world.drain();
  };
  const act = async (what: ActionKind) => {
    count += 1;
    const action = actionAt(world, { person: 1, by: 0, what }, count);
    await world.queues.sendContactEvents([action]);
    await world.drain();
    return action;
  };
  await say({ kind: 'text', text });
  await act('claim');
  world.graph.accepted.splice(0);
  world.graph.statuses.splice(0);
  world.forward(hoursAgo * HOUR_MS);
  const { contact } = world.message(1, 0, '');
  return {
    world,
    act,
    say,
    sent: () => world.graph.accepted.map(({ body }) => body),
    latest: () => world.store.allTurns(contact).at(-1),
    statuses: () =>
      world.store
        .allTurns(contact)
        .at(-1)
        ?.deliveries.map(({ status }) => status) ?? [],
  };
};

describe('an answer outside the window', () => {
  it('is held, and announced once', async () => {
    const { world, act, sent, statuses, latest } = await owned(25);

    await act('reply');

    expect(sent()).toEqual([]);
    expect(statuses()).toEqual(['held']);
    expect(world.graph.announced).toHaveLength(1);
    expect(parseTag(world.graph.announced[0] ?? '')).toEqual({
      contact: latest()?.contact,
      turn: latest()?.turn,
      index: 0,
      sender: 'notice',
    });
    expect(world.paged).toEqual([]);
  });

  it('delivered again, or looked at again, is not announced again', async () => {
    const { world, act } = await owned(25);
    const action = await act('reply');

    deliverAgain(world, action);
    await world.drain();
    await world.queues.sendTrackEvents([{ kind: 'look_again', contact: action.contact, turn: 3 }]);
    await world.drain();

    expect(world.graph.announced).toHaveLength(1);
  });

  it('and a second one with a note between them are announced together', async () => {
    const { world, act, sent, statuses } = await owned(25);

    await act('reply');
    await act('note');
    await act('reply');

    expect(world.graph.announced).toHaveLength(1);
    expect(statuses()).toEqual(['held', 'held']);
    expect(sent()).toEqual([]);
  });

  it.each<[string, MessageContent]>([
    ['a tap on "Read the answer"', { kind: 'choice', id: CHOICE.readAnswer, title: 'Read the answer' }],
    ['any message', { kind: 'text', text: 'hello?' }],
    ['a photo', { kind: 'media', media: 'image', mediaId: '1', mimeType: 'image/png' }],
  ])('goes out with %s, signed and in order', async (_, content) => {
    const { act, say, sent, statuses } = await owned(25);
    await act('reply');
    await act('reply');

    await say(content);

    expect(sent()).toEqual([expect.stringMatching(/^Answer <3>/), expect.stringMatching(/^Answer <4>/)]);
    expect(sent()[0]).toContain('— Ms. Rivera, front office');
    expect(statuses()).toEqual(['sent', 'sent']);
  });

  it('goes out after the conversation was resolved, too', async () => {
    const { act, say, sent } = await owned(25);
    await act('reply');
    await act('resolve');

    await say({ kind: 'choice', id: CHOICE.readAnswer, title: 'Read the answer' });

    expect(sent()).toEqual([expect.stringMatching(/^Answer <3>/)]);
  });

  it('goes out once, though the tap is delivered twice', async () => {
    const { world, act, sent } = await owned(25);
    await act('reply');
    const tap = { kind: 'choice', id: CHOICE.readAnswer, title: 'Read the answer' } as const;
    const message = { ...world.message(1, 90, ''), content: tap };
    deliverAgain(world, message);
    deliverAgain(world, message);
    await world.drain();

    expect(sent()).toHaveLength(1);
  });

  it('after the family has said STOP is dropped: nothing goes out, and none is written', async () => {
    const { act, say, sent, world } = await owned(25);
    await act('reply');
    await say({ kind: 'text', text: 'STOP' });

    expect(sent().join()).not.toContain('Answer');
    await act('reply');
    expect(world.store.allHandoffs()[0]?.actions.at(-1)?.refused).toBe('stopped');
    expect(sent().join()).not.toContain('Answer');
  });

  it('a new one after the family has read the first is announced anew', async () => {
    const { world, act, say } = await owned(25);
    await act('reply');
    await say({ kind: 'choice', id: CHOICE.readAnswer, title: 'Read the answer' });
    world.forward(25 * HOUR_MS);

    await act('reply');

    expect(world.graph.announced).toHaveLength(2);
  });

  it.each([
    [23.95, 'is sent as it is', 0, 1],
    [23.99, 'is announced, for the window ends too soon', 1, 0],
    [24.01, 'is announced', 1, 0],
  ])('%s hours after the family wrote it %s', async (hours, _, announced, sentNow) => {
    const { world, act, sent } = await owned(hours);

    await act('reply');

    expect(world.graph.announced).toHaveLength(announced);
    expect(sent()).toHaveLength(sentNow);
  });

  it('given in the last two minutes of the window and one after it are announced once', async () => {
    const { world, act } = await owned(23.99);
    await act('reply');
    world.forward(HOUR_MS);

    await act('reply');

    expect(world.graph.announced).toHaveLength(1);
  });

  it.each([
    ['my son needs help, I want to talk to a person', 'en_US'],
    ['quiero hablar con una persona', 'es'],
    ['Я хочу поговорить с человеком', 'ru'],
    ['quero falar com uma pessoa', 'pt_BR'],
  ])('of who wrote "%s" is announced in %s', async (text, language) => {
    const { act, latest } = await owned(25, text);
    await act('reply');

    expect(latest()?.replies[0]?.announcement).toEqual({
      template: ANSWER_READY,
      language,
      choice: CHOICE.readAnswer,
    });
  });
});

describe('a notice that meets trouble', () => {
  it('where WhatsApp says slow down is tried later, and then the answer is held', async () => {
    const { world, act, statuses } = await owned(25);
    world.graph.faults.push('slow_down');

    await act('reply');

    expect(world.graph.announced).toHaveLength(1);
    expect(statuses()).toEqual(['held']);
  });

  it('where it must wait, a colleague’s note meanwhile does not swallow it', async () => {
    const { world, act, statuses } = await owned(25);
    world.graph.faults.push('slow_down');
    await world.queues.sendContactEvents([actionAt(world, { person: 1, by: 0, what: 'reply' }, 80)]);
    await world.invokeTurn();
    expect(statuses()).toEqual(['waiting']);

    await act('note');

    expect(world.graph.announced).toHaveLength(1);
    expect(statuses()).toEqual(['held']);
  });

  it('where it must wait and the family writes meanwhile, the answer goes out itself', async () => {
    const { world, act, say, sent } = await owned(25);
    world.graph.faults.push('slow_down');
    await world.queues.sendContactEvents([actionAt(world, { person: 1, by: 0, what: 'reply' }, 80)]);
    await world.invokeTurn();

    await say({ kind: 'text', text: 'hello?' });

    expect(world.graph.announced).toEqual([]);
    expect(sent()).toEqual([expect.stringMatching(/^Answer <80>/)]);
    await act('note');
    expect(sent()).toHaveLength(1);
  });

  it.each<[SendFault, readonly string[]]>([
    ['rejected', ['announcement_failed']],
    ['request_lost', []],
    ['answer_lost', []],
  ])('%s: the answer is held for the next message', async (fault, paged) => {
    const { world, act, say, sent, statuses } = await owned(25);
    world.graph.faults.push(fault);

    await act('reply');

    expect(statuses()).toEqual(['held']);
    expect(world.paged).toEqual(paged);
    await say({ kind: 'text', text: 'hello?' });
    expect(sent()).toEqual([expect.stringMatching(/^Answer <3>/)]);
  });

  it.each(['sent', 'delivered', 'read', 'failed'] as const)(
    'reported as %s changes nothing of the answer',
    async (status) => {
      const { world, act, say, sent, latest } = await owned(25);
      await act('reply');
      const before = JSON.stringify(latest());
      const [reported] = world.graph.statuses.splice(0);
      if (!reported) throw new Error('WhatsApp reported nothing of the notice');

      const event: TrackEvent = { ...reported, status, codes: status === 'failed' ? [131047] : [] };
      await world.queues.sendTrackEvents([event, event]);
      await world.drain();

      expect(JSON.stringify(latest())).toBe(before);
      await say({ kind: 'text', text: 'hello?' });
      expect(sent()).toHaveLength(1);
    },
  );
});

describe('over the real messenger', () => {
  /** The answer of somebody whose family is away goes to a server that answers so. */
  const replyOver = async (status: number, body: unknown) => {
    const { world, latest } = await owned(25, 'quiero hablar con una persona');
    const stub = await startStubGraph((response) => answerJson(response, status, body));
    const messenger = createMessenger({
      baseUrl: stub.baseUrl,
      version: 'v26.0',
      timeoutMs: 2000,
      accessToken: async () => 'token',
      refreshAccessToken: async () => 'token',
      log: world.log,
    });
    const ports = { ...world.portsWatchedBy({ before: async () => {}, after: async () => {} }), messenger };
    const action = actionAt(world, { person: 1, by: 0, what: 'reply' }, 80);
    await takeTurn(ports, action.contact, [action]);
    await stub.close();
    return { request: stub.seen.at(-1)?.body, asked: stub.seen.length, deliveries: latest()?.deliveries, world };
  };

  it('the template is named in its language, its button carries our choice, and no word of the answer goes out', async () => {
    const { request, asked, deliveries } = await replyOver(200, accepted);

    expect(asked).toBe(1);
    expect(request).toEqual({
      messaging_product: 'whatsapp',
      recipient_type: 'individual',
      recipient: 'US.1',
      biz_opaque_callback_data: `h1.${'1'.padStart(32, '0')}.3.0.notice`,
      type: 'template',
      template: {
        name: 'answer_ready',
        language: { code: 'es' },
        components: [
          {
            type: 'button',
            sub_type: 'quick_reply',
            index: '0',
            parameters: [{ type: 'payload', payload: 'read_answer' }],
          },
        ],
      },
    });
    expect(deliveries).toMatchObject([{ status: 'held', attempt: 1 }]);
  });

  it.each([
    ['the template does not exist', 404, graphError(132001), 'held', true],
    ['the template is paused', 400, graphError(132015), 'held', true],
    ['the pair rate is hit', 400, graphError(131056), 'waiting', false],
  ])('where %s', async (_, status, body, delivery, isAlarmed) => {
    const { deliveries, world } = await replyOver(status, body);

    expect(deliveries).toMatchObject([{ status: delivery }]);
    expect(world.paged.includes('announcement_failed')).toBe(isAlarmed);
  });
});
