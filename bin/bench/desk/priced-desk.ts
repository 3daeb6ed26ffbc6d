import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { createDeskApi } from '../../../lambdas/adapters/api/desk-api.ts';
import { createCalendars } from '../../../lambdas/adapters/calendar-feed/calendars.ts';
import { districtWorld } from '../../../lambdas/adapters/content/district.ts';
import { loadSavedReplies } from '../../../lambdas/adapters/content/saved-replies.ts';
import { loadSpokenContent } from '../../../lambdas/adapters/content/spoken-content.ts';
import { createCsv } from '../../../lambdas/adapters/csv/csv.ts';
import { createDynamoHandoffStore } from '../../../lambdas/adapters/dynamodb/desk-handoff-store.ts';
import { createDynamoDistrictStore } from '../../../lambdas/adapters/dynamodb/district-store.ts';
import { createDynamoOutreachSettings } from '../../../lambdas/adapters/dynamodb/outreach-settings.ts';
import { createDynamoOutreachStore } from '../../../lambdas/adapters/dynamodb/outreach-store.ts';
import { createDynamoSeatStore } from '../../../lambdas/adapters/dynamodb/seat-store.ts';
import { createDynamoStaffRecord } from '../../../lambdas/adapters/dynamodb/staff-record.ts';
import { createDynamoStaffStore } from '../../../lambdas/adapters/dynamodb/staff-store.ts';
import { createDynamoSurveyStore } from '../../../lambdas/adapters/dynamodb/survey-store.ts';
import { createThreadsSeen } from '../../../lambdas/app/desk/threads-seen.ts';
import { sweep } from '../../../lambdas/app/sweep.ts';
import { staffId } from '../../../lambdas/core/ids.ts';
import type { ContactEvent } from '../../../lambdas/core/inbound.ts';
import { compileContent } from '../../content/compile-content.ts';
import { demoDistrict } from '../../local/demo-district.ts';
import { demoStaff } from '../../local/demo-staff.ts';
import { NO_COST, type StoreCost, withRequest } from '../metered.ts';
import { startTable, turnsOver } from '../store.ts';

const silent = { info: () => {}, warn: () => {}, alarm: () => {} };

/** A request to the API, made by whoever is named: who may log in is not what is measured. */
const requestBy = (person: string, path: string, json?: object): APIGatewayProxyEventV2 => {
  const [rawPath = '', rawQueryString = ''] = path.split('?');
  const http = { method: json ? 'POST' : 'GET', path: rawPath };
  return {
    ...{ version: '2.0', routeKey: '$default', rawPath, rawQueryString, isBase64Encoded: false },
    requestContext: { http } as APIGatewayProxyEventV2['requestContext'],
    headers: { authorization: `Bearer ${person}`, ...(json ? { 'content-type': 'application/json' } : {}) },
    queryStringParameters: Object.fromEntries(new URLSearchParams(rawQueryString)),
    ...(json ? { body: JSON.stringify(json) } : {}),
  };
};

/** What a piece of work asks of the table, and by which operations. */
export type Price = StoreCost & { readonly operations: readonly string[] };

/**
 * The API behind the desk and the turns of families over one embedded table whose every request is counted. What
 * staff do is taken by a turn as soon as the API first waits for it.
 */
export const startPricedDesk = async () => {
  let cost = NO_COST;
  let operations: string[] = [];
  const { client, table, store, stop } = await startTable({
    onRequest: (operation, units) => {
      cost = withRequest(cost, operation, units);
      operations.push(operation);
    },
  });
  const turns = turnsOver(store);
  const { clock } = turns;
  const district = districtWorld(demoDistrict(clock.now()));
  const { schools } = district.known();
  const content = compileContent();
  const staff = createDynamoStaffStore({ client, table });
  for (const person of demoStaff(schools.map(({ id }) => id))) await staff.savePerson(person);

  const waiting: ContactEvent[] = [];
  const queues = {
    sendContactEvents: async (events: readonly ContactEvent[]) => {
      waiting.push(...events);
    },
    // Nothing that is priced here puts anything on the standard queue.
    sendTrackEvents: async () => {},
  };
  const handoffs = createDynamoHandoffStore({ client, table });
  const outreach = createDynamoOutreachStore({ client, table });
  const surveys = createDynamoSurveyStore({ client, table });
  const record = createDynamoStaffRecord({ client, table, clock });
  const api = createDeskApi(
    {
      ...{ clock, log: silent, handoffs, staff, record, queues, outreach, surveys },
      seats: createDynamoSeatStore({ client, table }),
      outreachSettings: createDynamoOutreachSettings({ client, table }),
      calendars: createCalendars(),
      media: { fetch: async () => 'gone' },
      content: loadSpokenContent(content),
      // The look at what has changed of the district, each ten seconds, is left out of these prices.
      district: { ...district, schools, refresh: async () => {}, store: createDynamoDistrictStore({ client, table }) },
      csv: createCsv(),
      savedReplies: loadSavedReplies(content),
      idleMinutes: 60,
      wait: async () => {
        for (const event of waiting.splice(0)) await turns.take(event.contact, [event]);
      },
      seen: createThreadsSeen({ record, clock }),
    },
    { verify: async (token) => staffId(token) },
  );

  /** What a piece of work asks of the table. */
  const priceOf = async (work: () => Promise<unknown>): Promise<Price> => {
    cost = NO_COST;
    operations = [];
    await work();
    return { ...cost, operations };
  };
  const call = async (person: string, path: string, json?: object): Promise<unknown> => {
    const { statusCode, body } = await api(requestBy(person, path, json));
    if (statusCode !== 200) throw new Error(`The desk answered ${path} with ${statusCode}: ${body}`);
    return JSON.parse(body ?? '');
  };
  return {
    turns,
    priceOf,
    /** Asks the API; what is given as `json` is posted. @throws where it answers with an error */
    call,
    /** One look for families who wait too long. */
    sweep: () =>
      sweep(
        { ...{ store: handoffs, requests: store, queues, clock, log: silent, outreach, surveys }, surveysOf: () => [] },
        district.numbers,
      ),
    stop,
  };
};
