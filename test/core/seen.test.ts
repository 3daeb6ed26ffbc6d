import * as fc from 'fast-check';
import { messageId } from '#core/ids.ts';
import { recognise, remember, SEEN_LIMIT } from '#core/seen.ts';
import { SEED } from '../support/arbitrary.ts';

interface Mark {
  readonly id: string;
  readonly sentAt: number;
}

const rememberAll = (marks: readonly Mark[]) =>
  marks.reduce<readonly string[]>((seen, { id, sentAt }) => remember(seen, messageId(id), sentAt), []);
const recogniseIn = (seen: readonly string[], { id, sentAt }: Mark) => recognise(seen, messageId(id), sentAt);

const mark = fc.record({
  id: fc.stringMatching(/^wamid\.[A-Za-z0-9+/=]{1,30}$/),
  sentAt: fc.integer({ min: 0, max: 4_102_444_800 }).map((seconds) => seconds * 1000),
});
const marks = (maxLength: number, minLength = 0) =>
  fc.uniqueArray(mark, { minLength, maxLength, selector: ({ id }) => id });
const check = { seed: SEED, numRuns: 300 };

describe('a conversation that has seen no more messages than it can remember', () => {
  it('knows each of them again', () => {
    fc.assert(
      fc.property(marks(SEEN_LIMIT), (list) => {
        const seen = rememberAll(list);
        for (const one of list) expect(recogniseIn(seen, one)).toBe('repeat');
      }),
      check,
    );
  });

  it('takes any other message for new, however old, until the memory is full', () => {
    fc.assert(
      fc.property(marks(SEEN_LIMIT, 1), ([other, ...list]) => {
        if (other) expect(recogniseIn(rememberAll(list), other)).toBe('new');
      }),
      check,
    );
  });
});

describe('a conversation whose memory is full', () => {
  it('knows the newest again and takes none that it may have forgotten for new', () => {
    fc.assert(
      fc.property(marks(3 * SEEN_LIMIT, SEEN_LIMIT + 1), (list) => {
        const seen = rememberAll(list);

        expect(seen).toHaveLength(SEEN_LIMIT);
        for (const one of list) expect(recogniseIn(seen, one)).not.toBe('new');
      }),
      check,
    );
  });

  it('takes one that is newer than the oldest it remembers for new', () => {
    fc.assert(
      fc.property(marks(2 * SEEN_LIMIT, SEEN_LIMIT), (list) => {
        const newest = Math.max(...list.map(({ sentAt }) => sentAt));

        expect(recogniseIn(rememberAll(list), { id: 'wamid.after', sentAt: newest + 1000 })).toBe('new');
      }),
      check,
    );
  });
});

describe('the order in which messages come', () => {
  it('does not matter', () => {
    const twice = marks(2 * SEEN_LIMIT).chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    fc.assert(
      fc.property(twice, ([list, shuffled]) => {
        expect(rememberAll(shuffled)).toEqual(rememberAll(list));
      }),
      check,
    );
  });
});

describe('marks', () => {
  it('of two messages of one second differ', () => {
    const ids = Array.from({ length: 2000 }, (_, index) => `wamid.HBgLMTMxMjU1NTAxOTkVAgASGBQzQTdCMkNDM${index}`);
    const all = ids.map((id) => remember([], messageId(id), 1_795_446_000_000)[0]);

    expect(new Set(all).size).toBe(ids.length);
  });

  it('sort by the time of the message, also before 1970 and far ahead', () => {
    const times = [-5000, 0, 1000, 1_795_446_000_000, 4_102_444_800_000];
    const all = times.map((sentAt) => remember([], messageId('wamid.1'), sentAt)[0]);

    expect(all.toSorted()).toEqual(all);
  });
});
