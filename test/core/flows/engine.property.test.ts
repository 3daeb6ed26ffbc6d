import * as fc from 'fast-check';
import { type Conversation, newConversation } from '#core/conversation.ts';
import { decide } from '#core/decide.ts';
import type { Decision, DecisionContext } from '#core/decision.ts';
import { dateInWords } from '#core/facts.ts';
import { numberId } from '#core/ids.ts';
import type { MessageContent } from '#core/inbound.ts';
import { type FamilyRequest, REQUEST_KINDS } from '#core/request.ts';
import { normalise } from '#core/understanding/normalise.ts';
import { demoWorld } from '../../../bin/local/talk.ts';
import { SEED } from '../../support/arbitrary.ts';
import { message } from '../support/given.ts';
import { contextWith, NOW } from '../support/small-world.ts';

const RUNS = { seed: SEED, numRuns: 250 };
const MINUTE = 60_000;
const MOST_BYTES = 8192;
const TWO_SCHOOLS = numberId('100000000000002');
const real = demoWorld(NOW);

const contextAt = (turn: number): DecisionContext =>
  contextWith({
    turn,
    now: NOW + turn * MINUTE,
    content: real.content,
    facts: real.factsOf(TWO_SCHOOLS),
    directory: real.directoryOf(TWO_SCHOOLS),
    timeZone: real.timeZone,
    understand: real.understand,
    servesDrafts: true,
  });

/** What a family does: an answer to what was asked, other words, or a tap on something that was offered, or was not. */
type Doing =
  | { readonly answers: number }
  | { readonly say: string }
  | { readonly tapOffered: number }
  | { readonly tapAny: string };

const words = fc.constantFrom(
  ...['my son is sick and will not come to school today', 'how do i report absence', 'I want to talk to the teacher'],
  ...[
    'Juan, grade 3',
    'Ana',
    'Luis 7',
    'grade 2',
    '3',
    '1',
    'Ben and Max, grade 1',
    'not Ana, Luis',
    'k',
    'ninth grade',
  ],
  ...['tomorrow', 'no, wednesday', 'monday', '15/3', 'thursday', 'yesterday', 'hoy', 'next week', 'tuesday or friday'],
  ...['10', '2:30 pm', 'between 2 and 3', 'in the morning', 'fever', 'sick', 'we travel', 'he hit his head on the bus'],
  ...[
    'Ms. Alvarez',
    'Ms Johnson',
    'Mr. Brandt',
    'Mrs. Nobody',
    'the office',
    'i dont know',
    'cottonwood',
    'skip',
    'no',
  ],
  ...['He lost his blue jacket.', 'what time does school start?', 'is there school tomorrow?', 'continue', 'change it'],
  ...['cancel', 'stop', 'START', 'thanks', 'hello', '👍', 'another child', 'a person please', 'forget Juan', 'menu'],
  ...['mi hija va a faltar mañana', 'بنتي غايبة بكرا', '佳怡，三年级', 'en español por favor', 'i cannot breathe help'],
);
const yes = fc.constantFrom('yes', 'send it', 'ok', 'sí, enviar', '发送');
const anyTap = fc.oneof(
  fc.constantFrom(...REQUEST_KINDS).map((kind) => `flow:${kind}`),
  fc.constantFrom('do:send', 'do:change', 'do:cancel', 'do:resume', 'do:again', 'flow:who', 'who:bus', 'who:nobody'),
  fc.constantFrom('slot:skip', 'slot:child:c1', 'slot:child:c9', 'slot:child:other', 'slot:named:0', 'slot:grade:3'),
  fc.constantFrom('slot:school:mill-creek-middle', 'slot:school:gone', 'slot:to:office', 'slot:to:p-elem-third'),
  fc.constantFrom('slot:to:gone', 'slot:days:2026-12-01', 'slot:days:other', 'slot:days:soon', 'slot:time:10:00'),
  fc.constantFrom('slot:reason:ill', 'slot:subject:homework', 'slot:times:noon', 'slot:interpreter:none', 'slot:x:y'),
  fc.constantFrom('change:child', 'change:days', 'change:to', 'change:grade', 'change:words', 'change:interpreter'),
);
const anyDoing: fc.Arbitrary<Doing> = fc.oneof(
  { weight: 50, arbitrary: fc.nat(20).map((answers) => ({ answers })) },
  { weight: 6, arbitrary: words.map((say) => ({ say })) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 80 }).map((say) => ({ say })) },
  { weight: 2, arbitrary: yes.map((say) => ({ say })) },
  { weight: 6, arbitrary: fc.nat(9).map((tapOffered) => ({ tapOffered })) },
  { weight: 2, arbitrary: anyTap.map((tapAny) => ({ tapAny })) },
);
/** Begins as families do, so that the ends of tasks are reached. */
const anyTalk = fc
  .tuple(fc.constantFrom(...REQUEST_KINDS), fc.array(anyDoing, { minLength: 6, maxLength: 24, size: 'max' }))
  .map(([kind, doings]): Doing[] => [{ tapAny: `flow:${kind}` }, ...doings]);

/** Answers to each question; where none stands, one of the choices is tapped. */
const ANSWERS: Readonly<Record<string, readonly string[]>> = {
  child: ['Juan, grade 3', 'Ana, grade 7', 'Luis', 'Noor kindergarten', 'سارة الصف 2'],
  grade: ['3', 'grade 6', 'k'],
  to: ['Ms. Alvarez', 'Mrs. Romero', 'the office'],
  days: ['tomorrow', 'wednesday', 'december 2', '15/3'],
  time: ['10:30', '2 pm', '9'],
  times: ['tuesday or wednesday in the morning', 'after 3 pm'],
  words: ['She lost her blue jacket.', 'مرحبا، ابنتي تحتاج مساعدة'],
  review: ['yes', 'send it', 'no, friday'],
};

