import type { StatusWords } from './status-words.ts';

const FAMILY =
  '(my|our|his|her|their) (son|sons|daughter|daughters|kid|kids|child|children|husband|husbands|wife|wifes|mom|moms|mother|dad|dads|father|parents|brother|brothers|sister|sisters|cousin|cousins|nephew|nephews|niece|nieces|uncle|aunt|family|boyfriend|girlfriend|partner|spouse|grandma|grandmother|grandpa|grandfather|baby|girl|boy)';
const SOMEBODY = `(i|we|he|she|they|me|us|husband|wife|${FAMILY})`;
const WE_ARE = `(i am|im|i m|we are|were|we re|he is|hes|she is|shes|they are|theyre|both of us are|all of us are|most of us are|wife is|husband is|${FAMILY} (is|are|was|were))`;
const HAVE_NOT = '(do not|dont|does not|doesnt|did not|didnt|never|dnt|don t) (have|had|got|get|hold|haves)';
const A = '(a|an|any|the|our|my|his|her|their|your|legal|proper|valid|american|us)';
const KIND =
  '(legal|proper|valid|immigration|temporary|humanitarian|pending|political|expired|tourist|student|work|us)';
const A_OR_KIND = `(${A.slice(1, -1)}|${KIND.slice(1, -1)})`;
const STATUS =
  '(tps|daca|asylum|asilo|political asylum|refugee status|refugee visa|parole|humanitarian parole|green card|green cards|greencard|greencards|u visa|t visa|h1b|h 1b|h4|h2a|h2b|f1|f 1|j1|j 1|l1|b1|b2|visa|visas|siv|special immigrant visa|work permit|work permits|ead|permanent residency|legal residency|us citizenship|temporary protected status|protected status|legal status|immigration status|vawa|daca status|i 94|i94|cbp one|order of removal|removal order|deportation order|deportation case)';
const CASE = '(court|court date|hearing|case|interview|lawyer|attorney|appointment|check in|judge|bond)';
const HAS =
  '(have|has|had|got|gotten|hold|holds|received|recieved|renew|renewed|renewing|lost|lose|overstayed|overstay)';
const ASKS =
  '(applied|apply|applying|waiting|waited|wait|asked|asking|filed|seeking|requested|requesting|granted|given|gave us|gave me|approved|denied|won)';

