/**
 * `npm run content`: compiles the content and says what is wrong, untranslated, stale or unreviewed.
 * `--quiet` leaves out the warnings.
 */
import { parseArgs } from 'node:util';
import { COMPILED_FILE, ContentError, compileContent, contentProblems } from './content/compile-content.ts';
import { problemText } from './content/problem.ts';

const { values } = parseArgs({ options: { quiet: { type: 'boolean', default: false } } });
const { content, problems } = contentProblems(new Date().toISOString().slice(0, 10));
const errors = problems.filter(({ severity }) => severity === 'error');
const warnings = problems.filter(({ severity }) => severity === 'warning');

for (const problem of values.quiet ? errors : [...errors, ...warnings]) console.log(problemText(problem));
for (const { lang, topics, safety, outOfScope } of content.languages) {
  const questions = topics.reduce((sum, { front }) => sum + front.questions.length, 0);
  const reviewed = topics.filter(({ topic }) => topic.review.state === 'reviewed').length;
  console.log(
    `${lang}: ${topics.length} topics (${reviewed} reviewed), ${safety.length} safety texts, ` +
      `${questions} questions, ${outOfScope.length} lines out of scope`,
  );
}
if (errors.length > 0) {
  console.log(`${errors.length} errors: nothing was compiled.`);
  process.exitCode = 1;
} else {
  try {
    const { models } = compileContent();
    for (const [lang, { calibration }] of Object.entries(models.matchers)) {
      console.log(`${lang}: answers from confidence ${calibration.answerFrom}, offers from ${calibration.offerFrom}`);
    }
    console.log(`compiled into ${COMPILED_FILE.split('/').slice(-2).join('/')}`);
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    console.log(error.message);
    process.exitCode = 1;
  }
}
