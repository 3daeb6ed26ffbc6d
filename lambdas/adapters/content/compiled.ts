import { readFileSync } from 'node:fs';
import { ConfigError } from '#config.ts';
import type { Content } from '#core/content.ts';
import { createUnderstand, type PackedModels } from '#core/understanding/understand.ts';
import type { Understand } from '#core/understanding/understanding.ts';

/** What the content compiler writes and the functions read. */
export interface CompiledContent {
  readonly content: Content;
  readonly models: PackedModels;
}

/** Content that is ready to answer. */
export interface ReadyContent {
  readonly content: Content;
  readonly understand: Understand;
}

export const readyContent = ({ content, models }: CompiledContent): ReadyContent => ({
  content,
  understand: createUnderstand(content, models),
});

/**
 * Reads the compiled content.
 * @throws ConfigError where the file is missing or broken
 */
export const loadContent = (file: string): ReadyContent => {
  try {
    return readyContent(JSON.parse(readFileSync(file, 'utf8')) as CompiledContent);
  } catch (cause) {
    throw new ConfigError(`CONTENT_FILE does not name a compiled content file; run "npm run content" and pack it.`, {
      cause,
    });
  }
};
