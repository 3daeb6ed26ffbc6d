import type { TemplatesView, TemplateText as TextView } from '#contract/templates-api.ts';
import { LANGS, type Lang, languageFacts } from '#core/language.ts';
import { type TemplateStates, templateKey } from '#core/outreach/outreach.ts';
import { hasOwnTemplate, usableTemplate } from '#core/outreach/template-choice.ts';
import { lintTemplate } from '#core/outreach/template-lint.ts';
import { TEMPLATES, type TemplateName, type TemplateText } from '#core/outreach/templates.ts';
import { ANSWER_READY } from '#core/speak.ts';
import { checkRight } from './access.ts';
import type { DeskPorts } from './desk-ports.ts';
import type { StaffMember } from './ports.ts';

const textView = (name: string, lang: Lang, text: TemplateText, states: TemplateStates): TextView => {
  const code = hasOwnTemplate(lang) ? languageFacts(lang).template : undefined;
  const state = code === undefined ? undefined : states[templateKey(name, code)];
  const gets = usableTemplate(name, lang, states)?.lang;
  return {
    ...{ lang, ...text },
    ...(code === undefined ? {} : { code }),
    ...(state ? { state } : {}),
    ...(gets ? { gets } : {}),
    findings: lintTemplate(text, state?.category ?? 'utility').map(({ severity, found, advice }) => ({
      ...{ severity, advice },
      ...(found === undefined ? {} : { found }),
    })),
  };
};

/**
 * Every template of ours in every language: the words to hand in at Meta, how it stands there, and what families of
 * that language would get now.
 * @throws DeskError where somebody may not see it
 */
export const readTemplates = async (ports: DeskPorts, person: StaffMember): Promise<TemplatesView> => {
  checkRight(person, 'outreach');
  await ports.district.refresh(true);
  const { packs } = ports.content;
  const states = ports.district.known().templates;
  const textsOf = (name: string, textIn: (lang: Lang) => TemplateText) =>
    LANGS.map((lang) => textView(name, lang, textIn(lang), states));
  const answerReady = (lang: Lang): TemplateText => {
    const { answerReady: body, readAnswer: button } = packs[lang].messages;
    return { body, button };
  };
  return {
    templates: [
      ...(Object.keys(TEMPLATES) as TemplateName[]).map((name) => ({
        ...{ name, parameters: [...TEMPLATES[name].parameters], isWhole: TEMPLATES[name].isWhole },
        texts: textsOf(name, (lang) => packs[lang].templates[name]),
      })),
      { name: ANSWER_READY, parameters: [], isWhole: false, texts: textsOf(ANSWER_READY, answerReady) },
    ],
  };
};
