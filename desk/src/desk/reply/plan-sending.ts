/** How a reply may go out, as it stands. Pure. The server checks the same again. */
import type { Action, Preview } from '#contract/desk-api.ts';
import type { Lang } from '#core/language.ts';

export type Reply = Extract<Action, { kind: 'reply' }>;

interface Situation {
  /** The English that was written. */
  readonly original: string;
  /** What the family reads. */
  readonly lang: Lang;
  readonly hasTranslation: boolean;
  /** Somebody may be in danger: then a machine's words are never enough. */
  readonly isDanger: boolean;
  readonly preview: Preview | undefined;
  /** The preview belongs to these very words. */
  readonly isCurrent: boolean;
  /** The translation that somebody has looked at. */
  readonly checked: string;
}

export interface SendingPlan {
  /** What the button sends; absent while it cannot be sent so. */
  readonly reply?: Reply;
  /** The same in English, where that is another way. */
  readonly inEnglish?: Reply;
  /** The translation is on its way: a moment later it can be sent. */
  readonly isPreparing: boolean;
  /** Somebody who reads the language has to look at this translation first. */
  readonly toCheck?: string;
  /** An interpreter is better than a machine here. */
  readonly wantsInterpreter: boolean;
}

const NOTHING: SendingPlan = { isPreparing: false, wantsInterpreter: false };

const planMachine = (
  { original, lang, isDanger, checked }: Situation,
  { policy, isEssential }: Preview,
  text: string,
): SendingPlan => {
  const english: Reply = { kind: 'reply', original, text: original, lang: 'en', translation: 'none' };
  const mustCheck = policy !== 'free' || isEssential || isDanger;
  const wantsInterpreter = policy === 'interpreter' || isEssential || isDanger;
  const plan = { inEnglish: english, isPreparing: false, wantsInterpreter };
  if (!mustCheck) return { ...plan, reply: { kind: 'reply', original, text, lang, translation: 'machine' } };
  const isChecked = checked === text;
  return {
    ...plan,
    toCheck: text,
    ...(isChecked ? { reply: { kind: 'reply', original, text, lang, translation: 'checked' } } : {}),
  };
};

/** What can be sent now, and what stands in the way. */
export const planSending = (situation: Situation): SendingPlan => {
  const { original, lang, hasTranslation, preview, isCurrent } = situation;
  if (original === '') return NOTHING;
  const inEnglish = (translation: 'same' | 'none'): SendingPlan => ({
    ...NOTHING,
    reply: { kind: 'reply', original, text: original, lang: 'en', translation },
  });
  if (lang === 'en') return inEnglish('same');
  if (!hasTranslation) return inEnglish('none');
  if (!preview || !isCurrent) return { ...NOTHING, isPreparing: true };
  if (preview.by !== 'machine' || preview.text === undefined) return inEnglish('none');
  return planMachine(situation, preview, preview.text);
};
