/** What a turn brings with it besides its replies: each effect by itself, twice, and late. */
import { createMemoryPlans } from '#adapters/memory/memory-plans.ts';
import { createMemoryQueues } from '#adapters/memory/memory-queues.ts';
import { MemoryStore } from '#adapters/memory/memory-store.ts';
import { decodeTrackEvent } from '#adapters/sqs/codec.ts';
import { runEffects } from '#app/effects.ts';
import type { LogFields, Turn } from '#app/ports.ts';
import type { Effect } from '#core/decision.ts';
import type { Handoff } from '#core/handoff.ts';
import { contactId, numberId, topicId } from '#core/ids.ts';
import { NOTHING_COMING_UP } from '#core/opportunities/coming-up.ts';
import { acquainted, acted, HANDOFF, handoffWith, media, message, RIVERA, text } from '../core/support/given.ts';
import { NOW } from '../core/support/small-world.ts';

const CONTACT = contactId('0'.repeat(32));
const NUMBER = numberId('100000000000001');
const WORDS = 'my son is afraid of a boy called Tim';

const turnWith = (effects: readonly Effect[], parts: Partial<Turn> = {}, handoff: Handoff = handoffWith()): Turn => ({
  contact: CONTACT,
  number: NUMBER,
  turn: 7,
  at: NOW,
  events: [message(text(WORDS))],
  outcomes: ['appended_to_handoff'],
  conversation: { ...acquainted('es'), handoff },
  replies: [],
  deliveries: [],
  effects,
  effectsDone: false,
  tookOver: [],
  readsLast: false,
  ...parts,
});

const setUp = () => {
  const store = new MemoryStore();
  const queues = createMemoryQueues({ now: () => NOW });
  const lines: { level: string; event: string; fields: LogFields | undefined }[] = [];
  const at = (level: string) => (event: string, fields?: LogFields) => void lines.push({ level, event, fields });
  const { plans } = createMemoryPlans(() => NOTHING_COMING_UP);
  const ports = { store, queues, plans, log: { info: at('info'), warn: at('warn'), alarm: at('alarm') } };
  return {
    ...{ store, lines },
    run: (turn: Turn) => runEffects(ports, turn),
    notices: () => queues.statuses.receive(100).map(({ body }) => decodeTrackEvent(body)),
  };
};

const DANGER = { kind: 'page_staff', handoff: HANDOFF, danger: 'violence' } as const;

describe('the queue of staff', () => {
  it('shows the handoff as the turn left it, with whose it is and in which language', async () => {
    const { run, store } = setUp();
    await run(turnWith([{ kind: 'save_handoff' }]));
    await run(turnWith([{ kind: 'save_handoff' }]));

    expect(store.allHandoffs()).toEqual([
      { ...handoffWith(), contact: CONTACT, number: NUMBER, turn: 7, changedAt: NOW, lang: 'es' },
    ]);
  });

  it('is not told anew by a turn whose effects are done', async () => {
    const { run, store } = setUp();
    await run(turnWith([{ kind: 'save_handoff' }], { effectsDone: true }));

    expect(store.allHandoffs()).toEqual([]);
  });

  it('keeps what a newer turn wrote, however late an old one comes again', async () => {
    const { run, store } = setUp();
    const newer = handoffWith({ status: 'claimed', owner: RIVERA, claimedAt: NOW });
    await run(turnWith([{ kind: 'save_handoff' }], { turn: 7 }));
    await run(turnWith([{ kind: 'save_handoff' }], { turn: 8, at: NOW + 1000 }, newer));
    await run(turnWith([{ kind: 'save_handoff' }], { turn: 7 }));

    expect(store.allHandoffs()).toMatchObject([{ status: 'claimed', owner: RIVERA, turn: 8, changedAt: NOW + 1000 }]);
  });

  it('has nothing of a conversation without a handoff', async () => {
    const { run, store } = setUp();
    await run(turnWith([{ kind: 'save_handoff' }], { conversation: acquainted() }));

    expect(store.allHandoffs()).toEqual([]);
  });

  it('loses what goes on under another id, and only that', async () => {
    const { run, store } = setUp();
    const old = contactId('1'.repeat(32));
    await run(turnWith([{ kind: 'save_handoff' }], { contact: old }));
    await run(turnWith([{ kind: 'save_handoff' }]));
    const drop: Effect = { kind: 'drop_handoff', contact: old, handoff: HANDOFF };
    await run(turnWith([drop]));
    await run(turnWith([drop]));

    expect(store.allHandoffs().map(({ contact }) => contact)).toEqual([CONTACT]);
  });
});

