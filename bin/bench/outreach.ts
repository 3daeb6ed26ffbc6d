import { createDynamoOutreachStore } from '../../lambdas/adapters/dynamodb/outreach-store.ts';
import { createDynamoPlans } from '../../lambdas/adapters/dynamodb/plans.ts';
import { messageId, numberId } from '../../lambdas/core/ids.ts';
import { type ComingUp, NOTHING_COMING_UP } from '../../lambdas/core/opportunities/coming-up.ts';
import { EVENT_CHOICE } from '../../lambdas/core/opportunities/event-choices.ts';
import { type Opportunity, opportunityId } from '../../lambdas/core/opportunities/opportunity.ts';
import { demoWorld } from '../local/talk.ts';
import type { Figure, Measure } from './figure.ts';
import { NO_COST, withRequest } from './metered.ts';
import { NUMBER, wamid } from './payload.ts';
import { contactOfParent, startTable, turnsOver } from './store.ts';

/** Noon in the demo district, so that no night is in the way: 2026-11-23 12:00 in Chicago. */
const FROM = Date.UTC(2026, 10, 23, 18);
const DAY_MS = 86_400_000;
const STARTS_AT = FROM + 5 * DAY_MS;

const evening: Opportunity = {
  ...{ id: opportunityId('evening'), version: 1, form: 'event', category: 'family_night', status: 'published' },
  texts: { en: { title: 'Family reading night', about: 'Read, eat and take a book home.', by: 'person' } },
  timeZone: 'America/Chicago',
  occurrences: [{ key: '2026-11-28T12:00', startsAt: STARTS_AT, endsAt: STARTS_AT + DAY_MS / 12 }],
  ...{ schools: [], grades: [], languages: [], audience: 'families', interpreters: [], takesRsvp: true },
  checked: { by: 'Ms. Rivera', on: '2026-11-20' },
  source: { kind: 'desk' },
};
const REF = { opportunity: evening.id, occurrence: '2026-11-28T12:00' };

/** What a reminder asks of the table, from the moment that its family's turn begins. */
export const outreachFigures: Measure = async () => {
  let cost = NO_COST;
  const { client, table, store, stop } = await startTable({
    onRequest: (operation, units) => {
      cost = withRequest(cost, operation, units);
    },
  });
  const comingUp: ComingUp = { ...NOTHING_COMING_UP, opportunities: [evening] };
  const world = { ...demoWorld(FROM), comingUpOf: () => comingUp };
  const turns = turnsOver(store, FROM, world, createDynamoPlans({ client, table }, world.comingUpOf));
  const contact = contactOfParent(1);
  const number = numberId(NUMBER);
  await turns.turn(1, 'hello');
  const from = { userId: 'US.13491208655302000001', phone: '13125550199' };
  const content = { kind: 'choice', id: EVENT_CHOICE.remind(REF), title: 'Remind me' } as const;
  await turns.take(contact, [
    { kind: 'message_received', contact, number, from, id: messageId(wamid(900)), sentAt: FROM, content },
  ]);
  const outreach = createDynamoOutreachStore({ client, table });
  const [waiting] = await outreach.outreachDue(number, STARTS_AT, 1);
  const dueAt = waiting?.dueAt;
  if (dueAt === undefined) throw new Error('The family asked to be reminded, and nothing is planned.');
  turns.wait(dueAt - FROM);
  const sent = turns.sent();
  cost = NO_COST;
  await turns.take(contact, [
    { kind: 'outreach_due', contact, number, id: messageId(`outreach.${dueAt}`), sentAt: dueAt },
  ]);
  if (turns.sent() === sent) throw new Error('The reminder was not sent.');
  await stop();
  const method = `a reminder that fell due, taken over the real stores and dynalite: ${cost.reads} reads, ${cost.writes} writes; the index counted by DynamoDB's rules`;
  return [
    { name: 'a reminder, read capacity', value: cost.readUnits, unit: 'RCU', aim: 'reported', method },
    { name: 'a reminder, write capacity', value: cost.writeUnits, unit: 'WCU', aim: 'reported', method },
  ] satisfies readonly Figure[];
};
