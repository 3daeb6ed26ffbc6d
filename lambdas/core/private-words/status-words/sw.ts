import type { StatusWords } from './status-words.ts';

const FAMILY =
  '(mume wangu|mke wangu|mtoto wangu|watoto wangu|watoto wetu|mwanangu|mama yangu|baba yangu|kaka yangu|dada yangu|ndugu yangu|familia yangu|familia yetu|wazazi wangu|binti yangu|mjomba wangu|shangazi yangu)';
const WE = `(mimi|sisi|mi|tuko|niko|ni|tu|sote|wote|yeye|${FAMILY.slice(1, -1)})`;
const PAPERS =
  '(karatasi|makaratasi|karatasi za kuishi|visa|viza|vibali|kibali|kibali cha kuishi|vibali vya kuishi|kibali cha kazi|hati|hati halali|hati za kuishi|green card|grini kadi|grin kadi|greencard|hadhi ya kisheria|status|uraia|social|social security|ssn|tps|asylum|papers|nyaraka|nyaraka za kuishi|nyaraka halali)';
const STATUS =
  '(tps|daca|asylum|asailam|hifadhi|hifadhi ya kisiasa|hadhi ya ukimbizi|status ya ukimbizi|ukimbizi|green card|grini kadi|grin kadi|greencard|visa|viza|visa ya utalii|visa ya masomo|visa ya kazi|kibali cha kazi|kibali cha kuishi|kibali cha kufanya kazi|work permit|uraia|uraia wa marekani|parole|kesi ya uhamiaji|kesi ya asylum|kesi ya hifadhi|mahakama ya uhamiaji|korti ya uhamiaji|amri ya kufukuzwa|siv)';

