import { spawn } from 'node:child_process';
import { seconds } from './samples.ts';

/**
 * Runs Node once with these arguments and waits for its end.
 * @throws where it fails, with what it wrote
 */
export const runNode = async (
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<{ ms: number; output: string }> => {
  let output = '';
  const ms = 1000 * (await seconds(() => run(args, environment, (text) => (output += text))));
  return { ms, output };
};

/** What `invoke.cjs` writes last. */
export interface Invoked<Result> {
  readonly ms: number;
  readonly peakMb: number;
  readonly result: Result;
}

/** What came of a run of `invoke.cjs`; before it stands the function's log. */
export const invokedOf = <Result>(output: string): Invoked<Result> =>
  JSON.parse(output.trimEnd().split('\n').at(-1) ?? '') as Invoked<Result>;

const run = (args: readonly string[], env: NodeJS.ProcessEnv, onOutput: (text: string) => void) =>
  new Promise<void>((resolve, reject) => {
    const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let errors = '';
    child.stdout.on('data', (data: Buffer) => onOutput(data.toString()));
    child.stderr.on('data', (data: Buffer) => {
      errors += data.toString();
    });
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0
        ? resolve()
        : reject(new Error(`A child of the benchmark ended with ${code}:\n${errors.slice(-2000)}`)),
    );
  });
