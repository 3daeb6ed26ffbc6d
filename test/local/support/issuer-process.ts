/**
 * The local login in a process of its own, for tests: its library is an ES module, which jest's CommonJS cannot load.
 * Takes the folder of its state as its argument. Prints one line of JSON with its addresses, and ends when its
 * standard input does.
 */
import { join } from 'node:path';
import { demoStaff } from '../../../bin/local/demo-staff.ts';
import { createIssuer } from '../../../bin/local/issuer/issuer.ts';
import { createLocalServer } from '../../../bin/local/whatsapp/server.ts';

const folder = process.argv[2] ?? '.';
const noWhatsApp = () => Promise.reject(new Error('there is no WhatsApp in this test'));
let issuer: ReturnType<typeof createIssuer> | undefined;
const server = createLocalServer({
  pages: [{ path: '/', folder }],
  whatsapp: { handleGraph: noWhatsApp, handlePage: noWhatsApp },
  extraRoutes: async (req, res) => (await issuer?.handle(req, res)) ?? false,
});
const address = await server.start(0);
const issuerUrl = `${address}/login`;
issuer = createIssuer({
  issuer: issuerUrl,
  clientId: 'homeroom-desk',
  redirectUris: [`${address}/desk/`],
  staff: demoStaff(['riverbend-high']),
  keysFile: join(folder, 'login-keys.json'),
  onError: (error) => process.stderr.write(`${error}\n`),
});
process.stdout.write(`${JSON.stringify({ address, issuer: issuerUrl, jwksUrl: issuer.jwksUrl })}\n`);
process.stdin.resume().once('end', () => process.exit());
