/** Notices to staff: who is told, in which words, and what happens where a channel fails. */
import fc from 'fast-check';
import { type LadderStep, type NoticePorts, NoticeRefusedError, notifyStaff } from '#app/notify.ts';
import type { LogFields, StaffNotice } from '#app/ports.ts';
import { contactId, handoffId, numberId } from '#core/ids.ts';
import { SEED } from '../support/arbitrary.ts';

const NUMBER = numberId('100000000000001');
const NOTICE: StaffNotice = {
  kind: 'staff_notice',
  contact: contactId('c0ffee'),
  number: NUMBER,
  handoff: handoffId(3, 1_795_000_000_000),
  about: 'opened',
  step: 0,
  lang: 'es',
};
const OFFICE: LadderStep = { name: 'Front office', emails: ['office@example.org', 'second@example.org'] };
const LEAD: LadderStep = { name: 'Liaisons', emails: ['lead@example.org'], webhook: 'leads' };
const TEAMS: LadderStep = { name: 'Principal', emails: [], webhook: 'principal' };

interface Setting {
  readonly ladder?: readonly LadderStep[];
  readonly schools?: readonly string[];
  /** Addresses and webhooks that refuse. */
  readonly refused?: readonly string[];
  readonly hasEmail?: boolean;
}

const world = ({ ladder = [OFFICE, LEAD, TEAMS], schools = [], refused = [], hasEmail = true }: Setting = {}) => {
  const mails: { to: string; subject: string; text: string; html: string }[] = [];
  const posts: { url: string; title: string; text: string; link: string; isUrgent: boolean }[] = [];
  const lines: { level: string; event: string; fields: LogFields }[] = [];
  const refuse = (name: string) => {
    if (refused.includes(name)) throw new NoticeRefusedError('no', 503);
  };
  const at =
    (level: string) =>
    (event: string, fields: LogFields = {}) =>
      void lines.push({ level, event, fields });
  const ports: NoticePorts = {
    ...(hasEmail
      ? {
          email: {
            send: async (mail) => {
              refuse(mail.to);
              mails.push(mail);
            },
          },
        }
      : {}),
    webhooks: {
      post: async (url, notice) => {
        refuse(url);
        posts.push({ url, ...notice });
      },
    },
    webhookUrl: async (name) => (name === 'principal' ? undefined : `https://hooks.example/${name}`),
    ladderOf: (number) => (number === NUMBER ? ladder : []),
    schoolsOf: () => schools,
    deskUrl: 'https://desk.example/',
    log: { info: at('info'), warn: at('warn'), alarm: at('alarm') },
  };
  return { ports, mails, posts, lines, alarms: () => lines.filter(({ level }) => level === 'alarm') };
};

describe('who is told', () => {
  test('is everybody at the step, by a mail each', async () => {
    const { ports, mails, posts } = world();
    await notifyStaff(ports, NOTICE);

    expect(mails.map(({ to }) => to)).toEqual(['office@example.org', 'second@example.org']);
    expect(posts).toEqual([]);
  });

  test('is the next step by mail and webhook', async () => {
    const { ports, mails, posts, lines } = world();
    await notifyStaff(ports, { ...NOTICE, about: 'late', step: 1 });

    expect(mails.map(({ to }) => to)).toEqual(['lead@example.org']);
    expect(posts.map(({ url }) => url)).toEqual(['https://hooks.example/leads']);
    expect(lines).toEqual([
      { level: 'info', event: 'staff_told', fields: expect.objectContaining({ kind: 'late', count: 2 }) },
    ]);
  });

  test('is the last step where the ladder has ended', async () => {
    const { ports, mails } = world({ ladder: [OFFICE, LEAD] });
    await notifyStaff(ports, { ...NOTICE, about: 'late', step: 7 });

    expect(mails.map(({ to }) => to)).toEqual(['lead@example.org']);
  });
});

