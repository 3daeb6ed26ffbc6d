import { keptIn } from '../../support/kept.ts';
import { done, reply, start } from './acting.ts';

const erase = { kind: 'erase' } as const;

describe('deleting a family', () => {
  it('is for leads and admins', async () => {
    const { desk, path, contact } = await start();

    expect((await desk.act('rivera', path, erase)).status).toBe(403);
    expect(desk.store.allTurns(contact).length).toBeGreaterThan(0);
  });

  it('removes everything at once, tells the family, and is recorded without leading back to it', async () => {
    const { desk, path, contact, id } = await start();
    await done(desk, 'rivera', path, { kind: 'claim' });
    await done(desk, 'rivera', path, reply());

    const result = await done(desk, 'lead', path, erase);

    expect(result).toMatchObject({ outcome: 'done', handoff: { status: 'resolved' } });
    expect(result.handoff.preview).toBeUndefined();
    expect(desk.sent.at(-1)).toContain('erased');
    expect(keptIn(desk.store).filter((item) => item.includes(contact))).toHaveLength(1);
    const { items } = await desk.record.read(1);
    expect(items).toMatchObject([{ what: 'family_erased', by: 'lead', family: contact.slice(0, 4), handoff: id }]);
    expect(JSON.stringify(items)).not.toContain(contact);
  });

  it('leaves nothing that could be acted on: the same again, or anything else, finds no conversation', async () => {
    const { desk, path } = await start();
    await done(desk, 'lead', path, erase);

    expect((await desk.act('lead', path, erase)).status).toBe(404);
    expect((await desk.act('rivera', path, { kind: 'claim' })).status).toBe(404);
    expect((await desk.call('rivera', { path })).status).toBe(404);
  });
});
