/** A request goes out once, twice where nobody knows, and never a third time. */
import { sendRequest } from '#app/mail/send-request.ts';
import type { RequestMail, StoredRequest } from '#app/ports.ts';
import { anybody, type MailWorld, startMailWorld } from '../../support/mail-world.ts';
import { requestOf } from '../../support/requests.ts';

// Starting stand-ins takes longer than jest's five seconds when the machine is busy.
jest.setTimeout(60_000);

const MINUTE = 60_000;
let world: MailWorld;
beforeAll(async () => {
  world = await startMailWorld();
});
afterAll(() => world.stop());
beforeEach(() => {
  world.takeEvents();
  world.takeLines();
  world.mailed.splice(0);
  world.whenMailed();
});

const mailOf = ({ contact, number, id }: StoredRequest): RequestMail => ({
  kind: 'request_mail',
  ...{ contact, number, request: id },
});
const saved = async (parts: Partial<StoredRequest> = {}) => {
  const request = requestOf(anybody(), parts);
  await world.save(request);
  return request;
};
/** What the queue does with it: again two minutes later, five times at most. */
const deliver = async (request: StoredRequest, ports = world.sending): Promise<number> => {
  for (let tries = 1; tries <= 5; tries += 1) {
    try {
      await sendRequest(ports, mailOf(request));
      return tries;
    } catch {
      world.forward(2 * MINUTE);
    }
  }
  throw new Error('it is in the dead-letter queue');
};
const changes = () => world.takeEvents().map((event) => ('change' in event ? event.change : event.kind));
const alarms = () => world.takeLines().flatMap(({ level, event }) => (level === 'alarm' ? [event] : []));

describe('a request', () => {
  it('goes to its addressee from its school, with an address for answers and bounces that names nobody', async () => {
    const request = await saved();
    expect(await deliver(request)).toBe(1);

    const [mail, ...others] = world.mailed;
    expect(others).toEqual([]);
    const address = world.addressOf(request.contact, request.id);
    const [token = ''] = address.replace('reply+', '').split('@');
    expect(mail).toMatchObject({
      FromEmailAddress: '"Homeroom for Riverbend High School" <homeroom@mail.riverbend.example.org>',
      Destination: { ToAddresses: ['alvarez@high.riverbend.example.org'] },
      ReplyToAddresses: [address],
      FeedbackForwardingEmailAddress: address,
    });
    expect(mail?.Content.Simple.Headers).toEqual([
      { Name: 'X-Homeroom-Request', Value: token },
      { Name: 'References', Value: `<${token}.request@mail.riverbend.example.org>` },
    ]);
    expect(mail?.Content.Simple.Body.Text.Data).toContain('Juan (grade 3) will be absent on Tuesday, November 24.');
    expect(JSON.stringify(mail)).not.toContain(request.contact);
    expect(world.takeEvents()).toEqual([
      {
        kind: 'request_changed',
        contact: request.contact,
        number: request.number,
        request: request.id,
        id: `mail.${request.id}.sent`,
        sentAt: expect.any(Number),
        change: 'sent',
      },
    ]);
  });

  it('that was told twice goes once, and is told as sent each time', async () => {
    const request = await saved();
    await deliver(request);
    await deliver(request);

    expect(world.mailed).toHaveLength(1);
    expect(new Set(world.takeEvents().map((event) => ('id' in event ? event.id : '')))).toEqual(
      new Set([`mail.${request.id}.sent`]),
    );
  });

  it.each(['sent', 'answered', 'bounced'] as const)('that is %s already does nothing', async (state) => {
    await deliver(await saved({ state }));
    expect([world.mailed, changes()]).toEqual([[], []]);
  });

  it('that is gone does nothing', async () => {
    await sendRequest(world.sending, mailOf(requestOf(anybody())));
    expect([world.mailed, changes()]).toEqual([[], []]);
  });

  it('whose family is erased just before it goes does not go, and leaves no address behind', async () => {
    const request = await saved();
    const { store, addresses, tokenOf } = world.sending;
    const token = await tokenOf(request.contact, request.id);
    let isErased = false;
    const erasedBetween = {
      ...world.sending,
      addresses: {
        ...addresses,
        beginSending: async (...given: Parameters<typeof addresses.beginSending>) => {
          isErased = true;
          return addresses.beginSending(...given);
        },
      },
      store: {
        ...store,
        request: async (...given: Parameters<typeof store.request>) => (isErased ? undefined : store.request(...given)),
      },
    };
    await sendRequest(erasedBetween, mailOf(request));

    expect([world.mailed, changes()]).toEqual([[], []]);
    // Whoever sends next finds nothing that was begun.
    const address = { contact: request.contact, number: request.number, request: request.id, lang: 'es' } as const;
    expect(await addresses.beginSending(token, address, 0)).toBe('go');
  });

  it('whose school has letters of its own in its name keeps them', async () => {
    await deliver(await saved(), { ...world.sending, schoolName: () => 'Escuela "Peña"\r\nBcc: x@evil.example' });
    const from = world.mailed[0]?.FromEmailAddress ?? '';
    const [, coded = ''] = /^=\?UTF-8\?B\?(.+)\?= <homeroom@mail\.riverbend\.example\.org>$/.exec(from) ?? [];
    expect(Buffer.from(coded, 'base64').toString('utf8')).toBe('Homeroom for Escuela  Peña Bcc: x@evil.example');
  });
});