describe('the words', () => {
  test('name language, school and the way to the desk', async () => {
    const { ports, mails } = world({
      schools: ['Riverbend High School'],
      ladder: [{ ...OFFICE, emails: ['a@b.org'] }],
    });
    await notifyStaff(ports, NOTICE);

    expect(mails[0]?.subject).toBe('A family wants to hear from a person (Spanish, Riverbend High School)');
    expect(mails[0]?.text).toContain(`https://desk.example/#/handoffs/c0ffee/${NOTICE.handoff}`);
    expect(mails[0]?.text).toContain('on the list "Front office"');
    expect(mails[0]?.html).toContain(`<a href="https://desk.example/#/handoffs/c0ffee/${NOTICE.handoff}">`);
  });

  test('say of danger that it is urgent, and later that nobody has taken it', async () => {
    const { ports, posts } = world();
    const danger = { ...NOTICE, about: 'danger', lang: 'prs' } as const;
    await notifyStaff({ ...ports, ladderOf: () => [LEAD] }, danger);
    await notifyStaff({ ...ports, ladderOf: () => [LEAD] }, { ...danger, step: 2 });

    expect(posts[0]).toMatchObject({ title: 'URGENT: somebody may be in danger (Dari)', isUrgent: true });
    expect(posts[0]?.text).not.toContain('Nobody');
    expect(posts[1]?.text).toContain('Nobody has taken it yet.');
  });

  test('name each school that the number may mean', async () => {
    const { ports, mails } = world({ schools: ['Cottonwood', 'Mill Creek'] });
    await notifyStaff(ports, { ...NOTICE, about: 'late' });

    expect(mails[0]?.subject).toBe('A family still waits for an answer (Spanish, Cottonwood or Mill Creek)');
  });

  test('are text in the HTML, whatever stands in them', async () => {
    const text = fc.string({ unit: 'binary' });
    await fc.assert(
      fc.asyncProperty(text, text, async (school, name) => {
        const { ports, mails } = world({ schools: [`<img src=x>${school}`], ladder: [{ ...OFFICE, name }] });
        await notifyStaff(ports, NOTICE);
        const tags = [...(mails[0]?.html ?? '').matchAll(/<\/?([a-z!]+)/gi)].map(([, tag]) => tag);

        expect(new Set(tags)).toEqual(
          new Set(['!doctype', 'html', 'head', 'meta', 'title', 'body', 'h', 'p', 'a', 'small']),
        );
      }),
      { seed: SEED, numRuns: 50 },
    );
  });
});

describe('a channel that fails', () => {
  test('is an alarm without address or words, and the others are told once', async () => {
    const { ports, mails, alarms } = world({ refused: ['office@example.org'] });
    await notifyStaff(ports, NOTICE);

    expect(mails.map(({ to }) => to)).toEqual(['second@example.org']);
    expect(alarms()).toEqual([
      {
        level: 'alarm',
        event: 'notice_failed',
        fields: {
          ...{ contact: 'c0ffee', number: NUMBER, handoff: NOTICE.handoff, kind: 'email' },
          ...{ error: 'NoticeRefusedError', code: 503 },
        },
      },
    ]);
  });

  test('brings the notice again where there was no other', async () => {
    const { ports, alarms } = world({ refused: ['lead@example.org', 'https://hooks.example/leads'] });

    await expect(notifyStaff(ports, { ...NOTICE, step: 1 })).rejects.toThrow('it will come again');
    expect(alarms().map(({ fields }) => fields.kind)).toEqual(['email', 'webhook']);
  });

  test('is also a webhook that the secrets do not hold', async () => {
    const { ports, alarms } = world();

    await expect(notifyStaff(ports, { ...NOTICE, step: 2 })).rejects.toThrow('it will come again');
    expect(alarms()).toHaveLength(1);
  });
});

describe('where nobody can be told', () => {
  test.each([
    ['there is no sender for mails and no webhook', { hasEmail: false, ladder: [OFFICE] }],
    ['the step names nobody', { ladder: [{ name: 'Nobody', emails: [] }] }],
    ['the district does not know the number', { ladder: [] }],
  ])('since %s, it is an alarm and the notice does not come again', async (_why, setting: Setting) => {
    const { ports, alarms } = world(setting);
    await notifyStaff(ports, NOTICE);

    expect(alarms().map(({ event, fields }) => [event, fields.outcome])).toEqual([['notice_failed', 'nobody_named']]);
  });
});
