import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { CONTENT_FILES } from '../../lambdas/adapters/content/compiled.ts';
import type { Lang } from '../../lambdas/core/language.ts';

interface ArtifactFigures {
  readonly languages: Readonly<
    Record<string, { readonly 'MB on disk': number; readonly 'first question, ms': number }>
  >;
  readonly residentMb: number;
}

/** Size of each language's files, the time of its first question, and what all of them take in memory. */
export const artifactFigures = (folder: string, langs: readonly Lang[]): ArtifactFigures => {
  const megabytes = (lang: Lang) =>
    [CONTENT_FILES.matcher(lang), CONTENT_FILES.pack(lang)].reduce(
      (sum, name) => sum + statSync(join(folder, name)).size / 1e6,
      0,
    );
  // A process of its own: this one has the training code and other things in memory.
  const child = join(import.meta.dirname, 'artifacts-child.ts');
  const output = execFileSync(process.execPath, ['--expose-gc', child, folder, ...langs], { encoding: 'utf8' });
  const { loads, residentMb } = JSON.parse(output) as { loads: Record<string, number>; residentMb: number };
  return {
    residentMb,
    languages: Object.fromEntries(
      langs.map((lang) => [
        lang,
        {
          'MB on disk': Number(megabytes(lang).toFixed(2)),
          'first question, ms': Number((loads[lang] ?? 0).toFixed(1)),
        },
      ]),
    ),
  };
};
