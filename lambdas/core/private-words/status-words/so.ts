import type { StatusWords } from './status-words.ts';

const FAMILY =
  '(ninkayga|odaygayga|xaaskayga|wiilkayga|gabadhayda|ilmahayga|carruurtayda|caruurtayda|hooyaday|aabbahay|aabahay|walaalkay|walaashay|qoyskayga|reerkayga|waalidkay|seygayga|nin kayga|xaaskeyga|wiilkeyga|gabadheyda|odaygii)';
const WE = `(waxaan|waxaanu|waxan|anigu|aniga|annagu|anagu|innagu|waan|waxaynu|dhammaanteen|anaga|waxa|${FAMILY.slice(1, -1)})`;
const PAPERS =
  '(sharci|sharciga|sharci degan|warqado|waraaqo|waraaqaha|warqadaha|warqado sharci ah|fiiso|fiisaha|viza|visa|green card|greencard|griin kaadh|griinkaarka|dhalashada mareykanka|ogolaansho shaqo|ogolaanshaha shaqada|sooshal|social|social security|ssn|tps|status|asylum|magangelyo|dukumentiyo|documents|sharciyo)';
const HAVE_NOT =
  '(ma haysto|ma haysano|ma haysanno|ma haystaan|ma haysato|ma lihi|ma lihin|ma lahayn|malihi|malihin|ma laha|ma lihid|malahan|ma laho|ma hayo|ma hayno|mahaysto|mahaysano|mahaysanno|ma haystan|ma heysto|ma heysanno|ma heysano|maheysano|maheysto|ma qabo|ma qabno|ma helin|ma aanan helin|wali ma helin|lama haysto|nama hayo|mayno haysan|maan haysan|maan helin)';
const STATUS =
  '(qaxooti|qaxootinimo|magangelyo|magangelyo siyaasadeed|magan gelyo|asylum|asaylam|green card|greencard|griin kaadh|griin kaar|fiiso|fiisaha|fiiso dalxiis|fiiso shaqo|fiiso arday|visa|viza|tps|daca|siv|parole|dhalashada mareykanka|dhalashada maraykanka|ogolaansho shaqo|ogolaanshaha shaqada|ruqsad shaqo|kiis socdaal|kiis magangelyo|kiiska magangelyada|maxkamad socdaal|maxkamadda socdaalka|maxkamada socdaalka|amarka masaafurinta|amar masaafurin|sharci ku meel gaar ah|sharci)';

