/** What a turn leaves behind of plans, follows and answers, and what erasing takes out of it. */
import { createMemoryPlans } from '#adapters/memory/memory-plans.ts';
import { createMemoryQueues } from '#adapters/memory/memory-queues.ts';
import { forgetPlans } from '#app/erase/forget-plans.ts';
import { runOutreachEffect } from '#app/outreach/outreach-effects.ts';
import { reportRefusals } from '#app/outreach/template-states.ts';
import type { Turn } from '#app/ports.ts';
import { newConversation, type Profile } from '#core/conversation.ts';
import { schoolId } from '#core/directory.ts';
import { type ContactId, contactId } from '#core/ids.ts';
import { NOTHING_COMING_UP } from '#core/opportunities/coming-up.ts';
import type { Party } from '#core/opportunities/seats.ts';
import { type Consent, NO_OUTREACH, type Plan } from '#core/outreach/outreach.ts';
import { NOW, NUMBER, turnOf } from '../../support/stored.ts';
import { opportunityWith } from '../opportunities/support/opportunities.ts';

const CLUB = opportunityWith('club', NOW + 86_400_000, { capacity: 1 });
const REF = { opportunity: CLUB.id, occurrence: CLUB.occurrences[0]?.key ?? '' };
const ONE: Party = { adults: 1, children: 0 };
const consent: Consent = { at: NOW, words: 'remind', lang: 'es', turn: 1 };
const PLAN = { ...REF, startsAt: NOW, endsAt: NOW, remindAt: [], consent } as unknown as Plan;
const id = (nr: number): ContactId => contactId(String(nr).padStart(32, '0'));

const turnWith = (contact: ContactId, profile: Partial<Profile> = {}): Turn => {
  const conversation = newConversation({ userId: 'US.1' });
  return { ...turnOf(contact, 3), conversation: { ...conversation, profile: { ...conversation.profile, ...profile } } };
};

const setUp = () => {
  const kept = createMemoryPlans(() => ({ ...NOTHING_COMING_UP, opportunities: [CLUB] }));
  const queues = createMemoryQueues({ now: () => NOW });
  const { seats } = kept.plans;
  const take = (nr: number) =>
    seats.take(REF, { contact: id(nr), number: NUMBER, lang: 'es' }, { state: 'yes', party: ONE }, 1, NOW + nr);
  return {
    ...kept,
    ...{ queues, take },
    ports: { plans: kept.plans, queues },
    states: async () => (await kept.seatStore.seats(REF)).seats.map(({ contact, state }) => [Number(contact), state]),
    due: () => kept.outreach.outreachDue(NUMBER, NOW, 10),
  };
};

describe('what senders know of a family', () => {
  it('is what the turn left: when something is due, language, schools and grades, what it follows', async () => {
    const { ports, due } = setUp();
    const turn = turnWith(id(1), {
      language: { lang: 'so', source: 'chosen' },
      children: [
        { id: 'c1', name: 'A', school: schoolId('high'), grade: '9' },
        { id: 'c2', name: 'B', school: schoolId('high') },
      ],
      outreach: { ...NO_OUTREACH, follows: { tip: consent } },
    });
    await runOutreachEffect(ports, turn, { kind: 'save_outreach', dueAt: NOW });
    expect(await due()).toEqual([
      {
        ...{ contact: id(1), number: NUMBER, turn: 3, dueAt: NOW, lang: 'so' },
        ...{ schools: ['high'], grades: ['9'], follows: ['tip'] },
      },
    ]);
  });

  it('is nothing after STOP, whatever was planned', async () => {
    const { ports, due, outreach } = setUp();
    const profile = { outreach: { ...NO_OUTREACH, follows: { tip: consent } } };
    await runOutreachEffect(ports, turnWith(id(1), profile), { kind: 'save_outreach', dueAt: NOW });
    const stopped = turnWith(id(1), { ...profile, consent: { status: 'stopped', at: NOW } });
    await runOutreachEffect(ports, stopped, { kind: 'save_outreach', dueAt: NOW });
    expect(await due()).toEqual([]);
    expect((await outreach.followers(NUMBER, 10)).items).toEqual([]);
  });

  it('stands under the new id of somebody who has one, and so does the place on a list', async () => {
    const { ports, due, take, states } = setUp();
    await take(1);
    await runOutreachEffect(ports, turnWith(id(1)), { kind: 'save_outreach', dueAt: NOW });
    const moved = turnWith(id(2), { formerly: [id(1)], outreach: { ...NO_OUTREACH, plans: [PLAN] } });
    await runOutreachEffect(ports, moved, { kind: 'save_outreach', dueAt: NOW, formerly: id(1) });
    expect((await due()).map(({ contact }) => contact)).toEqual([id(2)]);
    expect(await states()).toEqual([[2, 'yes']]);
  });
});

