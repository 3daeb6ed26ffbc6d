import * as fc from 'fast-check';
import { type Conversation, newConversation } from '#core/conversation.ts';
import { decide } from '#core/decide.ts';
import type { Decision, DecisionContext } from '#core/decision.ts';
import { messageId } from '#core/ids.ts';
import { isFromPerson, type MessageReceived, type TurnEvent } from '#core/inbound.ts';
import { demoWorld } from '../../bin/local/talk.ts';
import { conversation as anyConversation, text as anyText, contactEvent, SEED } from '../support/arbitrary.ts';
import { message, text } from './support/given.ts';
import { contextWith, NOW } from './support/small-world.ts';

const RUNS = { seed: SEED, numRuns: 200 };

const deepFreeze = <Value>(value: Value): Value => {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) deepFreeze(part);
  }
  return value;
};
const throughJson = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;

const anyTurnEvent = contactEvent.filter((event): event is TurnEvent => event.kind !== 'delivery_due');
/** Words that Homeroom knows, so that the steps behind them are reached too. */
const knownText = fc.constantFrom(
  'hola',
  'STOP',
  'START',
  'menu',
  'I want to talk to a person',
  'my boy has fever can he go school',
  'mi hija va a faltar mañana',
  'my son said he wants to kill himself',
  '2',
);
const recent = fc
  .record({ words: fc.oneof(anyText, knownText), ageMs: fc.integer({ min: -60_000, max: 100_000_000 }), id: fc.nat(9) })
  .map(({ words, ageMs, id }): TurnEvent => message(text(words), `wamid.${id}`, NOW - ageMs));
const anyEvents = fc.array(fc.oneof(anyTurnEvent, recent, recent), { minLength: 1, maxLength: 6 });
const anyTime = fc.integer({ min: NOW - 100_000, max: NOW + 1000 });
const anyBefore = fc
  .tuple(
    fc.oneof(fc.constant(newConversation({ userId: 'US.1' })), anyConversation),
    fc.record({ from: anyTime, lastAt: anyTime }),
  )
  .map(([conversation, burst]) => throughJson({ ...conversation, burst }));
const anyUnanswered = fc.array(
  recent.filter((event): event is MessageReceived => event.kind === 'message_received'),
  { maxLength: 2 },
);

const real = demoWorld(NOW);
const realContext = (
  previous?: Conversation,
  servesDrafts = true,
  unanswered: readonly MessageReceived[] = [],
): DecisionContext =>
  contextWith({
    content: real.content,
    facts: real.factsOf(message(text('')).number),
    directory: real.directoryOf(message(text('')).number),
    timeZone: real.timeZone,
    understand: real.understand,
    servesDrafts,
    turnDays: 30,
    unanswered,
    ...(previous ? { previous } : {}),
  });

const anyTurn = fc.tuple(anyBefore, anyEvents, fc.option(anyBefore, { nil: undefined }), fc.boolean(), anyUnanswered);

const holds = (claim: (decision: Decision, events: readonly TurnEvent[], before: Conversation) => void) =>
  fc.assert(
    fc.property(anyTurn, ([before, events, previous, servesDrafts, unanswered]) => {
      claim(decide(before, events, realContext(previous, servesDrafts, unanswered)), events, before);
    }),
    RUNS,
  );

describe('whatever comes in, and whatever stood before', () => {
  it('changes nothing that it was given', () => {
    deepFreeze(real.content);
    fc.assert(
      fc.property(anyTurn, ([before, events, previous, servesDrafts, unanswered]) => {
        const context = realContext(previous && deepFreeze(previous), servesDrafts, deepFreeze(unanswered));

        expect(() => decide(deepFreeze(before), deepFreeze(events), context)).not.toThrow();
      }),
      RUNS,
    );
  });

  it('the same input gives the same output', () => {
    fc.assert(
      fc.property(anyTurn, ([before, events, previous, servesDrafts, unanswered]) => {
        const again = () =>
          decide(throughJson(before), throughJson(events), realContext(previous, servesDrafts, unanswered));

        expect(again()).toEqual(again());
      }),
      RUNS,
    );
  });

  it('every event has exactly one outcome', () => {
    holds(({ outcomes }, events) => {
      expect(outcomes).toHaveLength(events.length);
      expect(outcomes).not.toContain(undefined);
    });
  });

  it('at most one message is said', () => {
    holds(({ replies }) => expect(replies.length).toBeLessThanOrEqual(1));
  });

  it('what is said has words in it and no place left to fill', () => {
    holds(({ replies }) => {
      for (const { body } of replies) {
        expect(body.trim()).not.toBe('');
        expect(body).not.toMatch(/\{\{|undefined|NaN/);
      }
    });
  });

  it('what is remembered as offered is what was offered', () => {
    holds(({ replies, conversation }, _, before) => {
      const choices = replies.at(-1)?.choices;
      if (choices) expect(conversation.offered).toEqual(choices);
      else if (before.offered.length > 0) expect(conversation.offered).toEqual(before.offered);
    });
  });

  it('the result survives JSON unchanged', () => {
    holds((decision) => expect(throughJson(decision)).toEqual(decision));
  });

  it('every message is remembered unless newer ones have filled the memory', () => {
    holds(({ conversation }, events) => {
      for (const [seen, isSeen] of [
        [conversation.seen, isFromPerson],
        [conversation.seenActions, (event: TurnEvent) => !isFromPerson(event)],
      ] as const) {
        const ids = new Set(events.filter(isSeen).map(({ id }) => id));
        expect(seen.length).toBeGreaterThanOrEqual(Math.min(24, ids.size));
        expect(seen.length).toBeLessThanOrEqual(24);
      }
    });
  });

  it('nobody who has stopped is sent anything but the safety text or the answer to START', () => {
    fc.assert(
      fc.property(anyBefore, anyEvents, (before, events) => {
        const stopped: Conversation = {
          ...before,
          profile: { ...before.profile, consent: { status: 'stopped', at: NOW } },
        };
        const { replies, conversation } = decide(stopped, events, realContext());

        for (const { purpose } of replies) {
          expect(purpose === 'safety' || conversation.profile.consent.status === 'started').toBe(true);
        }
      }),
      RUNS,
    );
  });

  it('one line that tells of danger gets the safety text, whatever stands around it', () => {
    const danger = fc.constantFrom('my son said he wants to kill himself', 'mi hijo no puede respirar');
    fc.assert(
      fc.property(anyBefore, fc.array(anyText, { maxLength: 3 }), danger, (before, lines, words) => {
        const events = [...lines, words].map((line, index) => message(text(line), messageId(`wamid.new.${index}`)));
        const decision = decide({ ...before, seen: [] }, events, realContext());

        expect(decision.replies.map(({ purpose }) => purpose)).toEqual(['safety']);
        expect(decision.effects.some(({ kind }) => kind === 'page_staff')).toBe(true);
      }),
      RUNS,
    );
  });
});