/** Somali, as it is written and as it is typed. */
export const so: StatusWords = {
  stems: [
    'sharci',
    'warqad',
    'waraaq',
    'fiis',
    'visa',
    'viza',
    'green',
    'griin',
    'dhalash',
    'qaxoot',
    'magangel',
    'magan gel',
    'asylum',
    'asaylam',
    'tarxiil',
    'masaafur',
    'musaafur',
    'deport',
    'socdaal',
    'xuduud',
    'tahrii',
    'tps',
    'daca',
    'siv',
    'parole',
    'muwaadin',
    'ogolaansho',
    'ogolaansha',
    'ruqsad',
    'sooshal',
    'social',
    'ssn',
    'immigration',
    'dukument',
    'status',
    'documents',
  ],
  says: [
    `(green cardka|greencardka|green card ka|griin kaadhka|fiisaha|fiisahayga|ogolaanshaha shaqada|magangelyada|sharciga|sharcigayga|tpska) (wali|weli|hadda|anaga|aniga)? (nama|nooma|iima|ima|lama|ma) (soo)? (gaarin|imaan|iman|siin|helin|gaadhin)`,
    `(ku|kusoo) (nimid|imid|galnay|soo galnay|soo galay|joognaa|joogaa) (qaxootinimo|qaxooti|fiiso|magangelyo|tahriib|parole|siv)`,
    `${WE} (ahay|nahay|ku|halkan|joogaa|joognaa|halkaan|baa|ayaa|wuxuu|waxay|aan|ku joogaa|ku nool)? (halkan|joogaa|joognaa|ku joognaa|ku joogaa|ku joogaa halkan|ku nool|nool nahay|ku joognaa halkan)? (si sharci darro ah|sharci darro|sharcidarro|sharci darro ah|sharci la aan|sharci laaan|sharci laan|sharci laan ah|aan sharci lahayn|sharci laaan ah|waraaqo laan|warqad laan|fiiso laan|tahriib|tahriibayaal|sharcilaan)`,
    `(halkan|joogaa|joognaa|nool|nahay|ahay|shaqeeya|shaqaynaa|ku nool nahay|ku joogaa|ku joognaa) (waxaan|waxaanu|si|mareykanka|sharci)? (sharci laan|sharci laaan|sharci darro|si sharci darro ah|waraaqo laan|warqado laan|fiiso laan)`,
    '(si sharci darro ah|sharci laan|sharci laaan|tahriib|si tahriib ah) (baan|ayaan|ayaanu|baanu|waxaan|ku)? ... (joognaa|joogaa|soo galnay|soo galay|nool|imid|nimid|nahay|ahay)',
    `(${WE.slice(1, -1)}|ninkayga|qoys) (ahay|nahay|waa|waxaan|ayaan|baan|yahay|ku imid|ku nimid|halkan|imid|nimid|soo|waxay|ka|ku)? (ahay|nahay|qoys|reer)? (qaxooti|qaxootiga|qaxoti|magangelyo doon|magangalyo doon|muwaadin mareykan|muwaadin maraykan|muwaadin) (ah|nahay|ahay|baan|ayaan|ahaan)?`,
    '(qaxooti|qaxoti|magangelyo doon) (baan|ayaan|ayaanu|baanu|ahaan|baynu) (nahay|ahay|u|ku|imid|nimid)',
    '(muwaadin|muwaadiniin) (mareykan|maraykan)? (ma nihin|ma ihi|maahan|ma aha|ma ahin|ma nahay)',
    `(${WE.slice(1, -1)}|waxa|hadda|wali|weli) (hadda|wali|weli|la|kaliya|baan|ayaan|horay|ku)? (haystaa|haysanaa|haysannaa|haystay|leeyahay|leenahay|helay|helnay|codsaday|codsanay|codsannay|dalbaday|dalbanay|dalbannay|sugayaa|sugaynaa|sugnaa|sugeynaa|sugeyaa|haystaan|leedahay|dalbatay|heystaa|heysanaa|ku joogaa|ku joognaa|ku nimid|ku imid|qabaa|codsatay|weydiistay|weydiisanay|weydiisannay) (kaliya|oo|codsiga|jawaabta|jawaab|kiiska)? ${STATUS}`,
    `${STATUS} (baan|ayaan|ayaanu|baanu|ayaannu|baannu|buu|ayuu|bay|ayay|ayaynu|baynu) (haystaa|haysanaa|haysannaa|leeyahay|leenahay|helay|helnay|codsaday|codsanay|codsannay|dalbaday|dalbanay|dalbannay|sugayaa|sugaynaa|sugnaa|haystaa|leedahay|haysataa|heystaa|heysanaa|ku joogaa|ku joognaa|ku nimid|ku imid|u|qabaa|weydiisannay|sugeynaa|weydiistay)`,
    `(waa|way|waxaa) (nala|la|nana|nala|noo|ii|la i) (siiyay|diiday|siiyey|ogolaaday|aqbalay|i siiyay) ${STATUS}`,
    `${STATUS} (waa|baa|ayaa|way) (la|nala|naloo|noo|la i|la na|laygu|la ii) (siiyay|siiyey|diiday|diidey|ogolaaday|aqbalay|oggolaaday|ansixiyay)`,
    `(fiisaha|fiisahaygii|fiisahayga|fiisaheenii|fiisaheena|fiiso|visa|visaha|green card|greencardka|tps|ogolaanshaha shaqada|sharciga|sharcigayga|sharcigaygii|sharcigeena|sharcigeenii|fiisahaagii|fiisihii|parole|fiisa) (kayga|aygii|keenii|keena|keygii|ninkayga|ku|ay|aanu haysanay)? (waa|way|wuu|wey)? (iga|naga|ka)? (dhacay|dhacday|dhacdey|dhammaaday|dhamaaday|dhammaatay|dhamaatay|dhacaya|dhacayaa|la diiday|dhici|idlaaday)`,
    `(waa|way|waxaa|la|ayaa|baa|wuxuu) (la)? (tarxiilay|tarxiiley|masaafuriyay|masaafuriyey|musaafuriyay|musaafuriyey|deport gareeyay|deportay|deport gareeyey|tarxilay)`,
    `(${FAMILY.slice(1, -1)}|iyaga|waa|aniga|i|na) ... (la tarxiilay|la tarxiiley|la masaafuriyay|la masaafuriyey|la musaafuriyay|la deport gareeyay|la deportay|deport gareeyeen)`,
    '(xuduudda|xuduuda|xadka|xudduudka) ... (ka soo gudubnay|ka soo gudbay|ka gudubnay|ka soo gudbnay|kasoo gudubnay|soo galnay|kasoo galnay|ka soo galnay|ka tallownay|ka gudbay|soo gudubnay)',
    '(tahriib) (baan|ayaan|ku) (ku)? (imid|nimid|soo)',
    `(maxkamad|maxkamadda|maxkamada|ballan|kiis|kiiska|qareen|waraysi) (baan|ayaan)? (socdaal|socdaalka|immigration|magangelyada|magangelyo|laanta socdaalka) (baan|ayaan|ayaanu|baa|ayaa|ka|aan)? (leeyahay|leenahay|haystaa|haysanaa|qabaa|berri|u)`,
  ],
  papers: {
    says: [
      `${PAPERS} (ah|sharci ah|oo sharci ah|mareykan|ku meel gaar ah)? (weli|wali|hadda|midna)? ${HAVE_NOT}`,
      `${HAVE_NOT} (wax|weli|wali|hadda)? ${PAPERS} (sharci ah|ah|mareykan)?`,
      '(sharci|waraaqo|warqado) (la|laan|laaan) (aan|ah|baan|ayaan|baanu)? (ahay|nahay)?',
    ],
    unless: ['(dugsi*|iskuul*|tallaal*|talaal*|dhakhtar*|isbitaal*|bas*|dhalashada ilmaha|diiwaangelin*|macallin*)'],
  },
};
