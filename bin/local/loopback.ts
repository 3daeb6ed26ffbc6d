import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { LocalService } from './dynamodb.ts';

/** A small HTTP service of this machine, on a free port of its own address. */
export const startOnLoopback = async (answer: RequestListener): Promise<LocalService> => {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
};
