import { done, reply, start } from './acting.ts';
import { jsonOf, MIDDLE } from './desk-requests.ts';

describe('a conversation', () => {
  it('is claimed, answered, resolved, and each step is seen at once and recorded', async () => {
    const { desk, path, contact, id } = await start();
    expect(await done(desk, 'rivera', path, { kind: 'claim' })).toMatchObject({
      outcome: 'done',
      handoff: { status: 'claimed', owner: { id: 'rivera', name: 'Ms. rivera', title: 'front office' } },
    });
    const answered = await done(desk, 'rivera', path, reply());
    expect(answered).toMatchObject({ outcome: 'done', handoff: { firstReplyAt: desk.now() } });
    expect(desk.sent.at(-1)).toContain('We see you soon.');
    expect(await done(desk, 'rivera', path, { kind: 'resolve' })).toMatchObject({ handoff: { status: 'resolved' } });
    const { items } = await desk.record.read(10);
    expect(items.map(({ what }) => what)).toEqual(['resolve', 'reply', 'claim']);
    expect(items[0]).toMatchObject({ by: 'rivera', family: contact.slice(0, 4), handoff: id });
  });

  it('has one owner: the loser of a race is told, and sees who has it', async () => {
    const { desk, path } = await start();
    const results = await Promise.all(['rivera', 'lee'].map((person) => done(desk, person, path, { kind: 'claim' })));
    expect(results.map(({ outcome }) => outcome).sort()).toEqual(['done', 'refused']);
    const refused = results.find(({ outcome }) => outcome === 'refused');
    expect(refused).toMatchObject({ why: 'owned', handoff: { status: 'claimed' } });
    expect(refused?.handoff.owner?.id).toBe(results.find(({ outcome }) => outcome === 'done')?.handoff.owner?.id);
  });

  it('is taken over by a lead, not by another agent', async () => {
    const { desk, path } = await start();
    await done(desk, 'rivera', path, { kind: 'claim' });
    expect(await done(desk, 'lee', path, { kind: 'release' })).toMatchObject({ outcome: 'refused', why: 'not_owner' });
    expect(await done(desk, 'lee', path, reply())).toMatchObject({ outcome: 'refused', why: 'not_owner' });
    expect(await done(desk, 'lead', path, { kind: 'release' })).toMatchObject({
      outcome: 'done',
      handoff: { status: 'open' },
    });
  });

  it('is given to a colleague by their name as the table has it, whatever the page says', async () => {
    const { desk, path } = await start();
    expect(await done(desk, 'rivera', path, { kind: 'assign', to: 'lee' })).toMatchObject({
      outcome: 'done',
      handoff: { owner: { id: 'lee', name: 'Ms. lee' } },
    });
  });

  it.each(['moss', 'editor', 'gone', 'nobody'])('is not given to somebody who could not see it: %s', async (to) => {
    const { desk, path } = await start();
    const answer = await desk.act('rivera', path, { kind: 'assign', to });
    expect([answer.status, jsonOf(answer)]).toEqual([400, { error: expect.stringContaining('Choose somebody else') }]);
    expect(desk.store.allHandoffs()[0]?.status).toBe('open');
  });

  it('that has gone on under another handoff is gone, and nobody waits for it', async () => {
    const { desk, path } = await start();
    await done(desk, 'rivera', path, { kind: 'claim' });
    await done(desk, 'rivera', path, { kind: 'resolve' });
    desk.forward(60_000);
    await desk.wants('a');
    expect(desk.store.allHandoffs()).toHaveLength(2);
    expect(await done(desk, 'rivera', path, { kind: 'reopen' })).toMatchObject({ outcome: 'refused', why: 'gone' });
  });
});

describe('the same wish again', () => {
  it('is done once, and answered as the first time', async () => {
    const { desk, path, contact } = await start();
    await done(desk, 'rivera', path, { kind: 'claim' });
    const first = await done(desk, 'rivera', path, reply(), 'the-same-key');
    const sent = desk.sent.length;
    const second = await done(desk, 'rivera', path, reply(), 'the-same-key');
    expect(second).toEqual(first);
    expect(desk.sent).toHaveLength(sent);
    expect((await desk.record.read(10)).items.filter(({ what }) => what === 'reply')).toHaveLength(1);
    expect(
      desk.store
        .allTurns(contact)
        .flatMap(({ events }) => events)
        .filter(({ kind }) => kind === 'staff_acted'),
    ).toHaveLength(2);
  });

  it('twice at once, as by a double click, is done once', async () => {
    const { desk, path } = await start();
    await done(desk, 'rivera', path, { kind: 'claim' });
    const before = desk.sent.length;
    const results = await Promise.all([1, 2].map(() => done(desk, 'rivera', path, reply(), 'double-click')));
    expect(results.map(({ outcome }) => outcome)).toEqual(['done', 'done']);
    expect(desk.sent.length - before).toBe(1);
  });
});

describe('while something behind the desk is broken', () => {
  it('and the queue takes nothing: a clear word, and nothing was done', async () => {
    const { desk, path } = await start();
    desk.setQueueFails(true);
    const answer = await desk.act('rivera', path, { kind: 'claim' });
    expect([answer.status, jsonOf(answer)]).toEqual([503, { error: expect.stringContaining('Nothing was done') }]);
    expect((await desk.record.read(10)).items).toEqual([]);
  });

  it('and the turn is late: pending, recorded, and done when the turn comes', async () => {
    const { desk, path } = await start();
    desk.setTaking(false);
    expect(await done(desk, 'rivera', path, { kind: 'claim' }, 'a-late-key')).toMatchObject({
      outcome: 'pending',
      handoff: { status: 'open' },
    });
    await desk.takeTurns();
    expect(await done(desk, 'rivera', path, { kind: 'claim' }, 'a-late-key')).toMatchObject({ outcome: 'done' });
  });
});

describe('an action that is none', () => {
  it.each<[string, unknown]>([
    ['without a key', { action: { kind: 'claim' } }],
    ['with a key that is too short', { key: 'short', action: { kind: 'claim' } }],
    ['with a key of other signs', { key: 'staff.\n0000000', action: { kind: 'claim' } }],
    ['with a kind that nobody knows', { key: '00000000', action: { kind: 'delete' } }],
    ['with nothing', null],
    ['with a list', []],
  ])('%s is refused', async (_what, json) => {
    const { desk, path } = await start();
    expect((await desk.call('rivera', { method: 'POST', path: `${path}/actions`, json })).status).toBe(400);
  });

  it('cannot say that it comes from a lead, or from somebody else', async () => {
    const { desk, path } = await start();
    await done(desk, 'rivera', path, { kind: 'claim' });
    const json = {
      key: 'key-of-a-liar',
      isLead: true,
      by: { id: 'lead' },
      action: { kind: 'release', isLead: true, by: 'lead' },
    };
    const answer = await desk.call('lee', { method: 'POST', path: `${path}/actions`, json });
    expect(jsonOf(answer)).toMatchObject({ outcome: 'refused', why: 'not_owner' });
  });

  it('on a conversation of another number says nothing of it', async () => {
    const { desk, contact, id } = await start();
    const other = await desk.wants('b', MIDDLE);
    expect((await desk.act('rivera', `/v1/handoffs/${other.contact}/${id}`, { kind: 'claim' })).status).toBe(404);
    expect((await desk.act('moss', `/v1/handoffs/${contact}/${other.id}`, { kind: 'claim' })).status).toBe(404);
  });
});
