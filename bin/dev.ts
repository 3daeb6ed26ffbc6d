/** `npm start`: the whole product on this machine, and a phone to talk to it with. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { ConfigError } from '../lambdas/config.ts';
import { ContentError, ROOT } from './content/compile-content.ts';
import { startHomeroom } from './local/homeroom.ts';
import { createMovableClock } from './local/whatsapp/movable-clock.ts';
import { createLocalServer } from './local/whatsapp/server.ts';
import { createWhatsApp } from './local/whatsapp/whatsapp.ts';

const STATE = process.env.HOMEROOM_STATE ?? join(ROOT, '.homeroom');
const PAGE = join(ROOT, 'build', 'desk');

const portFrom = (text: string): number => {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new ConfigError('PORT is wrong in the environment: it must be a whole number from 0 to 65535.');
};

const start = async () => {
  const port = portFrom(process.env.PORT ?? '4000');
  if (process.env.HOMEROOM_PAGE !== 'built' || !existsSync(PAGE)) {
    await build({ configFile: join(ROOT, 'vite.config.ts'), logLevel: 'warn' });
  }
  const clock = createMovableClock(join(STATE, 'clock'));
  const onError = (error: unknown) => console.error(error);

  // The functions need WhatsApp's address before they start, and WhatsApp needs the functions: the server
  // comes first and is given both when they are there.
  let whatsapp: ReturnType<typeof createWhatsApp> | undefined;
  const notYet = () => Promise.reject(new Error('Homeroom is still starting.'));
  const server = createLocalServer({
    pageDir: PAGE,
    whatsapp: {
      handleGraph: (req, res) => whatsapp?.handleGraph(req, res) ?? notYet(),
      handlePage: (req, res) => whatsapp?.handlePage(req, res) ?? notYet(),
    },
    extraRoutes: async (req, res, path) => {
      if (path !== '/webhook' || (req.method !== 'POST' && req.method !== 'GET')) return false;
      const chunks: Buffer[] = [];
      for await (const chunk of req) chunks.push(chunk as Buffer);
      const query = Object.fromEntries(new URL(req.url ?? '/', 'http://localhost').searchParams);
      const headers = Object.fromEntries(
        Object.entries(req.headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
      );
      const answer = await homeroom.webhook(req.method, Buffer.concat(chunks), headers, query);
      res.writeHead(answer.status, { 'content-type': 'text/plain' }).end(answer.body);
      return true;
    },
  });
  const address = await server.start(port);
  const homeroom = await startHomeroom({ stateFolder: STATE, clock, graphBaseUrl: address, onError });
  whatsapp = createWhatsApp({
    phoneNumbers: Object.entries(homeroom.district.numbers).map(([id, { schools }], index) => ({
      id,
      displayNumber: `1312555010${index}`,
      label: schools.map((school) => homeroom.district.schools[school]?.schoolName ?? school).join(', '),
    })),
    appSecret: homeroom.secrets.appSecrets[0] ?? '',
    accessToken: homeroom.secrets.accessToken,
    verifyToken: homeroom.secrets.verifyToken,
    deliverWebhook: async (body, headers) => (await homeroom.webhook('POST', body, headers)).status,
    stateFile: join(STATE, 'whatsapp.json'),
    clock,
    moveClock: (ms) => clock.move(ms),
  });
  whatsapp.start();

  const stop = async () => {
    whatsapp?.close();
    await server.stop();
    await homeroom.stop();
    process.exit(0);
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  console.log(`Homeroom is at ${address}`);
};

try {
  await start();
} catch (error) {
  const isOurs = error instanceof ConfigError || error instanceof ContentError;
  const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  if (isOurs) console.error(error.message);
  else if (isTaken) console.error('The port is taken; stop the other program, or choose one: PORT=4001 npm start');
  else console.error(error);
  process.exit(1);
}
