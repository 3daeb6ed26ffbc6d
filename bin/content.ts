/**
 * `npm run content`: compiles the content and says what is wrong, untranslated, stale, unreviewed or hard to read.
 * `--quiet` leaves out the warnings.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { CONTENT_FILES } from '../lambdas/adapters/content/compiled.ts';
import { decodeModel } from '../lambdas/adapters/content/model-file.ts';
import type { Calibration } from '../lambdas/core/understanding/match-topics.ts';
import { ContentError, compileContent, contentProblems } from './content/compile-content.ts';
import { coverageOf } from './content/coverage.ts';
import { problemText } from './content/problem.ts';

const { values } = parseArgs({ options: { quiet: { type: 'boolean', default: false } } });
const today = new Date().toISOString().slice(0, 10);
const { content, problems } = contentProblems(today);
const errors = problems.filter(({ severity }) => severity === 'error');
const warnings = problems.filter(({ severity }) => severity === 'warning');

for (const problem of values.quiet ? errors : [...errors, ...warnings]) console.log(problemText(problem));
console.table(
  Object.fromEntries(content.languages.map((language) => [language.lang, coverageOf(language, content, today)])),
);
if (errors.length > 0) {
  console.log(`${errors.length} errors: nothing was compiled.`);
  process.exitCode = 1;
} else {
  try {
    const folder = compileContent();
    for (const { lang } of content.languages) {
      const { extra } = decodeModel(readFileSync(join(folder, CONTENT_FILES.matcher(lang))));
      const { answerFrom, answerCarefullyFrom, offerFrom, dangerFrom, askFrom } = extra as Calibration;
      console.log(
        `${lang}: answers from confidence ${answerFrom} (${answerCarefullyFrom} where a wrong answer harms), ` +
          `offers from ${offerFrom}; danger from ${dangerFrom}, asks from ${askFrom}`,
      );
    }
    console.log(`compiled into ${folder.split('/').slice(-2).join('/')}`);
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    console.log(error.message);
    process.exitCode = 1;
  }
}