describe('lists and answers', () => {
  it('a place that was given up goes to who waits; of what is cancelled nobody gets one', async () => {
    const { ports, take, plans, states } = setUp();
    await take(1);
    await take(2);
    await plans.seats.forget(REF, id(1));
    const nothing = { ...plans, comingUpOf: () => NOTHING_COMING_UP };
    await runOutreachEffect({ ...ports, plans: nothing }, turnWith(id(1)), { kind: 'fill_seats', ref: REF });
    expect(await states()).toEqual([[2, 'waiting']]);
    await runOutreachEffect(ports, turnWith(id(1)), { kind: 'fill_seats', ref: REF });
    expect(await states()).toEqual([[2, 'yes']]);
  });

  it('note who came, and why not', async () => {
    const { ports, take, seatStore } = setUp();
    await take(1);
    await runOutreachEffect(ports, turnWith(id(1)), { kind: 'note_seat', ref: REF, cameAt: NOW });
    await runOutreachEffect(ports, turnWith(id(1)), { kind: 'note_seat', ref: REF, outcome: 'went' });
    expect((await seatStore.seats(REF)).seats).toMatchObject([{ cameAt: NOW, outcome: 'went' }]);
  });

  it('count a family once under all its ids, and tell nobody who it is', async () => {
    const { ports, surveys } = setUp();
    const answer = (answers: readonly number[]) => ({
      kind: 'save_answers' as const,
      survey: 's',
      answers,
      lang: 'es' as const,
    });
    await runOutreachEffect(ports, turnWith(id(1)), answer([1]));
    await runOutreachEffect(ports, turnWith(id(2), { formerly: [id(1)] }), answer([1, 2]));
    await runOutreachEffect(ports, turnWith(id(3)), answer([0, 0]));
    expect((await surveys.answers('s')).map(({ answers }) => answers)).toEqual(
      expect.arrayContaining([
        [1, 2],
        [0, 0],
      ]),
    );
    expect(await surveys.answers('s')).toHaveLength(2);
  });
});

describe('erasing a family', () => {
  it('takes it off its lists and out of what senders know, under all its ids, and its place goes on', async () => {
    const { ports, take, states, due } = setUp();
    await take(1);
    await take(2);
    const turn = turnWith(id(3), { formerly: [id(1)], outreach: { ...NO_OUTREACH, plans: [PLAN] } });
    await runOutreachEffect(ports, turn, { kind: 'save_outreach', dueAt: NOW });
    await forgetPlans(ports, turn, [id(1), id(3)]);
    await forgetPlans(ports, turn, [id(1), id(3)]);
    expect(await states()).toEqual([[2, 'yes']]);
    expect(await due()).toEqual([]);
  });
});

describe('a template that WhatsApp refuses', () => {
  it('is reported once it is known no other way, and not for codes that say nothing of templates', async () => {
    const { queues } = setUp();
    const states = { 'reminder:so': { status: 'missing' as const, at: NOW } };
    const report = reportRefusals({ queues, known: () => states });
    await report('reminder', 'so', 132001);
    await report('reminder', 'so', 131026);
    expect(queues.statuses.size).toBe(0);
    await report('reminder', 'es', 132015);
    expect(queues.statuses.receive(10).map(({ body }) => JSON.parse(body) as unknown)).toEqual([
      { kind: 'template_changed', name: 'reminder', language: 'es', status: 'paused' },
    ]);
  });
});
