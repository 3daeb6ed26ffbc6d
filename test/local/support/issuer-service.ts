import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const PROCESS = fileURLToPath(new URL('./issuer-process.ts', import.meta.url));

/** Where the login under test is. */
export interface IssuerService {
  readonly address: string;
  readonly issuer: string;
  readonly jwksUrl: string;
  /** @returns everything that it has printed besides its addresses */
  stop(): Promise<string>;
}

/** Starts the login in a child process, with its state in the folder. */
export const startIssuer = async (folder: string): Promise<IssuerService> => {
  const child = spawn(process.execPath, [PROCESS, folder], { stdio: ['pipe', 'pipe', 'pipe'] });
  const lines: string[] = [];
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  createInterface(child.stderr).on('line', (line) => lines.push(line));
  const out = createInterface(child.stdout);
  const first = await Promise.race([
    new Promise<string>((resolve) => out.once('line', resolve)),
    ended.then(() => undefined),
  ]);
  if (first === undefined) throw new Error(`the login ended before it had started: ${lines.join('\n')}`);
  out.on('line', (line) => lines.push(line));
  return {
    ...(JSON.parse(first) as Pick<IssuerService, 'address' | 'issuer' | 'jwksUrl'>),
    stop: async () => {
      child.stdin.end();
      await ended;
      return lines.join('\n');
    },
  };
};
