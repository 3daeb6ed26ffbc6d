/**
 * English words that tell of a matter where a wrong word harms: discipline, special education, health, rights (what the
 * project's study of rights calls essential, 2026-11).
 */
const DISCIPLINE =
  'suspen(?:d|ds|ded|ding|sion|sions)|expel(?:s|led|ling)?|expulsion|detention|disciplin(?:e|ed|ary)|hearing|manifestation|arrest(?:ed)?|police|citation|truan(?:t|cy)|court';
const SPECIAL_EDUCATION =
  'iep|504|special education|disabilit(?:y|ies)|evaluat(?:e|ed|ion|ions)|accommodations?|procedural safeguards|prior written notice|eligib(?:le|ility)|due process|speech therapy|occupational therapy';
const HEALTH =
  'medicines?|medications?|dos(?:e|es|age)|inhaler|epi-?pen|insulin|allerg(?:y|ies|ic)|asthma|seizures?|concussion|diagnos(?:is|ed)|hospital|ambulance|emergency room|vaccin(?:e|es|ation|ations)|immuni[sz]ations?|prescri(?:bed|ption)|surgery|overdose|mg|ml';
const RIGHTS =
  'consent|rights?|waive[rsd]*|appeal(?:s|ed)?|complaint|custody|guardian(?:ship)?|immigration|lawyer|attorney|discriminat(?:e|ed|ion)|harass(?:ed|ment)|retain(?:ed)?|retention|bull(?:y|ied|ying)|abuse|neglect|child protective|homeless|mckinney-vento|title ix|opt(?:ing)? out';

const WORDS = new RegExp(
  `(?<![\\p{L}\\d])(?:${DISCIPLINE}|${SPECIAL_EDUCATION}|${HEALTH}|${RIGHTS})(?![\\p{L}\\d])`,
  'iu',
);
/** "Right now", "that is right", "on the right", "all right" speak of no rights. */
const NO_RIGHT =
  /\b(?:right (?:now|away|after|before|here|there|side|hand|door|next)|(?:all|is|are|that's|on the|to the|the|your|turn|you're) right(?! to\b))\b/gi;

/** Whether English words speak of rights, health, discipline or special education. */
export const speaksOfEssentials = (english: string): boolean => WORDS.test(english.replace(NO_RIGHT, ' '));
