/** `npm start`: the whole product on this machine, with phones to talk to it and a desk to answer at. */
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { loadContent } from '../lambdas/adapters/content/compiled.ts';
import { ConfigError } from '../lambdas/config.ts';
import { ContentError, compileContent, ROOT } from './content/compile-content.ts';
import { approvedTemplates } from './local/approved-templates.ts';
import { demoDistrict } from './local/demo-district.ts';
import { demoStaff } from './local/demo-staff.ts';
import { handleFunctions } from './local/gateway.ts';
import { startHomeroom } from './local/homeroom.ts';
import { createIssuer } from './local/issuer/issuer.ts';
import { createMailbox } from './local/mailbox/mailbox.ts';
import { sendJson } from './local/whatsapp/http.ts';
import { createMovableClock } from './local/whatsapp/movable-clock.ts';
import { createLocalServer, type ExtraRoutes } from './local/whatsapp/server.ts';
import { createWhatsApp } from './local/whatsapp/whatsapp.ts';

const STATE = process.env.HOMEROOM_STATE ?? join(ROOT, '.homeroom');
/** Beside what this run keeps, so that two runs at once do not build into one folder. */
const PAGES = { phones: join(STATE, 'pages', 'phones'), desk: join(STATE, 'pages', 'desk') } as const;
const CLIENT_ID = 'homeroom-desk';

const portFrom = (text: string): number => {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new ConfigError('PORT is wrong in the environment: it must be a whole number from 0 to 65535.');
};

const buildPages = async () => {
  for (const [mode, outDir] of Object.entries(PAGES)) {
    await build({
      configFile: join(ROOT, 'vite.config.ts'),
      logLevel: 'warn',
      mode,
      build: { outDir: resolve(outDir) },
    });
  }
};

const start = async () => {
  const port = portFrom(process.env.PORT ?? '4000');
  await buildPages();
  const clock = createMovableClock(join(STATE, 'clock'));
  const onError = (error: unknown) => console.error(error);

  // The functions need addresses before they start, and what stands there needs the functions: the server comes
  // first and is given its routes as they come.
  let routes: readonly ExtraRoutes[] = [];
  let whatsapp: ReturnType<typeof createWhatsApp> | undefined;
  const notYet = () => Promise.reject(new Error('Homeroom is still starting.'));
  const server = createLocalServer({
    pages: [
      { path: '/desk/', folder: PAGES.desk },
      { path: '/', folder: PAGES.phones },
    ],
    whatsapp: {
      handleGraph: (req, res) => whatsapp?.handleGraph(req, res) ?? notYet(),
      handlePage: (req, res) => whatsapp?.handlePage(req, res) ?? notYet(),
    },
    extraRoutes: async (req, res, path) => {
      for (const route of routes) if (await route(req, res, path)) return true;
      return false;
    },
  });
  const address = await server.start(port);
  const deskUrl = `${address}/desk/`;
  const issuer = createIssuer({
    issuer: `${address}/login`,
    clientId: CLIENT_ID,
    redirectUris: [deskUrl],
    staff: demoStaff(Object.keys(demoDistrict(clock.now()).schools)),
    keysFile: join(STATE, 'login-keys.json'),
    onError,
  });
  let receiveMail: (raw: Uint8Array) => Promise<void> = notYet;
  const mailbox = createMailbox({ clock, deskUrl, receive: (raw) => receiveMail(raw) });
  const login = { issuer: `${address}/login`, clientId: CLIENT_ID, jwksUrl: issuer.jwksUrl };
  const tellConfig: ExtraRoutes = (_, res, path) => {
    if (path !== '/desk/config.json') return false;
    sendJson(res, 200, { authority: login.issuer, clientId: CLIENT_ID, api: '/v1' });
    return true;
  };
  routes = [(req, res) => issuer.handle(req, res), mailbox.handle, tellConfig];
  const homeroom = await startHomeroom({ stateFolder: STATE, clock, address, login, onError });
  receiveMail = homeroom.receiveMail;
  routes = [...routes, (req, res, path) => handleFunctions(homeroom, req, res, path)];
  whatsapp = createWhatsApp({
    phoneNumbers: Object.entries(homeroom.district.numbers).map(([id, { schools }], index) => ({
      id,
      displayNumber: `1312555010${index}`,
      label: schools.map((school) => homeroom.district.schools[school]?.schoolName ?? school).join(', '),
    })),
    appSecret: homeroom.secrets.appSecrets[0] ?? '',
    accessToken: homeroom.secrets.accessToken,
    verifyToken: homeroom.secrets.verifyToken,
    deliverWebhook: async (body, headers) =>
      (await homeroom.webhook({ method: 'POST', path: '/webhook', query: {}, headers, body })).status,
    stateFile: join(STATE, 'whatsapp.json'),
    templates: approvedTemplates(loadContent(compileContent()).content),
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
  console.log(`  phones and desk side by side: ${address}/both.html`);
  console.log(`  the desk alone: ${deskUrl}   mail to staff and schools: ${address}/mailbox`);
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
