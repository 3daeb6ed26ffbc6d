import { jsonOf } from './desk-requests.ts';
import { createDeskWorld } from './desk-world.ts';

const start = async () => {
  const desk = createDeskWorld();
  const family = await desk.wants('a');
  return { desk, ...family, ask: (person: string) => desk.call(person, { path: `${family.path}/phone` }) };
};

describe('the phone number of a family', () => {
  it('is told to whoever may see the conversation, and the look is recorded', async () => {
    const { desk, contact, id, ask } = await start();
    const answer = await ask('rivera');

    expect([answer.status, jsonOf(answer)]).toEqual([200, { phone: '+13125550199' }]);
    expect((await desk.record.read(1)).items).toMatchObject([
      { what: 'phone_seen', by: 'rivera', family: contact.slice(0, 4), handoff: id },
    ]);
  });

  it('is not told to another school, nor to an editor', async () => {
    const { ask } = await start();

    expect((await ask('moss')).status).toBe(404);
    expect((await ask('editor')).status).toBe(403);
  });

  it('stands in no list and in no conversation', async () => {
    const { desk, path } = await start();
    for (const shown of ['/v1/handoffs', '/v1/changes', path]) {
      const answer = await desk.call('rivera', { path: shown });
      expect(answer.status).toBe(200);
      expect(answer.body).not.toContain('3125550199');
    }
  });
});
