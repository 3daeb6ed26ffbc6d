import * as z from 'zod/mini';
import { TEMPLATES, type TemplateName, type TemplateWords } from '#core/outreach/templates.ts';
import type { Problem } from './problem.ts';
import { messagesFile } from './schemas.ts';
import { readEach, text, type Written } from './words-file.ts';

/** The longest body of a template, and the longest words on its button (Meta, "Template components", November 2026). */
const LONGEST_BODY = 1024;
const LONGEST_BUTTON = 25;

const NAMES = Object.keys(TEMPLATES) as TemplateName[];

const file = {
  name: 'templates.yaml',
  isOptional: true,
  schema: z.strictObject({
    review: messagesFile.shape.review,
    templates: z.strictObject(
      Object.fromEntries(NAMES.map((name) => [name, z.strictObject({ body: text, button: text })])),
    ),
  }),
};

/** Reads `templates.yaml` of every language below `folder`; file names in problems begin at `root`. */
export const readTemplates = (folder: string, root: string): Written<TemplateWords> =>
  readEach(file, folder, root, ({ templates }) => templates as TemplateWords);

const listed = (names: readonly string[]): string => [...new Set(names)].sort().join(', ') || 'none';
const parametersOf = (body: string): string =>
  listed([...body.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name));

/** All that is wrong with the templates, besides what reading them has found: what WhatsApp would refuse. */
export const checkTemplates = ({ languages }: Written<TemplateWords>): Problem[] =>
  languages.flatMap(({ words, source }) =>
    NAMES.flatMap((name) => {
      const { body, button } = words[name];
      const declared = listed(TEMPLATES[name].parameters);
      const faults: readonly (readonly [string, boolean, string])[] = [
        ['body', parametersOf(body) !== declared, `the parameters are ${parametersOf(body)}: they must be ${declared}`],
        ['body', [...body].length > LONGEST_BODY, `a body has at most ${LONGEST_BODY} characters: make it shorter`],
        ['button', [...button].length > LONGEST_BUTTON, `a button has at most ${LONGEST_BUTTON} characters`],
      ];
      return faults
        .filter(([, isWrong]) => isWrong)
        .map(([part, , message]) => ({
          file: source.file,
          line: source.lineOf(['templates', name, part]),
          severity: 'error' as const,
          message,
        }));
    }),
  );
