import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { removePrivate } from '#core/private-words/private-words.ts';
import { text as anyText, SEED } from '../../support/arbitrary.ts';

const ROOT = join(__dirname, '..', '..', '..');
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');

/** Topics in which families tell of their status themselves: there it is no mistake to remove it. */
const ABOUT_STATUS =
  /(?:status-question|college-no-papers|immigration-help|family-plan|safe-at-school|meal-form-privacy|financial-aid|health-insurance|school-shares-data|emergency-call|bot-privacy|military-draft|benefits|volunteering|driving-travel|scams|work-jobs|child-sad|excused-absence|visitor-id|pre-k|child-care-help)\.md$/;

/** Of a hundred ordinary messages one may be touched. */
const MOST_TOUCHED = 0.01;
/** Every third question keeps the test short; all of them give the same share. */
const EVERY = 3;

const questionsOf = (file: string): readonly string[] => {
  const [front = ''] = read(file).split('\n---');
  const [, list = ''] = /\nquestions:\n((?: {2}- .*\n?)+)/.exec(front) ?? [];
  return list.split('\n').flatMap((line) => (line.startsWith('  - ') ? [line.slice(4)] : []));
};

describe('ordinary messages', () => {
  it('near the edge stay to the letter', () => {
    const all = read('test/core/private-words/ordinary.txt').split('\n');
    const touched = all.filter((line) => line !== '' && !line.startsWith('#') && removePrivate(line) !== line);

    expect(touched).toEqual([]);
  });

  it('of all topics but those about status are hardly ever touched', () => {
    const files = globSync('lambdas/content/*/topics/*.md', { cwd: ROOT }).sort();
    const questions = files
      .filter((file) => !ABOUT_STATUS.test(file))
      .flatMap(questionsOf)
      .filter((_, index) => index % EVERY === 0);
    const touched = questions.filter((question) => removePrivate(question) !== question);

    expect(questions.length).toBeGreaterThan(10_000);
    if (touched.length > questions.length * MOST_TOUCHED) expect(touched).toEqual([]);
  });

  it('whatever they are, keep the words around what is removed', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const kept = removePrivate(text);
        if (!kept.includes('[removed]')) expect(kept).toBe(text);
        expect(removePrivate(kept)).toBe(kept);
      }),
      { seed: SEED },
    );
  });
});
