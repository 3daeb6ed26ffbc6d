import { type Content, type Danger, topicOf } from '#core/content.ts';
import { SOURCE_LANG } from '#core/language.ts';

/**
 * Whether a matter is one for an interpreter or a checked translation: rights, discipline, special education (all of
 * them topics where a wrong answer harms a family's rights), health, or somebody in danger.
 */
export const isEssentialMatter = (
  content: Content,
  { topic, danger }: { readonly topic?: string | undefined; readonly danger?: Danger | undefined },
): boolean => {
  if (danger !== undefined) return true;
  const harm = topic === undefined ? 'none' : topicOf(content, SOURCE_LANG, topic)?.harm;
  return harm === 'legal' || harm === 'health';
};
