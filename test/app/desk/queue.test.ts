import { Changes, type HandoffPage } from '#contract/desk-api.ts';
import { HIGH, jsonOf, MIDDLE } from './desk-requests.ts';
import { createDeskWorld, type DeskWorld } from './desk-world.ts';

const pages = async (desk: DeskWorld, person: string, view: string) => {
  const all: HandoffPage[] = [];
  let cursor: string | undefined;
  do {
    const page = await desk.queueOf(person, { view, ...(cursor === undefined ? {} : { cursor }) });
    all.push(page);
    ({ cursor } = page);
  } while (cursor !== undefined);
  return all;
};

const familiesOf = (list: readonly HandoffPage[]) =>
  list.flatMap(({ handoffs }) => handoffs.map(({ contact }) => contact.replace(/0+$/, '')));

/** Families who ask for a person, one a minute, in turn at both numbers. */
const waiting = async (count: number) => {
  const desk = createDeskWorld();
  const families = Array.from({ length: count }, (_, at) => `f${String(at).padStart(3, '0')}x`);
  for (const [at, family] of families.entries()) {
    await desk.wants(family, at % 2 === 0 ? HIGH : MIDDLE);
    desk.forward(60_000);
  }
  return { desk, families };
};

describe('the queue', () => {
  it('of two numbers is one list in one order, page by page, each once', async () => {
    const { desk, families } = await waiting(117);
    const list = await pages(desk, 'admin', 'waiting');
    expect(list.map(({ handoffs }) => handoffs.length)).toEqual([50, 50, 17]);
    expect(familiesOf(list)).toEqual(families);
  });

  it('shows urgent ones first', async () => {
    const { desk, families } = await waiting(3);
    await desk.writes('f002x', 'he has a gun');
    const [first, ...rest] = families.toReversed();
    expect(familiesOf(await pages(desk, 'admin', 'waiting'))).toEqual([first, ...rest.toReversed()]);
    const [page] = await pages(desk, 'admin', 'waiting');
    expect(page?.handoffs[0]).toMatchObject({ isUrgent: true, danger: 'violence' });
  });

  it('shows resolved ones apart, the newest first', async () => {
    const { desk, families } = await waiting(4);
    for (const handoff of desk.store.allHandoffs()) {
      const path = `/v1/handoffs/${handoff.contact}/${handoff.id}`;
      await desk.act('admin', path, { kind: 'claim' });
      await desk.act('admin', path, { kind: 'resolve' });
      desk.forward(60_000);
    }
    expect(familiesOf(await pages(desk, 'admin', 'waiting'))).toEqual([]);
    expect(familiesOf(await pages(desk, 'admin', 'resolved'))).toEqual(families.toReversed());
  });

  it('shows what the family wrote last, in its own words', async () => {
    const desk = createDeskWorld();
    await desk.wants('a');
    await desk.writes('a', 'palabras sin sentido <script>alert(1)</script>');
    const [handoff] = (await desk.queueOf('rivera')).handoffs;
    expect(handoff).toMatchObject({
      schools: ['high'],
      lang: 'es',
      preview: { text: 'palabras sin sentido <script>alert(1)</script>', by: 'parent' },
    });
  });
});

describe('a cursor', () => {
  it('of another school shows nothing of it', async () => {
    const { desk } = await waiting(104);
    const { cursor } = await desk.queueOf('moss');
    expect(cursor).toBeDefined();
    const page = await desk.queueOf('rivera', { cursor: cursor ?? '' });
    expect(page.handoffs).toEqual([]);
  });

  it('of the other list, or none of ours, is refused with a sentence', async () => {
    const { desk } = await waiting(104);
    const { cursor = '' } = await desk.queueOf('rivera');
    const hostile = [
      { view: 'resolved', cursor },
      { cursor: 'x' },
      { cursor: Buffer.from('["waiting","[[1]]"]').toString('base64url') },
      { cursor: Buffer.from('["waiting","{"]').toString('base64url') },
      { cursor: Buffer.from('["waiting","{\\"__proto__\\":1}"]').toString('base64url') },
      { cursor: 'a'.repeat(9000) },
    ];
    for (const query of hostile) {
      const answer = await desk.call('rivera', { path: '/v1/handoffs', query });
      expect([answer.status, jsonOf(answer)]).toEqual([400, { error: expect.any(String) }]);
    }
  });
});

describe('changes', () => {
  const changesOf = (desk: DeskWorld, person: string, since: number | string) =>
    desk.ask(person, Changes, { path: '/v1/changes', query: { since: String(since) } });

  it('since a time hold a colleague’s claim, and nothing that is long past', async () => {
    const desk = createDeskWorld();
    const old = await desk.wants('a');
    await desk.wants('b');
    desk.forward(10 * 60_000);
    const since = desk.now();
    await desk.act('rivera', old.path, { kind: 'claim' });
    const { handoffs, now } = await changesOf(desk, 'lee', since);
    expect(handoffs).toMatchObject([{ contact: old.contact, status: 'claimed', owner: { id: 'rivera' } }]);
    expect(now).toBe(desk.now());
  });

  it('are told again for a while, because they may be written late', async () => {
    const desk = createDeskWorld();
    await desk.wants('a');
    const { now } = await changesOf(desk, 'lee', 0);
    desk.forward(5000);
    expect((await changesOf(desk, 'lee', now + 5000)).handoffs).toHaveLength(1);
    desk.forward(60_000);
    expect((await changesOf(desk, 'lee', desk.now())).handoffs).toEqual([]);
  });

  it('since a time that is none are all', async () => {
    const desk = createDeskWorld();
    await desk.wants('a');
    for (const since of ['', 'x', '-1', '1e3', '9'.repeat(40)])
      expect((await changesOf(desk, 'lee', since)).handoffs).toHaveLength(1);
  });
});
