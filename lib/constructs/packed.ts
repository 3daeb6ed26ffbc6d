/** What is packed beside a function's code. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONTENT_FOLDER, DISTRICT_FILE } from '#config.ts';
import type { Stage } from '../stage-config.ts';

type Packed = Readonly<Record<string, string | Uint8Array>>;

/** The stage's district, in the file that the function's `DISTRICT_FILE` names. */
export const packedDistrict = ({ district }: Stage): Packed => ({ [DISTRICT_FILE]: JSON.stringify(district) });

/** The compiled content, file by file, in the folder that the function's `CONTENT_FOLDER` names. */
export const packedContent = (folder: string): Packed =>
  Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((name) => [`${CONTENT_FOLDER}/${name}`, readFileSync(join(folder, name))]),
  );
