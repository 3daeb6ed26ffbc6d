import type { Log, LogFields } from '#app/ports.ts';

/**
 * One JSON line for each event on standard output, where CloudWatch and its metric filters read it.
 * Written directly: the runtime's console would put a text prefix in front.
 */
export const createJsonLog = (
  write: (line: string) => void = (line) => void process.stdout.write(`${line}\n`),
): Log => {
  const at =
    (level: 'info' | 'warn' | 'alarm') =>
    (event: string, fields: LogFields = {}) =>
      write(JSON.stringify({ level, event, ...fields }));
  return { info: at('info'), warn: at('warn'), alarm: at('alarm') };
};
