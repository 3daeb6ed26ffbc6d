/** An import from the choice of files to its end, over an API that is made up. */
import type { ImportReport } from '#contract/district-api.ts';
import type { Api } from '../../desk/src/desk/api/client.ts';
import { ApiError } from '../../desk/src/desk/api/errors.ts';
import { countChanges, createImportJob } from '../../desk/src/desk/pages/import/import-job.ts';

const NONE = { added: 0, changed: 0, removed: 0, same: 0 };
const report = (people: Partial<typeof NONE>, isDone = true): ImportReport => ({
  format: 'homeroom',
  schools: NONE,
  people: { ...NONE, ...people },
  days: NONE,
  examples: [],
  problems: [],
  moreProblems: 0,
  isDone,
});
const PEOPLE = () => [new File(['name\nAna\n'], 'people.csv')];

/** Answers in turn; what is an error is thrown. Notes what it was asked. */
const scripted = (answers: readonly (ImportReport | Error)[]) => {
  const asked: { path: string; body: object }[] = [];
  const post = async (path: string, body: object) => {
    const answer = answers[asked.push({ path, body }) - 1];
    if (!answer || answer instanceof Error) throw answer ?? new Error('asked too often');
    return answer;
  };
  const job = createImportJob({ post: post as Api['post'] }, async () => undefined);
  return { job, asked };
};

describe('an import', () => {
  it('is checked first, and changes nothing before somebody says so', async () => {
    const { job, asked } = scripted([report({ added: 2 })]);
    await job.choose(PEOPLE());

    expect(job.get()).toMatchObject({ step: 'checked', plan: { people: { added: 2 } } });
    expect(asked).toEqual([
      {
        path: '/directory/import/preview',
        body: { files: [{ name: 'people.csv', text: 'name\nAna\n' }], removesMissing: false },
      },
    ]);
  });

  it('is sent again until it is done, and counts what all pieces did together', async () => {
    const plan = report({ added: 5, changed: 1, same: 9 });
    const { job, asked } = scripted([
      plan,
      report({ added: 3, same: 9 }, false),
      report({ added: 2, changed: 1, same: 12 }),
    ]);
    await job.choose(PEOPLE());
    await job.run();
    const { step, result } = job.get();

    expect(step).toBe('done');
    expect(result?.people).toEqual({ added: 5, changed: 1, removed: 0, same: 9 });
    expect(asked.map(({ path }) => path)).toEqual([
      '/directory/import/preview',
      '/directory/import',
      '/directory/import',
    ]);
  });

  it('stops with a sentence, and goes on from there with what was done counted', async () => {
    const busy = new ApiError('Homeroom is busy.', 503);
    const answers = [report({ added: 2 }), report({ added: 1 }, false), busy, busy, busy, busy, report({ added: 1 })];
    const { job } = scripted(answers);
    await job.choose(PEOPLE());
    await job.run();
    expect(job.get()).toMatchObject({
      step: 'stopped',
      trouble: 'Homeroom is busy.',
      result: { people: { added: 1 } },
    });

    await job.run();
    const { step, result, trouble } = job.get();
    expect([step, result && countChanges(result), trouble]).toEqual(['done', 2, undefined]);
  });

  it('is not tried again where it was refused', async () => {
    const { job, asked } = scripted([report({ added: 1 }), new ApiError('Only an admin may import.', 403)]);
    await job.choose(PEOPLE());
    await job.run();

    expect(job.get()).toMatchObject({ step: 'stopped', trouble: 'Only an admin may import.' });
    expect(asked).toHaveLength(2);
  });

  it('is checked anew where who is missing has left, and says so to the server from then on', async () => {
    const { job, asked } = scripted([report({}), report({ removed: 4 }), report({ removed: 4 })]);
    await job.choose(PEOPLE());
    await job.check(true);
    await job.run();

    expect(asked.map(({ body }) => 'removesMissing' in body && body.removesMissing)).toEqual([false, true, true]);
    expect(job.get().result?.people.removed).toBe(4);
  });

  it('is refused without a word to the server where the files cannot be read', async () => {
    const { job, asked } = scripted([]);
    await job.choose([new File(['x'], 'notes.txt')]);

    expect(job.get()).toMatchObject({ step: 'refused' });
    expect(job.get().trouble).toMatch(/Nothing here can be imported/);
    expect(asked).toEqual([]);
  });

  it('tells whoever listens, and is forgotten on request, but not while it runs', async () => {
    const { job } = scripted([report({ added: 1 }), report({ added: 1 })]);
    const steps: string[] = [];
    const stop = job.subscribe(() => steps.push(job.get().step));
    await job.choose(PEOPLE());
    const running = job.run();
    job.clear();
    await running;
    job.clear();
    stop();

    expect(steps).toEqual(['reading', 'checking', 'checked', 'importing', 'done', 'nothing']);
  });
});
