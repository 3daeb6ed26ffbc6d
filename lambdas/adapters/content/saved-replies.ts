import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { ConfigError } from '#config.ts';
import { SavedReply } from '#contract/desk-api.ts';
import { CONTENT_FILES } from './compiled.ts';

/**
 * Reads the saved replies of compiled content.
 * @throws ConfigError where the file is missing or holds something else
 */
export const loadSavedReplies = (folder: string): readonly SavedReply[] => {
  try {
    return z.parse(z.array(SavedReply), JSON.parse(readFileSync(join(folder, CONTENT_FILES.savedReplies), 'utf8')));
  } catch (cause) {
    throw new ConfigError(
      `CONTENT_FOLDER has no ${CONTENT_FILES.savedReplies} that can be read; run "npm run content" and pack its folder.`,
      { cause },
    );
  }
};
