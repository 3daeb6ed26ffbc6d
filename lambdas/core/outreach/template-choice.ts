import { LANGS, type Lang, languageFacts, SOURCE_LANG } from '../language.ts';
import type { Announcement } from '../reply.ts';
import { type TemplateState, type TemplateStates, templateKey } from './outreach.ts';
import { TEMPLATES, type TemplateName } from './templates.ts';

/** What a template has places for, by their names. */
export type TemplateParameters<Name extends TemplateName> = Readonly<
  Record<(typeof TEMPLATES)[Name]['parameters'][number], string>
>;

/** Whether WhatsApp has a code of its own for a language, so that its texts can be handed in there. */
export const hasOwnTemplate = (lang: Lang): boolean => languageFacts(lang).template.split('_')[0] === lang;

/** The language whose texts stand behind a code of WhatsApp: of `fr` French, whoever gets it. */
const langOfTemplate = (code: string): Lang =>
  LANGS.find((lang) => hasOwnTemplate(lang) && languageFacts(lang).template === code) ?? SOURCE_LANG;

/**
 * Whether a template may be sent as it stands. What nothing has been heard of is tried: WhatsApp's answer then tells.
 * What waits for review cannot be sent, and `marketing` is not delivered to U.S. numbers.
 */
export const isUsable = (state: TemplateState | undefined): boolean =>
  state === undefined || (state.status === 'approved' && (state.category ?? 'utility') === 'utility');

/** In which codes of WhatsApp a family's template is looked for, the best first: its own or the fallback, then English. */
const templateLanguages = (lang: Lang): readonly string[] => [
  ...new Set([languageFacts(lang).template, languageFacts(SOURCE_LANG).template]),
];

/** The template of a name that a family of a language gets as things stand, and whose words it has. */
export const usableTemplate = (
  name: string,
  lang: Lang,
  states: TemplateStates,
): { readonly language: string; readonly lang: Lang } | undefined => {
  const language = templateLanguages(lang).find((code) => isUsable(states[templateKey(name, code)]));
  return language === undefined ? undefined : { language, lang: langOfTemplate(language) };
};

/**
 * The template that announces something outside the 24-hour window, in the family's language, else in the one that
 * stands in for it, else in English. Undefined where none of them can be sent: then nothing can be.
 *
 * Haitian Creole, Pashto and Somali have no code at WhatsApp. Their families get the French or English text, which
 * says that the button goes on in their own language; and so it does, because a tap is answered in the language that
 * the family talks with us in. A line in a second language is not put into the text: Meta refuses templates that mix
 * languages.
 *
 * @param parameters what is filled in, in the language asked for: that of the template, not always the family's
 * @param choice the id that comes back when its button is tapped
 */
export const announcementFor = <Name extends TemplateName>(
  name: Name,
  lang: Lang,
  states: TemplateStates,
  parameters: (lang: Lang) => TemplateParameters<Name>,
  choice: string,
): Announcement | undefined => {
  const found = usableTemplate(name, lang, states);
  if (!found) return undefined;
  const filled: Readonly<Record<string, string>> = parameters(found.lang);
  // The texts go on behind what is filled in with a stop of their own.
  const named = TEMPLATES[name].parameters.map((parameter) => ({
    name: parameter,
    text: (filled[parameter] ?? '').replace(/\.$/, ''),
  }));
  return {
    template: name,
    language: found.language,
    choice,
    ...(named.length > 0 ? { parameters: named } : {}),
    ...(TEMPLATES[name].isWhole ? { isWhole: true } : {}),
  };
};
