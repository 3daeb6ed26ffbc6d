import { burstAfter, LONGEST_BURST_MS, QUIET_MS, waitAfter } from '#core/burst.ts';
import { acquainted, media, message, tap, text, turn, waitingForPerson } from './support/given.ts';
import { NOW } from './support/small-world.ts';

const quiet = { from: 0, lastAt: 0 };
const running = (forMs: number, lastMs: number) => ({ from: NOW - forMs, lastAt: NOW - lastMs });

describe('how long a reply waits for more words', () => {
  it.each([
    ['what was not understood, first words', quiet, 'unknown', QUIET_MS],
    ['what could be one or another, first words', quiet, 'choices', QUIET_MS],
    ['a clear question, first words', quiet, 'answer', 0],
    ['a clear question that follows fast', running(1000, 1000), 'answer', QUIET_MS],
    ['a wish for a person that follows fast', running(1000, 1000), 'person', QUIET_MS],
    ['a clear question after a pause', running(9000, QUIET_MS), 'answer', 0],
    ['danger that follows fast', running(1000, 1000), 'danger', 0],
    ['a command that follows fast', running(1000, 1000), 'command', 0],
    ['small talk that follows fast', running(1000, 1000), 'smalltalk', 0],
    ['nothing said', running(1000, 1000), undefined, 0],
    ['late in a long burst', running(LONGEST_BURST_MS - 500, 100), 'unknown', 500],
    ['beyond the longest burst', running(LONGEST_BURST_MS + 500, 100), 'unknown', 0],
  ] as const)('%s', (_, burst, kind, expected) => {
    expect(waitAfter(burst, kind, NOW)).toBe(expected);
  });

  it.each([
    ['a pause starts a new one', running(9000, QUIET_MS), { from: NOW, lastAt: NOW }],
    ['fast words go on with it', running(5000, QUIET_MS - 1), { from: NOW - 5000, lastAt: NOW }],
  ])('the burst: %s', (_, before, after) => {
    expect(burstAfter(before, NOW)).toEqual(after);
  });
});

describe('what never waits', () => {
  const busy = { ...acquainted(), burst: running(500, 500) };

  it.each([
    ['a tap', [tap('topic:bus')]],
    ['a command', [text('menu')]],
    ['STOP', [text('STOP')]],
    ['danger', [text('he has a gun')]],
    ['thanks', [text('thanks')]],
    ['something without words', [media('voice')]],
  ])('%s', (_, contents) => {
    const decision = turn(busy, contents);

    expect(decision.waitMs).toBe(0);
    expect(decision.replies).toHaveLength(1);
  });
});

describe('words that were not answered yet', () => {
  const unanswered = turn(acquainted(), [text('bus or lunch')]);

  it('are read together with the new ones', () => {
    const decision = turn(acquainted(), [text('can he come')], {
      unanswered: [message(text('my boy is hot'), 'wamid.0', NOW - 2000)],
    });

    expect(decision.replies.map(({ body }) => body)).toEqual(['en:fever: call the office']);
    expect(decision.outcomes).toEqual(['answered']);
  });

  it('keep their reply back for a moment', () => {
    expect(unanswered.waitMs).toBe(QUIET_MS);
    expect(unanswered.replies).toHaveLength(1);
  });

  it('are passed on to a person without delay beyond the quiet', () => {
    expect(turn(waitingForPerson(), [text('qwzx')]).waitMs).toBeLessThanOrEqual(QUIET_MS);
  });
});
