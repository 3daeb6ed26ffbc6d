/**
 * One import of many people over a table that is there, in a process of its own so that its memory can be measured:
 * `node import-child.ts <endpoint> <table> <people> <dies after so many lists, or 0>`. Prints what came of it as JSON.
 */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { districtBase } from '../../lambdas/adapters/content/district-base.ts';
import { createCsv } from '../../lambdas/adapters/csv/csv.ts';
import { createDynamoDistrictStore } from '../../lambdas/adapters/dynamodb/district-store.ts';
import { applyImport } from '../../lambdas/app/district/import/apply.ts';
import type { PeopleList } from '../../lambdas/app/district/ports.ts';
import { demoDistrict } from '../local/demo-district.ts';
import { localAws } from '../local/sqs.ts';

/** As long as one call of the API may take. */
const CALL_MS = 15_000;

const [, , endpoint = '', table = '', count = '', diesAfter = '0'] = process.argv;
const district = demoDistrict(Date.now());
const schools = Object.keys(district.schools);

const row = (at: number): string =>
  [
    ...[`p-${at}`, `Ms. Person ${at}`, 'teacher', `Grade ${(at % 12) + 1} teacher`, schools[at % schools.length]],
    ...[(at % 12) + 1, `Room ${at % 400}`, 'Spanish;Somali', `person${at}@riverbend.example.org`, ''],
    ...['email', 'Mon-Fri 2:45 to 3:30 p.m.', 'yes'],
  ].join(',');
const NAMES = 'id,name,role,title,schools,grades,room,languages,email,phone,reached_by,hours,active';
const text = [NAMES, ...Array.from({ length: Number(count) }, (_, at) => row(at))].join('\n');

const store = createDynamoDistrictStore({ client: new DynamoDBClient(localAws(endpoint)), table });
let lists = 0;
const counted = {
  ...store,
  saveList: async (list: PeopleList) => {
    if (lists === Number(diesAfter) && lists > 0) process.exit(0);
    lists += 1;
    return await store.saveList(list);
  },
};

const began = performance.now();
let [calls, added, same, isDone] = [0, 0, 0, false];
while (!isDone) {
  const report = await applyImport(
    { csv: createCsv(), store: counted, base: districtBase(district), now: Date.now },
    { files: [{ name: 'people.csv', text }], removesMissing: false },
    { mayChange: () => true, mayAddSchools: false },
    Date.now() + CALL_MS,
  );
  calls += 1;
  added += report.people.added;
  ({ isDone } = report);
  ({ same } = report.people);
}
const ms = performance.now() - began;
// Kilobytes on Linux and, by Node's own conversion, everywhere else.
const peakMb = process.resourceUsage().maxRSS / 1024;
console.log(JSON.stringify({ ms, peakMb, calls, added, same, megabytes: text.length / 1e6 }));
