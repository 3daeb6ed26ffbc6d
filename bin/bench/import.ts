import { join } from 'node:path';
import { runNode } from './child.ts';
import type { Measure } from './figure.ts';
import { samplesOf } from './samples.ts';
import { startTable } from './store.ts';

const CHILD = join(import.meta.dirname, 'import-child.ts');
const PEOPLE = 20_000;
const PEOPLE_QUICK = 2000;
/** After so many lists the process of the other run dies. */
const DIES_AFTER = 3;

interface Imported {
  readonly ms: number;
  readonly peakMb: number;
  readonly calls: number;
  readonly added: number;
  readonly same: number;
  readonly megabytes: number;
}

/** One import into a table of its own; before it, where asked, one whose process dies in the middle. */
const importOnce = async (people: number, isInterrupted: boolean): Promise<Imported> => {
  const { table, endpoint, stop } = await startTable({ name: 'homeroom-import' });
  const run = async (diesAfter: number) =>
    (await runNode([CHILD, endpoint, table, String(people), String(diesAfter)], process.env)).output;
  if (isInterrupted) await run(DIES_AFTER);
  const imported = JSON.parse(await run(0)) as Imported;
  await stop();
  return imported;
};

/** How long an import of a large district takes, what memory, and whether one that broke off goes on. */
export const importFigures: Measure = async ({ isQuick }) => {
  const people = isQuick ? PEOPLE_QUICK : PEOPLE;
  const rounds = isQuick ? 1 : 3;
  const imports: Imported[] = [];
  for (let round = 0; round < rounds; round += 1) imports.push(await importOnce(people, false));
  const resumed = await importOnce(people, true);
  const took = samplesOf(imports.map(({ ms }) => ms / 1000));
  const peak = samplesOf(imports.map(({ peakMb }) => peakMb));
  const size = imports[0]?.megabytes.toFixed(1);
  const method =
    `${people.toLocaleString('en')} people from people.csv of ${size} MB in a fresh process, the real client over ` +
    `dynalite in another one, in calls of 15 s as the API makes them; median of ${rounds}`;
  const lost = people - resumed.added - resumed.same;
  return [
    {
      name: 'import of 20,000 people',
      value: took.median,
      unit: 's',
      aim: { atMost: 60 },
      method,
      spread: took.spread,
    },
    {
      name: 'import of 20,000 people, peak memory',
      value: peak.median,
      unit: 'MB',
      aim: { atMost: 512 },
      method,
      spread: peak.spread,
    },
    {
      name: 'import that broke off, people missing after the next',
      value: lost,
      unit: 'people',
      aim: { atMost: 0 },
      method: `the same, its process ended after ${DIES_AFTER} lists, the same file imported again; ${resumed.same} people were there already`,
    },
  ];
};
