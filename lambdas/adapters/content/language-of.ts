import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError } from '#config.ts';
import { type Lang, SOURCE_LANG } from '#core/language.ts';
import { identifierOf } from '#core/understanding/identify-language.ts';
import { CONTENT_FILES } from './compiled.ts';
import { decodeModel } from './model-file.ts';

/**
 * Tells the language that staff write in: English unless the text clearly is in another. Undefined where it is in none
 * of ours.
 * @param folder of compiled content, of which only the model of languages is read
 * @throws ConfigError where it is not there
 */
export const loadLanguageOf = (folder: string): ((text: string) => Lang | undefined) => {
  try {
    const identify = identifierOf(decodeModel(readFileSync(join(folder, CONTENT_FILES.language))).model);
    return (text) => {
      const { lang, certainty } = identify(text, SOURCE_LANG);
      if (certainty === 'foreign') return undefined;
      return certainty === 'none' ? SOURCE_LANG : lang;
    };
  } catch (cause) {
    throw new ConfigError('CONTENT_FOLDER holds no model of languages; run "npm run content" and pack its folder.', {
      cause,
    });
  }
};
