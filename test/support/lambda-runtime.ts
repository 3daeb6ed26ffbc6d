import { spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

/** AWS's Lambda runtime client for Node, as of 2026-11. */
const CLIENT = 'aws-lambda-ric@4.0.2';
const FOLDER = join(__dirname, '../../build/lambda-runtime');
const CLIENT_FILE = join(FOLDER, 'node_modules/aws-lambda-ric/index.mjs');

const install = (): boolean => {
  const options = ['--prefix', FOLDER, '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  mkdirSync(FOLDER, { recursive: true });
  return spawnSync('npm', ['install', ...options, CLIENT], { stdio: 'ignore', timeout: 120_000 }).status === 0;
};

/**
 * AWS's Lambda runtime client for Node, the very one that Lambda runs; undefined where it cannot be had.
 *
 * It is no dependency of the project: with its install scripts it wants a compiler and cmake, and a package
 * manager that does not know `allowScripts` would run them. Fetched here without them, once for each checkout.
 */
export const runtimeClient = (): string | undefined => (existsSync(CLIENT_FILE) || install() ? CLIENT_FILE : undefined);

const PRELOADED = new URL('./lambda-runtime-client.ts', import.meta.url).href;

/** What an invocation ended with: what the handler returned, or the error that it threw. */
export interface Ended {
  readonly response?: unknown;
  readonly error?: { readonly errorType: string; readonly errorMessage: string };
}

const readAll = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
};

/** The Runtime API of one function instance (AWS, "Using the Lambda runtime API"). */
const startRuntimeApi = async () => {
  const events: { readonly id: string; readonly body: string }[] = [];
  const results = new Map<string, (result: Ended) => void>();
  let waiting: ServerResponse | undefined;
  let tellInitError: (error: Ended['error']) => void = () => {};
  const initError = new Promise<Ended['error']>((resolve) => {
    tellInitError = resolve;
  });

  const handOver = () => {
    const event = waiting && events.shift();
    if (!event) return;
    waiting?.writeHead(200, {
      'content-type': 'application/json',
      'lambda-runtime-aws-request-id': event.id,
      'lambda-runtime-deadline-ms': String(Date.now() + 20_000),
      'lambda-runtime-invoked-function-arn': 'arn:aws:lambda:us-east-1:000000000000:function:homeroom',
    });
    waiting?.end(event.body);
    waiting = undefined;
  };

  const take = async (request: IncomingMessage, response: ServerResponse) => {
    const [, id = '', kind] = /\/runtime\/(?:invocation\/)?([^/]+)(?:\/(.+))?$/.exec(request.url ?? '') ?? [];
    if (id === 'next') {
      waiting = response;
      handOver();
      return;
    }
    const body = JSON.parse(await readAll(request));
    if (id === 'init') tellInitError(body);
    else results.get(id)?.(kind === 'error' ? { error: body } : { response: body });
    response.writeHead(202).end();
  };

  const server = createServer((request, response) => void take(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    initError,
    invoke: (event: unknown) =>
      new Promise<Ended>((resolve) => {
        const id = randomUUID();
        results.set(id, resolve);
        events.push({ id, body: JSON.stringify(event) });
        handOver();
      }),
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};

/**
 * Starts a function's folder as Lambda does: AWS's runtime client in a process of its own, in that folder, with
 * nothing in its environment but what Lambda and the stack put there.
 */
export const startLambda = async (folder: string, settings: Readonly<Record<string, string>>) => {
  const api = await startRuntimeApi();
  const child = spawn(process.execPath, [runtimeClient() ?? ''], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...settings,
      NODE_OPTIONS: `--enable-source-maps --import ${PRELOADED}`,
      AWS_LAMBDA_RUNTIME_API: api.address,
      _HANDLER: 'index.handler',
      LAMBDA_TASK_ROOT: folder,
      AWS_LAMBDA_FUNCTION_NAME: 'homeroom',
      AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '512',
      AWS_LAMBDA_LOG_GROUP_NAME: '/homeroom',
      AWS_LAMBDA_LOG_STREAM_NAME: 'test',
      AWS_LAMBDA_LOG_FORMAT: 'JSON',
    },
  });
  const written: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => written.push(String(chunk)));
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const orEnded = <Result>(result: Promise<Result>): Promise<Result> =>
    Promise.race([
      result,
      ended.then(() => {
        throw new Error(`the function ended: ${written.join('')}`);
      }),
    ]);
  return {
    invoke: (event: unknown) => orEnded(api.invoke(event)),
    initError: () => orEnded(api.initError),
    /** Everything that it wrote, as CloudWatch would have it. */
    output: () => written.join(''),
    stop: async () => {
      child.kill('SIGKILL');
      await ended;
      api.stop();
    },
  };
};