/** English, as it is spoken and as it is typed by those who learn it. */
export const en: StatusWords = {
  stems: [
    'undocument',
    'unauthori',
    'illegal',
    'not legal',
    'paper',
    'document',
    'docs',
    'visa',
    'asyl',
    'refugee',
    'parole',
    'green card',
    'greencard',
    'deport',
    'immigra',
    'citizen',
    'resident',
    'tps',
    'daca',
    'dreamer',
    'siv',
    'permit',
    'border',
    'desert',
    'status',
    'social',
    'ssn',
    'removal',
    'h1b',
    'h 1b',
    'uscis',
    'vawa',
    'ead',
    'i94',
    'i 94',
    'cbp one',
    'overstay',
    'ukraine',
    'legal',
    'h4',
    'h2',
    'f1',
    'f 1',
    'j1',
    'j 1',
    'l1',
    'b1',
    'b2',
  ],
  says: [
    `${SOMEBODY} ... (undocumented|undocumentd|here illegally|without papers in this country)`,
    `(just|finally|already) (got|have|had|received|lost) (our|my|the|a|his|her)? ${STATUS}`,
    `(my|our|his|her|their) (green card|greencard|work permit|visa|asylum|tps|daca|parole|i 94|residency card) (has not|hasnt|have not|havent|did not|didnt|never|still|finally|just) (come|came|arrived|arrive|yet|not) (come|arrived|yet|back)?`,
    `(came|come|got here|arrived|entered|here) (to|in|into)? (the)? (us|usa|america|states|this country)? (with|on|by|under|through) (a|an|the|my|our|his|her)? ${KIND}? ${STATUS}`,
    `${WE_ARE} (still|all|both|here|not|an|a|technically|currently|also)? (undocumented|undocumentd|undocumentated|unauthorized|illegal|illegals|illegally|illegaly|paperless) (immigrants|immigrant|in this country|here|in the us|in the usa)?`,
    '(here|living here|in this country|in the us) (illegal|illegally|illegaly)',
    '(as|being) (a|an)? undocumented (parent|parents|mother|mom|father|dad|family|immigrant|person)?',
    '(have|has|had) been (undocumented|here illegally|in the country illegally)',
    '(my|our) (undocumented|illegal) *',
    `${WE_ARE} not (here)? (legal|legally|legalized|documented)`,
    `(ive|weve) (just|only|already)? (got|had|lost|overstayed) (my|our|a|an|the)? ${KIND}? ${STATUS}`,
    `(am|im|is|are|were|was|been|here|came|come|entered|live|living|stay|staying) (still|also|only|all|both)? (here)? (on|under|with|by|in on|through) (my|our|a|an|the|his|her|their)? ${KIND}? ${STATUS}`,
    `(i|we|he|she|they|is|are|am|im|was|were|been|got|still|hes|shes|theyre|have|has|${FAMILY}) (just|only|also|already|now|still|are|is|am)? ${ASKS} (for|on|to get)? (my|our|a|an|the|his|her|their)? ${KIND}? ${STATUS}`,
    '(got|won|granted|seeking|claimed|claiming|denied|lost) (political)? asylum',
    `${WE_ARE} (still|all|not|now|just|both|also)? (here as)? (a|an)? (us|u s|american|legal|permanent|lawful|naturalized|new)? (afghan|syrian|somali|ukrainian|haitian|sudanese|congolese|burmese)? (refugee|refugees|asylee|asylees|asylum seeker|asylum seekers|asylum|dreamer|dreamers|parolee|parolees|us citizen|us citizens|permanent resident|permanent residents|legal resident|legal residents|daca|tps|siv|green card holder|green card holders|visa holder|stateless|deported|being deported)`,
    '(came|come|arrived|here|entered|admitted|resettled) ... as (a)? (refugee|refugees|asylee|asylees|parolee|parolees)',
    `(family|families) (with|on|under) (tps|daca|siv|an siv|asylum|refugee status|parole)`,
    '(came|come|here|arrived|entered) (with|under|by|through|on) (u4u|uniting for ukraine|united for ukraine|siv|cbp one|parole)',
    `(my|our|his|her|their|husbands|wifes) (${KIND.slice(1, -1)})? (visa|visas|work permit|green card|tps|daca|parole|i 94|immigration papers|papers|asylum case|asylum|residency card|legal status) (is|are|was|has|got|have)? (been|about to|going to)? (expired|expire|expires|ran out|run out|over|denied|pending|cancelled|canceled|revoked|finished|ending|ends|end|in process|not approved|not ready)`,
    `${FAMILY} (visa|work permit|green card|tps|daca|parole|papers|asylum case) (is|are|was|has|got|have)? (expired|ran out|denied|pending|revoked|finished|ends)`,
    '(overstayed|overstaying|overstay) (my|our|his|her|their|the|a)? (visa|tourist visa|visas|stay)?',
    '(am|is|are|im|been|fell|were) out of status',
    '(lost|losing|lose) (my|our|his|her|their) (legal|immigration)? status',
    '(crossed|cross|came across|snuck across|snuck over|swam|walked across|jumped) (the|over the|over|at the)? (border|river|rio grande|desert|rio) (without papers|illegally)?',
    '(came|got in|got here|entered) ... (through|thru|across|over|by) (the)? (border|desert|rio grande)',
    '(came|come|entered|enter|crossed|cross|arrived|got here|got in) ... (illegally|illegal|illegaly|without papers|without any papers|without documents|without visa|without a visa|without inspection|with no papers)',
    '(deported|deport|deporting) (my|our|his|her) *',
    '(deported|deport|deporting) (me|us|him)',
    `(was|got|been|is getting|getting|were) deported`,
    `(husband|wife|dad|mom|father|mother|brother|sister|uncle|cousin) deported`,
    '(have|has|had|got|with) (a|an)? (final)? (deportation|removal) (order|case|hearing|proceedings)',
    '(in|facing) (deportation|removal|deportation proceedings|removal proceedings)',
    `(my|our|his|her|their|husbands|wifes) (asylum|immigration|uscis) ${CASE}`,
    `${SOMEBODY} (have|has|had|got|go to|went to|must go to|need to go to|gotta go to|am going to|are going to|will be in|was in|is in) (an|a|our|my|the|his|her)? (immigration|asylum|uscis|ice) ${CASE}`,
    `(have|has|had|got) (an|a|our|my|the|his|her) (immigration|asylum|ice) ${CASE}`,
  ],
  papers: {
    says: [
      `${WE_ARE} (still|all|not|now|just|both|also)? (a|an)? (us|u s|american|naturalized)? (citizen|citizens)`,
      `${SOMEBODY} (still|just)? ${HAVE_NOT} ${A_OR_KIND}? (papers from immigration|immigration papers|papers to work|papers to be here|papers to live here|legal papers|papers|paper|documents|docs|papeles|${STATUS.slice(1, -1)}|status|social security number|social security|ssn|social)`,
      `${SOMEBODY} (have|has|had|got|with) no (legal|immigration|proper|valid)? (papers|paper|documents|docs|papeles|status|visa|green card|work permit|ssn|social security|social)`,
      `${SOMEBODY} (is|are|am)? no (have|got|has)? (papers|papeles|documents|visa|green card|status|legal)`,
      'no (have|got) (papers|papeles|visa|green card|status)',
      'no papers (no|or) (social|visa|ssn|status|green card|nothing)',
      `${SOMEBODY} (is|are|am|was|were|live|lives|living|work|works|being) (here)? without (any|legal)? (papers|documents|status|visa|a visa|a green card)`,
      'im without (any|legal)? (papers|documents|status|visa)',
      `${SOMEBODY} (just|only|also|already|now|still|both|all|do|finally)? ${HAS} (my|our|a|an|the|his|her|their)? ${KIND}? ${STATUS}`,
    ],
    unless: [
      '(yet|right now|today|now|here)? (from|of|for|about|that|to sign|to fill|they|you|i need|she needs|he needs|u)',
      '(card|debit|credit|gift)',
      '(worker|media|studies|emotional|skills|life)',
      'of the (month|week|year)',
      '(absence|absences|absent|tardy|tardies|parked|parking)',
    ],
  },
};
