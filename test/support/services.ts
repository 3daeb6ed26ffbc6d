import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** Where the stand-ins of the services are, and how to stop them. */
export interface Services {
  readonly dynamo: string;
  readonly sqs: string;
  stop(): Promise<void>;
}

const PROCESS = fileURLToPath(new URL('./services-process.ts', import.meta.url));

/** Starts stand-ins for DynamoDB and SQS in a child process; they end with the test at the latest. */
export const startServices = async (): Promise<Services> => {
  const child = spawn(process.execPath, [PROCESS], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const [line] = await Promise.race([
    new Promise<string[]>((resolve) => createInterface(child.stdout).once('line', (text) => resolve([text]))),
    ended.then(() => []),
  ]);
  if (line === undefined) throw new Error('the stand-ins ended before they had started; see above');
  const { dynamo, sqs } = JSON.parse(line) as { dynamo: string; sqs: string };
  return {
    dynamo,
    sqs,
    stop: () => {
      child.stdin.end();
      return ended;
    },
  };
};

/** A client of a stand-in. The credentials are made up: nobody checks them. */
export const clientOf = (endpoint: string) => ({
  endpoint,
  region: 'us-east-1',
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
});
