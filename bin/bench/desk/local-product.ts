import { setTimeout as wait } from 'node:timers/promises';
import { HandoffPage, type HandoffView } from '../../../lambdas/contract/desk-api.ts';
import type { WorldView } from '../../local/whatsapp/page-contract.ts';
import type { Phone } from '../../local/whatsapp/world.ts';

const answerOf = async (url: string, init?: RequestInit): Promise<unknown> => {
  const response = await fetch(url, init);
  if (!response.ok) throw new Error(`${new URL(url).pathname} was answered with ${response.status}.`);
  return response.json();
};

const post = (url: string, body: object) =>
  answerOf(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

/** The stand-in tells everything at once; asking more often would be part of the load. */
const LOOK_EVERY_MS = 500;

/** All phones with their chats. */
const allPhones = async (address: string): Promise<readonly Phone[]> =>
  ((await answerOf(`${address}/api/phones`)) as WorldView).phones;

/** The phones of a product on this machine, as its own page works them. */
export const phonesAt = (address: string) => ({
  /** A new parent's phone. */
  add: async (name: string, phone: string): Promise<Phone> =>
    (await post(`${address}/api/phones`, { name, phone })) as Phone,
  /** The parent writes to the first of the school's numbers. */
  write: ({ id }: Phone, text: string) => post(`${address}/api/phones/${id}/messages`, { kind: 'text', text }),
  all: () => allPhones(address),
  /** Looks again and again, until all is as wished or the time is over. */
  until: async (isSo: (phones: readonly Phone[]) => boolean, mostMs: number): Promise<void> => {
    const end = Date.now() + mostMs;
    while (Date.now() < end && !isSo(await allPhones(address))) await wait(LOOK_EVERY_MS);
  },
});

/** All who wait, page by page, in the order in which the desk is told of them. */
export const waitingAt = async (address: string, token: string): Promise<readonly HandoffView[]> => {
  const waiting: HandoffView[] = [];
  let cursor: string | undefined;
  do {
    const query = cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const headers = { authorization: `Bearer ${token}` };
    const page = HandoffPage.parse(await answerOf(`${address}/v1/handoffs?view=waiting${query}`, { headers }));
    waiting.push(...page.handoffs);
    cursor = page.cursor;
  } while (cursor !== undefined);
  return waiting;
};
