import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { contactOf } from '../../../lambdas/adapters/whatsapp/contact.ts';
import type { HandoffView } from '../../../lambdas/contract/desk-api.ts';
import { numberId } from '../../../lambdas/core/ids.ts';
import { signingKeys } from '../../local/issuer/signing-keys.ts';
import { localSecrets } from '../../local/secrets.ts';
import type { Phone } from '../../local/whatsapp/world.ts';
import type { Figure, Measure } from '../figure.ts';
import { NUMBER } from '../payload.ts';
import { personWishes } from '../questions.ts';
import { samplesOf } from '../samples.ts';
import { idToken } from '../token.ts';
import { phonesAt, waitingAt } from './local-product.ts';
import { withProduct } from './product.ts';

/** Families who write, in how long, and how long it is waited for a second acknowledgement, if there were one. */
const RUSH = { families: 300, overMs: 10_000, quietMs: 4000 };
const QUICK_RUSH = { families: 14, overMs: 500, quietMs: 500 };
/** One in so many may be in danger. */
const DANGER_EVERY = 30;
const DANGER = 'my son says he wants to kill himself';
/** Whoever has heard nothing by then counts as not acknowledged. */
const MOST_MS = 60_000;

type Rush = typeof RUSH;

const fromSchool = ({ messages }: Phone) => messages.filter(({ from }) => from === 'school');
const isAnswered = (phone: Phone) => fromSchool(phone).length > 0;
const writtenAt = ({ messages }: Phone) => messages.find(({ from }) => from === 'parent')?.at ?? Number.NaN;

/** All families write, evenly over the time. @returns their phones as they are in the end */
const haveSnow = async (address: string, { families, overMs, quietMs }: Rush): Promise<readonly Phone[]> => {
  const phones = phonesAt(address);
  const wishes = personWishes();
  const all: Phone[] = [];
  for (let index = 0; index < families; index += 1) {
    all.push(await phones.add(`Family ${index}`, `1708555${String(index).padStart(4, '0')}`));
  }
  const ids = new Set(all.map(({ id }) => id));
  const ours = (phone: Phone) => ids.has(phone.id);
  await Promise.all(
    all.map(async (phone, index) => {
      await wait((index * overMs) / families);
      const isInDanger = index % DANGER_EVERY === DANGER_EVERY - 1;
      await phones.write(phone, isInDanger ? DANGER : (wishes[index % wishes.length]?.text ?? ''));
    }),
  );
  await phones.until((now) => now.filter(ours).every(isAnswered), MOST_MS);
  await wait(quietMs);
  return (await phones.all()).filter(ours);
};

/** Neighbours in the queue of whom the later one should stand first: urgent before the others, then by waiting. */
const outOfOrder = (queue: readonly HandoffView[]): number => {
  const rankOf = ({ isUrgent, waitingSince }: HandoffView) => (isUrgent ? 0 : 1e15) + (waitingSince ?? Infinity);
  return queue.slice(1).filter((later, index) => {
    const earlier = queue[index];
    return earlier !== undefined && rankOf(earlier) > rankOf(later);
  }).length;
};

const figuresOf = (phones: readonly Phone[], queue: readonly HandoffView[], lost: number, rush: Rush): Figure[] => {
  const waits = phones.filter(isAnswered).map((phone) => (fromSchool(phone)[0]?.at ?? Number.NaN) - writtenAt(phone));
  const { median, spread } = samplesOf(waits.map((ms) => ms / 1000));
  const lastAt = Math.max(...phones.map((phone) => fromSchool(phone)[0]?.at ?? Infinity));
  const method =
    `the product as \`npm start\` runs it in a process of its own; ${rush.families} simulated phones ask for a person ` +
    `(one in ${DANGER_EVERY} tells of danger) within ${rush.overMs / 1000} s, in all languages`;
  const timing = `${method}; everything in one process, and its stand-in for SQS writes each step to the disk: deployed, functions run side by side`;
  const count = (name: string, value: number): Figure => ({
    ...{ name: `snow day, ${name}`, value, unit: 'families', method },
    aim: { atMost: 0 },
  });
  return [
    count('handoffs lost', lost),
    count('out of order in the queue', outOfOrder(queue)),
    count('not acknowledged exactly once', phones.filter((phone) => fromSchool(phone).length !== 1).length),
    {
      name: 'snow day, acknowledged after',
      value: median,
      unit: 's',
      aim: 'reported',
      method: `${timing}; from a family's message to WhatsApp's taking of the answer, median of all`,
      spread,
    },
    {
      name: 'snow day, last acknowledged after the first message',
      value: (lastAt - Math.min(...phones.map(writtenAt))) / 1000,
      unit: 's',
      aim: 'reported',
      method: timing,
    },
  ];
};

/** A snow day: very many families want a person at once. */
export const snowDayFigures: Measure = ({ isQuick }) => {
  const rush = isQuick ? QUICK_RUSH : RUSH;
  return withProduct({
    work: async (address, stateFolder) => {
      const phones = await haveSnow(address, rush);
      // The product's own keys, which it has put there.
      const keys = signingKeys(join(stateFolder, 'login-keys.json'));
      const { identityKey } = localSecrets(join(stateFolder, 'secrets.json'));
      const queue = await waitingAt(address, idToken(keys, `${address}/login`, 'demo-secretary'));
      const contacts = phones.map(({ userId }) => contactOf(identityKey, numberId(NUMBER), { userId }));
      const lost = contacts.filter((id) => queue.filter(({ contact }) => contact === id).length !== 1).length;
      return figuresOf(phones, queue, lost, rush);
    },
  });
};
