/** What is packed beside a function's code. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONTENT_FOLDER, DISTRICT_FILE } from '#config.ts';
import type { Stage } from '../stage-config.ts';

/** As `lambdas/adapters/content/compiled.ts` calls it. */
const LANGUAGE_MODEL = 'language.model';

type Packed = Readonly<Record<string, string | Uint8Array>>;

/** The stage's district, in the file that the function's `DISTRICT_FILE` names. */
export const packedDistrict = ({ district }: Stage): Packed => ({ [DISTRICT_FILE]: JSON.stringify(district) });

/** What tells languages apart, and nothing else of the content. */
export const packedLanguageModel = (folder: string): Packed => ({
  [`${CONTENT_FOLDER}/${LANGUAGE_MODEL}`]: readFileSync(join(folder, LANGUAGE_MODEL)),
});

/** The compiled content, file by file, in the folder that the function's `CONTENT_FOLDER` names. */
export const packedContent = (folder: string): Packed =>
  Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((name) => [`${CONTENT_FOLDER}/${name}`, readFileSync(join(folder, name))]),
  );
