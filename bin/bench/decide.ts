import { newConversation } from '../../lambdas/core/conversation.ts';
import { decide } from '../../lambdas/core/decide.ts';
import { contactId, messageId, numberId } from '../../lambdas/core/ids.ts';
import type { MessageReceived } from '../../lambdas/core/inbound.ts';
import { NOTHING_COMING_UP } from '../../lambdas/core/opportunities/coming-up.ts';
import { demoWorld } from '../local/talk.ts';
import type { Measure } from './figure.ts';
import { contentQuestions } from './questions.ts';
import { timeEachSync } from './samples.ts';

const FAMILIES = 50;
const NUMBER = numberId('100000000000001');
/** Far enough apart for the pace limit, near enough for the window of a day. */
const BETWEEN_MS = 120_000;

/** Talks that go on: each turn decides on the state that the turn before it left. */
const createTalks = (now: number) => {
  const world = demoWorld(now);
  const facts = world.factsOf(NUMBER);
  const directory = world.directoryOf(NUMBER);
  const questions = contentQuestions();
  const conversations = Array.from({ length: FAMILIES }, (_, index) => newConversation({ userId: `US.${index}` }));
  return (index: number) => {
    const family = index % FAMILIES;
    const at = now + index * BETWEEN_MS;
    const message: MessageReceived = {
      kind: 'message_received',
      contact: contactId(family.toString(16).padStart(32, '0')),
      number: NUMBER,
      from: { userId: `US.${family}` },
      id: messageId(`wamid.HBgLMTMxMjU1NTAxOTkVAgASGBQzQUE5MjhBQjRDMkY${index.toString(16).padStart(8, '0')}AA==`),
      sentAt: at - 1000,
      content: { kind: 'text', text: questions[index % questions.length]?.text ?? '' },
    };
    const decision = decide(conversations[family] ?? newConversation(message.from), [message], {
      turn: index,
      now: at,
      timeZone: world.timeZone,
      content: world.content,
      facts,
      directory,
      comingUp: NOTHING_COMING_UP,
      office: world.officeAt(NUMBER, at),
      servesDrafts: true,
      turnDays: world.turnDays,
      understand: world.understand,
      unanswered: [],
    });
    conversations[family] = decision.conversation;
  };
};

export const decideFigures: Measure = async ({ isQuick }) => {
  const [warmUp, count] = isQuick ? [500, 1000] : [20_000, 60_000];
  const { each, perSecond } = timeEachSync(warmUp, count, createTalks(Date.now()));
  const method =
    `decide with real content and understanding, ${count} questions of the content, languages in turn, ` +
    `${FAMILIES} conversations that go on`;
  return [
    {
      name: 'decide, one text, median',
      value: each.median,
      unit: 'µs',
      aim: { atMost: 50 },
      method,
      spread: each.spread,
    },
    { name: 'decide, one text, p99', value: each.p99, unit: 'µs', aim: 'reported', method },
    {
      name: 'turns decided a second, one core',
      value: perSecond.median,
      unit: '1/s',
      aim: { atLeast: 20_000 },
      method: `${method}; by processor time, median of stretches of 500`,
      spread: perSecond.spread,
    },
  ];
};
