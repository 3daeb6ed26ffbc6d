/** The school's templates as they are approved at the stand-in: those that a deployment hands in at Meta. */
import type { Content } from '../../lambdas/core/content.ts';
import { LANGS, languageFacts } from '../../lambdas/core/language.ts';
import { hasOwnTemplate } from '../../lambdas/core/outreach/template-choice.ts';
import { ANSWER_READY } from '../../lambdas/core/speak.ts';
import type { Template } from './whatsapp/templates.ts';

/** Every template in every language that WhatsApp has a code of its own for. */
export const approvedTemplates = ({ packs }: Pick<Content, 'packs'>): readonly Template[] =>
  LANGS.filter(hasOwnTemplate).flatMap((lang) => {
    const { messages, templates } = packs[lang];
    const language = languageFacts(lang).template;
    return [
      { name: ANSWER_READY, language, text: messages.answerReady, button: messages.readAnswer },
      ...Object.entries(templates).map(([name, { body, button }]) => ({ name, language, text: body, button })),
    ];
  });
