import { LANGS } from '../../lambdas/core/language.ts';
import { createTalk, demoWorld } from '../local/talk.ts';
import type { Measure } from './figure.ts';
import { contentQuestions } from './questions.ts';

/** How many messages a question is answered with: every question of the content, from somebody new. */
export const messagesFigures: Measure = async ({ isQuick }) => {
  const world = demoWorld(Date.now());
  const all = contentQuestions();
  const questions = isQuick ? all.slice(0, 20) : all;
  const counts: { lang: string; sent: number }[] = [];
  for (const { lang, text } of questions) {
    const sent = (await createTalk(world, Date).say({ kind: 'text', text })).length;
    counts.push({ lang, sent });
  }
  const perTurn = (ofLang?: string) => {
    const own = counts.filter(({ lang }) => ofLang === undefined || lang === ofLang);
    return own.reduce((sum, { sent }) => sum + sent, 0) / own.length;
  };
  const most = Math.max(...counts.map(({ sent }) => sent));
  const least = Math.min(...counts.map(({ sent }) => sent));
  const method = `replies after rendering limits, over ${questions.length} questions of the content, each from a new parent`;
  return [
    {
      name: 'WhatsApp messages per turn',
      value: perTurn(),
      unit: 'messages',
      aim: { atMost: 1 },
      method,
      spread: [least, most],
    },
    ...LANGS.map((lang) => ({
      name: `WhatsApp messages per turn, ${lang}`,
      value: perTurn(lang),
      unit: 'messages',
      aim: { atMost: 1 },
      method,
    })),
  ];
};
