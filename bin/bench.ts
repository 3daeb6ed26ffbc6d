/**
 * `npm run bench`: how fast, how small, how cheap and how right Homeroom is, each figure with its aim.
 * `--json` prints them for machines, `--quick` takes few samples (to see that it runs), `--only decide,start`
 * takes some groups.
 */
import { parseArgs } from 'node:util';
import { batchFigures } from './bench/batch.ts';
import { bundleFigures } from './bench/bundles.ts';
import { costFigures, monthFigures } from './bench/cost.ts';
import { decideFigures } from './bench/decide.ts';
import { deskCostFigures } from './bench/desk/cost.ts';
import { pagesFigures } from './bench/desk/pages.ts';
import { deskFigures } from './bench/desk/price.ts';
import { snowDayFigures } from './bench/desk/snow-day.ts';
import { fanOutFigures } from './bench/fan-out/fan-out.ts';
import { type Figure, isMet, type Measure } from './bench/figure.ts';
import { importFigures } from './bench/import.ts';
import { messagesFigures } from './bench/messages.ts';
import { outreachFigures } from './bench/outreach.ts';
import { jsonOf, tableOf } from './bench/report.ts';
import { startFigures } from './bench/start.ts';
import { turnFigures } from './bench/turn.ts';
import { webhookFigures } from './bench/webhook.ts';

// The pure ones first: what runs before them in this process would warm them up in another way.
const GROUPS: Readonly<Record<string, Measure>> = {
  decide: decideFigures,
  webhook: webhookFigures,
  messages: messagesFigures,
  turn: turnFigures,
  outreach: outreachFigures,
  bundles: bundleFigures,
  start: startFigures,
  batch: batchFigures,
  desk: deskFigures,
  pages: pagesFigures,
  snow: snowDayFigures,
  import: importFigures,
  'fan-out': fanOutFigures,
};
/** Costs, and the groups that they are derived from. */
const COSTS = [
  { needs: ['messages', 'turn'], figures: costFigures },
  { needs: ['messages', 'turn', 'outreach'], figures: monthFigures },
  { needs: ['desk'], figures: deskCostFigures },
] as const;

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
  },
});
const wanted = values.only?.split(',') ?? Object.keys(GROUPS);
const unknown = wanted.find((name) => !Object.hasOwn(GROUPS, name));
if (unknown !== undefined) {
  console.error(`There is no group ${unknown}; --only takes some of ${Object.keys(GROUPS).join(',')}.`);
  process.exit(2);
}

const figures: Figure[] = [];
for (const [name, measure] of Object.entries(GROUPS)) {
  if (!wanted.includes(name)) continue;
  if (!values.json) console.error(`measuring ${name} …`);
  figures.push(...(await measure({ isQuick: values.quick })));
}
for (const cost of COSTS) {
  if (cost.needs.every((name) => wanted.includes(name))) figures.push(...cost.figures(figures));
}

if (values.json) {
  console.log(jsonOf(figures));
} else {
  console.log(tableOf(figures));
  const missed = figures.filter((figure) => isMet(figure) === false).length;
  console.log(`\n${missed === 0 ? 'Every aim is met.' : `${missed} aims are missed.`}`);
  if (values.quick) console.log('Taken with --quick: too few samples to mean anything.');
}