/** Swahili of Congo, Kenya and Tanzania. */
export const sw: StatusWords = {
  stems: [
    'karatasi',
    'makaratasi',
    'alideport',
    'amedeport',
    'walimdeport',
    'walitudeport',
    'nilideport',
    'wamemdeport',
    'alirudish',
    'amerudish',
    'walimrudish',
    'alifukuz',
    'amefukuz',
    'walimfukuz',
    'visa',
    'viza',
    'vibali',
    'kibali',
    'hati',
    'green',
    'grin',
    'kisheria',
    'sheria',
    'uraia',
    'raia',
    'mkimbizi',
    'wakimbizi',
    'ukimbizi',
    'hifadhi',
    'asylum',
    'asailam',
    'deport',
    'fukuz',
    'rudishwa',
    'uhamiaji',
    'immigration',
    'mpaka',
    'tps',
    'daca',
    'parole',
    'papers',
    'nyaraka',
    'social',
    'ssn',
    'haramu',
    'status',
    'hadhi',
    'siv',
    'work permit',
  ],
  says: [
    `${WE} ... (bila vibali|bila karatasi|bila makaratasi|bila hati|kinyume cha sheria|wakimbizi)`,
    `(tulikuja|nilikuja|alikuja|tuliingia|niliingia|tumekuja|nimekuja|tulifika|nilifika) (hapa|marekani)? (kwa|na|kupitia|kwenye|kama) (visa ya utalii|visa|asylum|parole|hifadhi|wakimbizi|mkimbizi|green card|siv|ukimbizi)`,
    `(green card|kibali cha kazi|visa|asylum|uraia) (yangu|yetu|changu|yake|ya mume wangu)? (bado|haija|hakija|imefika|imekuja) (haijafika|haijaja|hakijafika|haijatoka|tu)`,
    `${WE} (hapa|bado|tuko|yuko|niko|wako|tunaishi|ninaishi|anaishi|naishi|tuko hapa|tunaishi hapa)? (hapa|marekani)? (bila karatasi|bila makaratasi|bila vibali|bila kibali|bila visa|bila viza|bila hati|bila papers|kinyume cha sheria|isivyo halali|haramu|si halali|bila nyaraka)`,
    `(tunaishi|ninaishi|naishi|anaishi|tuko|niko|yuko|tuliingia|niliingia|tulikuja|nilikuja|aliingia|tunafanya kazi) ... (bila karatasi|bila makaratasi|bila vibali|bila kibali|bila visa|bila viza|bila hati|kinyume cha sheria|kama wakimbizi|kama mkimbizi|kwa parole|na visa ya utalii|isivyo halali)`,
    `(${WE.slice(1, -1)}|sisi ni|mimi ni|tulikuja kama|nilikuja kama|ni familia ya|tumekuja kama|alikuja kama|yeye ni) (ni|ya|si|kama)? (familia ya)? (wakimbizi|mkimbizi|waomba hifadhi|mwomba hifadhi|muomba hifadhi|raia wa marekani|wakaazi wa kudumu|mkaazi wa kudumu)`,
    '(sisi|mimi|mume wangu|mke wangu|yeye) (si|sio) (raia|raia wa marekani|halali)',
    `(nina|tuna|ana|wana|niko na|tuko na|yuko na|nimepata|tumepata|amepata|tulipata|nilipata|tulipewa|nilipewa|tumepewa|nimepewa|niliomba|tuliomba|tumeomba|nimeomba|naomba|tunaomba|tunasubiri|nasubiri|ninasubiri|anasubiri|walitupa|walinipa|wametupa|walitukatalia|nimepoteza|tuko kwenye|niko kwenye|aliomba|ameomba|tunangoja|ninangoja|tuko chini ya|niko chini ya) (tu|ya|bado|majibu ya|jibu la|kwa|kupata|jibu ya|kesi ya)? ${STATUS}`,
    `(visa|viza|green card|kibali cha kazi|kibali|tps|parole|grini kadi|hati|asylum) (yangu|yetu|ya mume wangu|ya mke wangu|changu|chetu|zetu|cha kazi|ya utalii|yake) (ya utalii|cha kazi)? (imeisha|imekwisha|ime expire|imeexpire|iliisha|imeshaisha|kimeisha|kimekwisha|zimeisha|inaisha|imekataliwa|ilikataliwa|ilikwisha|itaisha|imepita|expired|iko pending)`,
    `(walimdeport|wamemdeport|alideportiwa|amedeportiwa|alideport*|amedeport*|walitudeport|nilideportiwa|ame deportiwa|ali deportiwa|wamem deport|wali mdeport)`,
    `${FAMILY} (ame|ali|amesha|tayari)? (deportiwa|deported|alirudishwa kwao|amerudishwa nchini|alifukuzwa nchini|amefukuzwa nchini|alifukuzwa marekani|amefukuzwa marekani|amerudishwa nchi yetu|alirudishwa nchini)`,
    `(alifukuzwa|amefukuzwa|walimfukuza|alirudishwa|amerudishwa|walimrudisha) (nchini|kutoka marekani|kutoka nchini|kutoka amerika|marekani)`,
    '(tulivuka|nilivuka|tumevuka|alivuka|walivuka|tulipita) ... (mpaka|mpakani)',
    '(nina|tuna|ana|kesho nina|tunaenda|naenda|ninaenda|niko na|tuko na) ... (mahakama ya uhamiaji|korti ya uhamiaji|korti ya immigration|mahakama ya immigration|kesi ya uhamiaji|kesi ya immigration|mahojiano ya asylum|wakili wa uhamiaji|miadi ya uhamiaji|mahojiano ya hifadhi)',
  ],
  papers: {
    says: [
      `(sina|hatuna|hana|hawana|hatujapata|sijapata|hatukupata|sikuwa na|hatukuwa na|hajapata|mimi sina|sisi hatuna) (hata|bado)? ${PAPERS} (halali|za marekani|za hapa)?`,
    ],
    unless: [
      '(yoyote|zozote) (ya|za|la)',
      '(ya|za|cha|vya|la|kutoka|kwa|wala|hizo|hiyo) (shule|chanjo|kujiandikisha|daktari|hospitali|kliniki|basi|usajili|mtoto|safari|kuzaliwa|mwalimu|shuleni|nyumbani|uhamisho|kusajili*)',
      '(ya|za|cha|vya|kutoka) (shule*|chanjo|usajili|daktari|hospitali|mtoto|kuzaliwa|safari|basi|kliniki|kujiandikisha|mwalimu|uhamisho)',
    ],
  },
};
