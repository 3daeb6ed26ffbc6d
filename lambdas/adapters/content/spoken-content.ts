import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError } from '#config.ts';
import type { Content, LanguagePack } from '#core/content.ts';
import { CONTENT_FILES, lazily } from './compiled.ts';

/**
 * What Homeroom says, from compiled content, without what it listens for: the models that understand families take
 * far longer to read, and the desk needs none. A language is read when it is first asked for.
 * @throws ConfigError where the folder is missing or not one of compiled content
 */
export const loadSpokenContent = (folder: string): Content => {
  const json = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));
  try {
    const { version, menu } = json(CONTENT_FILES.index) as Pick<Content, 'version' | 'menu'>;
    return { version, menu, packs: lazily((lang) => json(CONTENT_FILES.pack(lang)) as LanguagePack) };
  } catch (cause) {
    throw new ConfigError(
      'CONTENT_FOLDER does not name a folder of compiled content; run "npm run content" and pack its folder.',
      { cause },
    );
  }
};
