/** The whole product, started as `npm start` starts it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { resolve } from 'node:path';

const ROOT = resolve(__dirname, '../../..');

/** Starts the product on a free port and waits for the line that says where it is. */
export const startProduct = (stateFolder: string): Promise<{ child: ChildProcess; address: string }> =>
  new Promise((resolveStarted, reject) => {
    const child = spawn(process.execPath, ['bin/dev.ts'], {
      cwd: ROOT,
      env: { ...process.env, PORT: '0', HOMEROOM_STATE: stateFolder, NODE_ENV: 'production' },
    });
    let output = '';
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const address = /Homeroom is at (\S+)/.exec(output)?.[1];
      if (address) resolveStarted({ child, address });
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', () => reject(new Error(`the product did not start: ${output}`)));
  });

export const stopProduct = (child: ChildProcess): Promise<void> =>
  new Promise((resolveStopped) => {
    child.removeAllListeners('exit');
    child.once('exit', () => resolveStopped());
    child.kill('SIGTERM');
  });
