/**
 * `npm run eval`: how well Homeroom understands questions that it has not seen, for each language; a table,
 * `build/eval/report.json` and `build/eval/report.svg`.
 * `--lang en,es` takes some languages; `--misses` lists what was misunderstood; `--held-out` asks the content's own
 * questions, whole families of wordings left out of training; `--compare` puts the engine beside others;
 * `--clinc` trains it on CLINC150 (from `../shared/benchmarks`, where that is there).
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadContent } from '../lambdas/adapters/content/compiled.ts';
import { LANGS } from '../lambdas/core/language.ts';
import { COMPILED_FOLDER, compileContent, ROOT } from './content/compile-content.ts';
import { artifactFigures } from './eval/artifacts.ts';
import { clincFigures } from './eval/clinc.ts';
import { compareEngines } from './eval/compare.ts';
import { heldOutFigures } from './eval/held-out.ts';
import { ask, figuresOf } from './eval/measure.ts';
import { missesOf } from './eval/misses.ts';
import { pictureOf } from './eval/picture.ts';
import { AIMS, rowOf, worstOf } from './eval/report.ts';
import { testQuestions } from './eval/test-questions.ts';

const { values } = parseArgs({
  options: {
    lang: { type: 'string' },
    misses: { type: 'boolean', default: false },
    'held-out': { type: 'boolean', default: false },
    compare: { type: 'boolean', default: false },
    clinc: { type: 'boolean', default: false },
  },
});
const wanted = values.lang?.split(',');
const langs = LANGS.filter((lang) => !wanted || wanted.includes(lang));

const report = () => {
  const { content, understand } = loadContent(compileContent());
  const all = langs.flatMap((lang) => {
    const questions = testQuestions(lang);
    // The first question pays for reading the language's files; the artifacts' own figures tell that.
    if (questions.length > 0) understand('warm up', { lang });
    const answered = ask(questions, understand);
    if (values.misses) for (const miss of missesOf(answered, lang)) console.log(`${lang}\t${miss}`);
    return questions.length === 0 ? [] : [{ lang, figures: figuresOf(answered, lang, content) }];
  });
  console.table(Object.fromEntries(all.map(({ lang, figures }) => [lang, rowOf(figures)])));
  for (const line of worstOf(all)) console.log(line);
  const artifacts = artifactFigures(COMPILED_FOLDER, langs);
  console.table(artifacts.languages);
  console.log(`Resident memory that all languages take: ${artifacts.residentMb.toFixed(0)} MB (aim: 96)`);
  const folder = join(ROOT, 'build', 'eval');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'report.json'), `${JSON.stringify({ aims: AIMS, languages: all, artifacts }, null, 2)}\n`);
  writeFileSync(join(folder, 'report.svg'), pictureOf(all));
  console.log('build/eval/report.json and build/eval/report.svg are written.');
};

if (values['held-out']) console.table(heldOutFigures(langs));
else if (values.compare) console.table(await compareEngines(langs));
else if (values.clinc) console.table(await clincFigures());
else report();
