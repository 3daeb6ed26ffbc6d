import fc from 'fast-check';
import { createMemoryDistrictStore } from '#adapters/memory/memory-district-store.ts';
import { createMemorySurveyStore } from '#adapters/memory/memory-survey-store.ts';
import { closeEnded, closeSurvey } from '#app/outreach/close-survey.ts';
import { countsOf, percentsOf } from '#app/outreach/survey-results.ts';
import type { Survey } from '#core/outreach/outreach.ts';

const silent = { info: () => {}, warn: () => {}, alarm: () => {} };
const survey: Survey = {
  ...{ id: 's1', version: 3, state: 'running', closesAt: 0 },
  audience: { schools: [], grades: [], languages: [] },
  questions: [
    { texts: { en: { question: 'Do letters come in your language?', answers: ['Always', 'Sometimes', 'Never'] } } },
    { texts: { en: { question: 'Is the evening good?', answers: ['Yes', 'No'] } } },
  ],
};

describe('what families said', () => {
  it('is counted by question and answer, and what is no answer is left out', () => {
    const given = [
      { answers: [0, 1], lang: 'es' as const },
      { answers: [2, 1], lang: 'ar' as const },
      { answers: [7, 0], lang: 'ar' as const },
      { answers: [0], lang: 'es' as const },
    ];
    expect(countsOf(survey, given)).toEqual([
      [2, 0, 1],
      [1, 2],
    ]);
  });

  it.each([
    [
      [1, 1, 1],
      [34, 33, 33],
    ],
    [
      [0, 0],
      [0, 0],
    ],
    [
      [5, 0, 0],
      [100, 0, 0],
    ],
    [
      [1, 2],
      [33, 67],
    ],
  ])('%j is %j percent', (counts, percents) => {
    expect(percentsOf(counts)).toEqual(percents);
  });

  it('always adds up to a hundred, and no share is more than one off', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(500), { minLength: 2, maxLength: 3 }), (counts) => {
        const total = counts.reduce((sum, count) => sum + count, 0);
        fc.pre(total > 0);
        const percents = percentsOf(counts);
        expect(percents.reduce((sum, share) => sum + share, 0)).toBe(100);
        for (const [at, share] of percents.entries()) {
          expect(Math.abs(share - ((counts[at] ?? 0) * 100) / total)).toBeLessThan(1);
        }
      }),
    );
  });

  it('stands with the survey when it is closed', async () => {
    const saved: Survey[] = [];
    const store = {
      answers: async () => [
        { answers: [0, 1], lang: 'es' as const },
        { answers: [1, 1], lang: 'es' as const },
      ],
      saveSurvey: async (one: Survey) => saved.push(one) === 1,
    };
    const closed = await closeSurvey(store, survey);
    expect(closed).toMatchObject({ state: 'closed', version: 4 });
    expect(closed?.results).toEqual([
      [50, 50, 0],
      [0, 100],
    ]);
    expect(saved).toEqual([closed]);
    expect(await closeSurvey(store, survey)).toBeUndefined();
  });

  it('is worked out for what is over and not closed, and for nothing else', async () => {
    const district = createMemoryDistrictStore();
    const surveys = createMemorySurveyStore(district);
    const begun = { ...survey, version: 1, closesAt: 1000 };
    await surveys.saveSurvey({ ...begun, id: 'over' });
    await surveys.saveSurvey({ ...begun, id: 'stopped', state: 'stopped' });
    await surveys.saveSurvey({ ...begun, id: 'draft', state: 'draft' });
    await surveys.saveSurvey({ ...begun, id: 'open', closesAt: 1001 });
    const ports = { district, surveys, clock: { now: () => 1000 }, log: silent };
    expect(await closeEnded(ports)).toBe(2);
    expect(await closeEnded(ports)).toBe(0);
    const states = (await district.read()).surveys.map(({ id, state }) => `${id} ${state}`);
    expect(states).toEqual(['draft draft', 'open running', 'over closed', 'stopped closed']);
  });
});