const contentOf = (doing: Doing, { offered, flow }: Pick<Conversation, 'offered' | 'flow'>): MessageContent => {
  if ('answers' in doing) {
    const answers = flow ? (ANSWERS[flow.asked] ?? []) : [];
    const text = answers[doing.answers % (answers.length + 1)];
    if (text !== undefined) return { kind: 'text', text };
    return contentOf({ tapOffered: flow?.asked === 'review' ? 0 : doing.answers }, { offered });
  }
  if ('say' in doing) return { kind: 'text', text: doing.say };
  const choice =
    'tapAny' in doing ? { id: doing.tapAny, title: '-' } : offered[doing.tapOffered % (offered.length || 1)];
  return choice ? { kind: 'choice', id: choice.id, title: choice.title } : { kind: 'text', text: 'hm' };
};

interface Turn {
  readonly before: Conversation;
  readonly content: MessageContent;
  readonly decision: Decision;
  /** The last review before, and whether it was the last reply. */
  readonly review: string;
  readonly isShown: boolean;
  /** All that the family has written or tapped so far. */
  readonly told: readonly string[];
}

const play = (talk: readonly Doing[]): readonly Turn[] => {
  let conversation: Conversation = newConversation({ userId: 'US.1' });
  let review = '';
  let isShown = false;
  const told: string[] = [];
  return talk.map((doing, index) => {
    const turn = index + 1;
    const content = contentOf(doing, conversation);
    told.push(content.kind === 'text' ? content.text : content.kind === 'choice' ? content.title : '');
    const event = message(content, `wamid.${turn}`, NOW + turn * MINUTE);
    const before = JSON.parse(JSON.stringify(conversation)) as Conversation;
    const decision = decide(before, [event], contextAt(turn));
    const done = { before, content, decision, review, isShown, told: [...told] };
    conversation = decision.conversation;
    const reply = decision.replies.at(-1);
    if (reply) isShown = reply.choices.some(({ id }) => id === 'do:send');
    if (reply && isShown) review = reply.body;
    return done;
  });
};

// Played once for all claims: a talk takes as long as its turns do.
const talks = fc.sample(anyTalk, RUNS).map(play);

const holds = (claim: (turn: Turn) => void) => {
  for (const turns of talks) for (const turn of turns) claim(turn);
};

const sentIn = ({ effects }: Decision) => effects.flatMap((one) => (one.kind === 'save_request' ? [one.request] : []));
/** What a request tells, as the family reads it. */
const toldIn = ({ details: { child, days = [], words: own }, lang }: FamilyRequest): readonly string[] => [
  ...(child ? [child.name] : []),
  ...(own ? [own.text] : []),
  // More days are shown by their ends.
  ...(days.length <= 4 ? days.map((day) => dateInWords(day, lang)) : []),
];
const bare = (text: string) => text.replace(/[\u2066-\u2069\u200e\u200f]/g, '');

describe('a family may say and tap what it likes, in any order', () => {
  it('every message gets at most one reply, and one outcome', () => {
    holds(({ decision }) => {
      expect(decision.replies.length).toBeLessThanOrEqual(1);
      expect(decision.outcomes).toHaveLength(1);
      for (const { body } of decision.replies) {
        expect(body.trim()).not.toBe('');
        expect(body).not.toMatch(/\{\w*\}|undefined|NaN/);
      }
    });
  });

  it('nothing is sent but by yes to a review, and only what the review showed', () => {
    let count = 0;
    holds(({ before, content, decision, review, isShown }) => {
      for (const request of sentIn(decision)) {
        count += 1;
        expect(before.flow?.asked).toBe('review');
        expect(before.flow?.isOffered).toBe(false);
        expect(content.kind === 'choice' ? content.id === 'do:send' : isShown).toBe(true);
        const seen = bare(review);
        for (const part of toldIn(request)) expect(seen).toContain(bare(part));
        // The interpreter for a meeting is asked of somebody else, in the same breath.
        if (request.kind === before.flow?.kind) expect(seen).toContain(request.to.name);
      }
    });
    expect(count).toBeGreaterThan(50);
  });

  it('a request is only about a child whom the family has named', () => {
    holds(({ decision, told }) => {
      for (const { details } of sentIn(decision)) {
        if (details.child) expect(normalise(told.join('\n'))).toContain(normalise(details.child.name));
      }
    });
  });

  it('a request goes only to somebody who works at its school', () => {
    const { people } = real.directoryOf(TWO_SCHOOLS);
    holds(({ decision }) => {
      for (const { to, school } of sentIn(decision)) {
        const person = people.find(({ id }) => id === to.person);
        expect(person?.isActive).toBe(true);
        expect(to.email).toBe(person?.email);
        expect(person?.schools).toContain(school);
      }
    });
  });

  it('a choice of a task that is over is politely refused', () => {
    holds(({ before, content, decision }) => {
      if (content.kind !== 'choice' || !/^(?:slot|change):|^do:(?:send|change|cancel|resume)$/.test(content.id)) return;
      if (before.flow || before.profile.consent.status === 'stopped') return;
      expect(sentIn(decision)).toEqual([]);
      expect(decision.conversation.flow).toBeUndefined();
    });
  });

  it('what is remembered stays small', () => {
    holds(({ decision: { conversation } }) => {
      const { flow, requests } = conversation;
      expect(Buffer.byteLength(JSON.stringify({ flow, requests, profile: conversation.profile }))).toBeLessThan(
        MOST_BYTES,
      );
    });
  });
});
