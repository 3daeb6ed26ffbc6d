import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../../content/compile-content.ts';

/** The name of its table, and the folder that the table is kept in (`bin/local/homeroom.ts`). */
export const PRODUCT_TABLE = { name: 'homeroom', folder: 'dynamodb' } as const;

/** Starts the product as `npm start` does, in a process of its own and on a free port. @throws where it does not start */
export const startProduct = (stateFolder: string): Promise<{ child: ChildProcess; address: string }> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['bin/dev.ts'], {
      cwd: ROOT,
      env: { ...process.env, PORT: '0', HOMEROOM_STATE: stateFolder, NODE_ENV: 'production' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const address = /Homeroom is at (\S+)/.exec(output)?.[1];
      if (address) resolve({ child, address });
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', () => reject(new Error(`The product did not start:\n${output}`)));
  });

export const stopProduct = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    child.removeAllListeners('exit');
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });

export interface ProductRun<Result> {
  /** Is given the folder that the product will keep everything in, before it starts. */
  readonly prepare?: (stateFolder: string) => Promise<void>;
  readonly work: (address: string, stateFolder: string) => Promise<Result>;
}

/**
 * Runs the whole product as `npm start` does, in a process of its own and on a free port, and ends it after the work.
 */
export const withProduct = async <Result>({ prepare, work }: ProductRun<Result>): Promise<Result> => {
  const stateFolder = mkdtempSync(join(tmpdir(), 'homeroom-bench-state-'));
  try {
    await prepare?.(stateFolder);
    const { child, address } = await startProduct(stateFolder);
    try {
      return await work(address, stateFolder);
    } finally {
      if (child.exitCode === null) await stopProduct(child);
    }
  } finally {
    rmSync(stateFolder, { recursive: true, force: true });
  }
};