describe('what lasts of a person', () => {
  it('is what the newest turn wrote', async () => {
    const { run, store } = setUp();
    const effects: Effect[] = [{ kind: 'save_profile' }];
    await run(turnWith(effects, { turn: 8, conversation: acquainted('ru') }));
    await run(turnWith(effects, { turn: 7, conversation: acquainted('es') }));
    await run(turnWith(effects, { turn: 8, conversation: acquainted('ru') }));

    expect(await store.load(CONTACT, NOW)).toEqual({
      kind: 'profile',
      profile: acquainted('ru').profile,
      lastTurn: 8,
    });
  });
});

describe('a question that could not be answered', () => {
  const effects: Effect[] = [{ kind: 'save_question', candidates: [topicId('bus')] }];

  it('is kept once, with all its lines, the caption of a photo, and no action of staff', async () => {
    const { run, store } = setUp();
    const events = [message(text('one')), message(media('image', 'two')), acted(RIVERA, { kind: 'note', text: 'no' })];
    const turn = turnWith(effects, { events, outcomes: ['answered', 'answered', 'staff_done'] });
    await run(turn);
    await run(turn);

    expect(store.allQuestions()).toEqual([
      {
        contact: CONTACT,
        number: NUMBER,
        turn: 7,
        at: NOW,
        lang: 'es',
        text: 'one\ntwo',
        candidates: ['bus'],
      },
    ]);
  });
});

describe('notices to staff', () => {
  const opened: Effect = { kind: 'open_handoff', id: HANDOFF, reason: 'asked', isUrgent: false };

  it.each<[string, Effect, object, string, string]>([
    ['a new handoff', opened, { about: 'opened', step: 0 }, 'info', 'handoff_opened'],
    ['danger', { ...DANGER, step: 0 }, { about: 'danger', step: 0 }, 'alarm', 'staff_paged'],
    ['danger again', { ...DANGER, step: 3 }, { about: 'danger', step: 3 }, 'alarm', 'danger_unclaimed'],
    [
      'a late answer',
      { kind: 'report_late', handoff: HANDOFF, step: 2 },
      { about: 'late', step: 2 },
      'warn',
      'handoff_late',
    ],
  ])('tell of %s', async (_, effect, about, level, event) => {
    const { run, notices, lines } = setUp();
    await run(turnWith([effect]));

    expect(notices()).toEqual([
      { kind: 'staff_notice', contact: CONTACT, number: NUMBER, handoff: HANDOFF, lang: 'es', ...about },
    ]);
    expect(lines).toMatchObject([{ level, event, fields: { contact: CONTACT, turn: 7, handoff: HANDOFF } }]);
  });

  it('come once for danger, which opens a handoff and pages', async () => {
    const { run, notices, lines } = setUp();
    await run(
      turnWith([
        { ...opened, reason: 'danger', isUrgent: true, danger: 'violence' },
        { ...DANGER, step: 0 },
      ]),
    );

    expect(notices()).toMatchObject([{ about: 'danger' }]);
    expect(lines.map(({ event }) => event)).toEqual(['handoff_opened', 'staff_paged']);
  });

  it('and the log hold no word of the family', async () => {
    const { run, notices, lines } = setUp();
    const handoff = handoffWith({ preview: { text: WORDS, by: 'parent' } });
    await run(
      turnWith([opened, { ...DANGER, step: 0 }, { kind: 'report_late', handoff: HANDOFF, step: 1 }], {}, handoff),
    );

    const told = JSON.stringify([notices(), lines]);
    for (const word of ['Tim', 'afraid', '13125550199', 'US.1']) expect(told).not.toContain(word);
  });
});

describe('an effect that fails', () => {
  it('fails the turn, so that it is done again with all that follow it', async () => {
    const { store, run, notices } = setUp();
    const effects: Effect[] = [
      { kind: 'save_handoff' },
      { kind: 'open_handoff', id: HANDOFF, reason: 'asked', isUrgent: false },
    ];
    const save = store.saveHandoff.bind(store);
    let isAway = true;
    store.saveHandoff = async (handoff) => {
      if (isAway) throw new Error('the table is away');
      return save(handoff);
    };

    await expect(run(turnWith(effects))).rejects.toThrow('the table is away');
    expect(notices()).toEqual([]);
    isAway = false;
    await run(turnWith(effects));

    expect(store.allHandoffs()).toHaveLength(1);
    expect(notices()).toHaveLength(1);
  });
});
