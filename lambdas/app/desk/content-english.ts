import type { Turn } from '#app/ports.ts';
import { type Content, MESSAGE_NAMES, topicOf } from '#core/content.ts';
import { type DistrictFacts, fillFacts } from '#core/facts.ts';
import { type Lang, SOURCE_LANG } from '#core/language.ts';
import type { Reply } from '#core/reply.ts';

/** What `bidi.ts` puts into texts of right-to-left languages. */
const DIRECTION_MARKS = /[\u200f\u2066-\u2069]/g;
const plain = (text: string) => text.replace(DIRECTION_MARKS, '').trim();

export interface SpokenWorld {
  readonly content: Content;
  readonly facts: DistrictFacts;
}

/** A reviewed text in the family's language and the same in English. */
interface Pair {
  readonly spoken: string;
  readonly english: string;
}

const filled = ({ facts }: SpokenWorld, spoken: string, english: string, lang: Lang): Pair => ({
  spoken: plain(fillFacts(spoken, facts, lang)),
  english: fillFacts(english, facts, SOURCE_LANG),
});

const topicPair = (world: SpokenWorld, lang: Lang, id: string): Pair | undefined => {
  const spoken = topicOf(world.content, lang, id);
  const english = topicOf(world.content, SOURCE_LANG, id);
  return spoken && english && filled(world, spoken.body, english.body, lang);
};

const safetyPair = (world: SpokenWorld, lang: Lang, danger: string): Pair | undefined => {
  const { packs } = world.content;
  const spoken = packs[lang].safety.find((one) => one.danger === danger);
  const english = packs[SOURCE_LANG].safety.find((one) => one.danger === danger);
  return spoken && english && filled(world, spoken.body, english.body, lang);
};

const messageEnglish = (world: SpokenWorld, { lang, body }: Reply): string | undefined => {
  const { packs } = world.content;
  const said = plain(body);
  const name = MESSAGE_NAMES.find((one) => plain(fillFacts(packs[lang].messages[one], world.facts, lang)) === said);
  return name && fillFacts(packs[SOURCE_LANG].messages[name], world.facts, SOURCE_LANG);
};

/**
 * The English of what the bot said, from the content: where the reply holds the text of the topic or of the danger
 * that its turn was about, as it stands in the content today, or is one of the fixed sentences.
 */
export const contentEnglish = (world: SpokenWorld, turn: Turn, reply: Reply): string | undefined => {
  if (reply.lang === SOURCE_LANG) return undefined;
  const topic = turn.taken?.topic;
  const pairOf = reply.purpose === 'safety' ? safetyPair : topicPair;
  const pair = topic === undefined ? undefined : pairOf(world, reply.lang, topic);
  if (pair && plain(reply.body).includes(pair.spoken)) return pair.english;
  return messageEnglish(world, reply);
};
