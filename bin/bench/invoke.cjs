/**
 * Runs in a process of its own: `node invoke.cjs <bundle> <event file>` loads a deployed bundle, hands it the event,
 * and writes how long the handler took and how much memory the process needed at most. Plain CommonJS, so that
 * loading it costs nothing that Lambda would not pay.
 */
const { readFileSync } = require('node:fs');

const [bundle, eventFile] = process.argv.slice(2);
const { handler } = require(bundle);
const event = JSON.parse(readFileSync(eventFile, 'utf8'));
// The functions write their log to the same place; the figures are the last line.
const started = performance.now();
handler(event).then((result) => {
  const ms = performance.now() - started;
  const peakMb = process.resourceUsage().maxRSS / 1024;
  process.stdout.write(`\n${JSON.stringify({ ms, peakMb, result })}\n`, () => process.exit(0));
});
