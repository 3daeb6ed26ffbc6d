/**
 * `npm run replay -- payload.json…`: what verify, parse, decide and render make of a webhook payload, as one
 * JSON line for each file. Nothing is sent and nothing is kept.
 */
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fit as fitReplies } from '../lambdas/adapters/whatsapp/fit.ts';
import { parseWebhook } from '../lambdas/adapters/whatsapp/parse-webhook.ts';
import { render } from '../lambdas/adapters/whatsapp/render.ts';
import { verifySignature } from '../lambdas/adapters/whatsapp/verify.ts';
import { formatTag } from '../lambdas/app/tag.ts';
import type { TurnWorld } from '../lambdas/app/turn-ports.ts';
import { newConversation } from '../lambdas/core/conversation.ts';
import { decide } from '../lambdas/core/decide.ts';
import { numberId } from '../lambdas/core/ids.ts';
import type { IdentityChanged, MessageReceived } from '../lambdas/core/inbound.ts';
import type { Lang } from '../lambdas/core/language.ts';
import { demoWorld } from './local/talk.ts';

/** Made-up secrets: what is shown is the form of things, not a real contact's id. */
const APP_SECRET = 'replay';
const IDENTITY_KEY = 'replay-identity-key';
const FIRST_TURN = 1;

/** Every phone number id that the payload itself names: a replay serves whatever it is given. */
const numbersIn = (text: string): ReadonlySet<string> =>
  new Set([...text.matchAll(/"phone_number_id"\s*:\s*"?(\w+)/g)].map(([, id = '']) => id));

const isOfPerson = (event: { readonly kind: string }): event is MessageReceived | IdentityChanged =>
  event.kind === 'message_received' || event.kind === 'identity_changed';

/** Events of one contact that follow each other are one turn, as they would be from the queue. */
const decideAll = (world: TurnWorld, events: readonly (MessageReceived | IdentityChanged)[]) => {
  const contacts = [...new Set(events.map(({ contact }) => contact))];
  return contacts.map((contact) => {
    const own = events.filter((event) => event.contact === contact);
    const [first] = own;
    const last = own.at(-1);
    // As if it had just arrived: an old payload would otherwise be stale.
    const now = Math.max(...own.map(({ sentAt }) => sentAt));
    const number = last?.number ?? numberId('');
    const decision = decide(newConversation(first?.from ?? {}), own, {
      turn: FIRST_TURN,
      now,
      timeZone: world.timeZone,
      content: world.content,
      facts: world.factsOf(number),
      directory: world.directoryOf(number),
      comingUp: world.comingUpOf(number),
      office: world.officeAt(number, now),
      servesDrafts: world.servesDrafts,
      turnDays: world.turnDays,
      understand: world.understand,
      unanswered: [],
    });
    const hint = (lang: Lang) => world.content.packs[lang].messages.numberedHint;
    const requests = fitReplies(decision.replies, hint).map((reply, index) =>
      render(
        reply,
        decision.conversation.profile.address,
        formatTag({ contact, turn: FIRST_TURN, index, sender: 'bot' }),
      ),
    );
    const { replies, effects, outcomes, taken } = decision;
    return { contact, outcomes, taken: taken ?? null, effects, replies: replies.length, requests };
  });
};

const replay = (world: TurnWorld, file: string) => {
  const raw = readFileSync(file);
  const signature = `sha256=${createHmac('sha256', APP_SECRET).update(raw).digest('hex')}`;
  const verified = verifySignature(raw, signature, [APP_SECRET]);
  let body: unknown;
  try {
    body = JSON.parse(raw.toString('utf8'));
  } catch {
    return { file: basename(file), verified, error: 'this is not JSON: the webhook would answer 200 and note it' };
  }
  const events = parseWebhook(body, { identityKey: IDENTITY_KEY, numbers: numbersIn(raw.toString('utf8')) });
  return { file: basename(file), verified, events, turns: decideAll(world, events.filter(isOfPerson)) };
};

const files = process.argv.slice(2);
if (files.length === 0) {
  console.error('Name one or more payloads: npm run replay -- payload.json');
  process.exitCode = 2;
} else {
  const world = demoWorld(Date.now());
  for (const file of files) {
    try {
      console.log(JSON.stringify(replay(world, file)));
    } catch (error) {
      const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
      if (!isMissing) throw error;
      console.error(`There is no file ${file}; give the path of a webhook payload.`);
      process.exitCode = 2;
    }
  }
}