describe('a request that cannot go', () => {
  it('for want of a domain is refused', async () => {
    const { mailer: _, ...without } = world.sending;
    await deliver(await saved(), without);
    expect([world.mailed, changes()]).toEqual([[], ['refused']]);
  });

  it('for want of an address is refused', async () => {
    await deliver(await saved({ to: { name: 'Riverbend High School', role: 'office' } }));
    expect([world.mailed, changes()]).toEqual([[], ['refused']]);
  });

  it.each([
    ['MessageRejected', 400],
    ['MailFromDomainNotVerifiedException', 400],
    ['AccountSuspendedException', 400],
    ['AccessDeniedException', 403],
  ])('because SES says %s is refused at once, and an operator hears of it', async (error, status) => {
    world.whenMailed({ status, error });
    expect(await deliver(await saved())).toBe(1);
    expect([changes(), alarms()]).toEqual([['refused'], ['request_mail_refused']]);
  });

  it('because SES is busy comes again, as often as it takes, and goes once', async () => {
    const busy = { status: 429, error: 'TooManyRequestsException' };
    world.whenMailed(busy, busy, busy);
    expect(await deliver(await saved())).toBe(4);
    expect([world.mailed.length, changes()]).toEqual([1, ['sent']]);
  });
});

describe("SES's answer is lost", () => {
  it('once: the mail goes a second time, in the same thread, and is told as sent', async () => {
    world.whenMailed({ status: 0 });
    expect(await deliver(await saved())).toBe(2);

    expect(world.mailed).toHaveLength(2);
    const references = world.mailed.map(({ Content }) => Content.Simple.Headers[1]?.Value);
    expect(references[0]).toBe(references[1]);
    expect(changes()).toEqual(['sent']);
  });

  it('twice: it is not sent a third time, a person is told, and an operator', async () => {
    world.whenMailed({ status: 0 }, { status: 0 });
    await deliver(await saved());
    expect([world.mailed.length, changes(), alarms()]).toEqual([2, ['refused'], ['request_mail_doubtful']]);
  });

  it('with an error of the server it counts as unknown too', async () => {
    world.whenMailed({ status: 500 }, { status: 503 });
    await deliver(await saved());
    expect([changes(), alarms()]).toEqual([['refused'], ['request_mail_doubtful']]);
  });
});

describe('a worker that dies', () => {
  class Died extends Error {}
  const dies = () => Promise.reject(new Died());

  it("between SES's answer and writing it down: the mail goes twice at most, and is recorded", async () => {
    const request = await saved();
    const { addresses } = world.sending;
    const dying = { ...world.sending, addresses: { ...addresses, markSent: dies } };
    await expect(sendRequest(dying, mailOf(request))).rejects.toThrow(Died);
    expect(world.mailed).toHaveLength(1);

    world.forward(2 * MINUTE);
    await deliver(request);
    await deliver(request);

    expect([world.mailed.length, changes()]).toEqual([2, ['sent', 'sent']]);
  });

  it('there again and again: it is never sent a third time', async () => {
    const request = await saved();
    const { addresses } = world.sending;
    const dying = { ...world.sending, addresses: { ...addresses, markSent: dies } };
    await deliver(request, dying);
    expect([world.mailed.length, changes()]).toEqual([2, ['refused']]);
  });

  it('between writing it down and telling it: the mail goes once, and is told', async () => {
    const request = await saved();
    const dying = { ...world.sending, queues: { sendContactEvents: dies } };
    await expect(sendRequest(dying, mailOf(request))).rejects.toThrow(Died);
    await deliver(request);

    expect([world.mailed.length, changes()]).toEqual([1, ['sent']]);
  });

  it('while another is at it: only one of them sends', async () => {
    const request = await saved();
    const results = await Promise.allSettled([1, 2, 3].map(() => sendRequest(world.sending, mailOf(request))));
    expect(results.some(({ status }) => status === 'fulfilled')).toBe(true);
    expect(world.mailed).toHaveLength(1);
  });
});
