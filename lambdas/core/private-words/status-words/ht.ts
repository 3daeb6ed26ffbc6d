import type { StatusWords } from './status-words.ts';

const WHO =
  '(mwen|m|nou|n|li|l|yo|mari m|mari mwen|madanm mwen|madanm m|papa l|manman l|papa m|manman m|pitit mwen|pitit mwen an|pitit m|pitit nou|timoun yo|timoun mwen yo|fre m|se m|kouzen m|fanmi m|fanmi mwen|fanmi nou|mouche m|mouche mwen)';
const PAPERS =
  '(papye|papie|papye legal|dokiman|viza|estati|statu|rezidans|kat rezidans|grin kat|grinkad|grin kad|green card|greencard|pemi travay|pemi|tps|sosyal|nimewo sosyal|papye travay|papye imigrasyon)';
const STATUS =
  '(tps|daca|azil|azil politik|parole|pawol|pwogram biden|pwogram bayden|humanitarian parole|grin kat|grinkad|grin kad|green card|greencard|kat rezidans|rezidans|rezidan|viza|viza touris|pemi travay|kat travay|sitwayente|cbp one|lod depotasyon|ka imigrasyon|ka azil|kou imigrasyon|tribinal imigrasyon|randevou imigrasyon|avoka imigrasyon|papye imigrasyon)';

/** Haitian Creole, with and without its accents. */
export const ht: StatusWords = {
  stems: [
    'papy',
    'papie',
    'dokiman',
    'viza',
    'ilegal',
    'azil',
    'refij',
    'parole',
    'pawol',
    'biden',
    'bayden',
    'grin',
    'rezidan',
    'depot',
    'imigrasyon',
    'sitway',
    'tps',
    'daca',
    'fwontye',
    'fontye',
    'estati',
    'statu',
    'pemi',
    'sosyal',
    'kat travay',
    'cbp one',
    'green',
  ],
  says: [
    `${WHO} ... (ilegal isit|san papye isit|enkonni isit|refijye isit)`,
    `(grin kat|kat rezidans|azil|tps|parole|viza|pemi travay|rezidans) (m|mwen|nou|li|mari m|papa l) (an|a|la)? (poko|pako|pa janm|fek|fenk) *`,
    `(vini|antre|rantre|te vini|te antre) ... (ak|sou|avek|gras a) (yon)? (viza|viza touris|parole|pwogram biden|azil|cbp one|tps)`,
    `${WHO} (se|toujou|tout|te)? (moun)? (ilegal|klandesten|san papye|san dokiman|san viza|san estati|enkonni)`,
    `${WHO} (se|te|vini kom|rantre kom) (yon|moun)? (refijye|azile|rezidan|rezidan pemanan|sitwayen|sitwayen ameriken|moun ki mande azil|demande azil)`,
    `${WHO} pa (sitwayen|rezidan|legal) (ameriken|isit)?`,
    `(viv|rete|travay|rantre|antre|vini|isit) ... (san papye|san viza|san dokiman|ilegal|ilegalman|sou parole|ak parole|sou pwogram biden|ak pwogram biden|avek pwogram biden|kom refijye|ak cbp one)`,
    `${WHO} (fek|fenk|apenn|deja|toujou|sot)? (gen|te gen|genyen|resevwa|jwenn|pedi|renouvle|ap tann|ap rann|mande|te mande|aplike pou|te aplike pou|fe demann|te fe demann|ap chache|sou|te vini sou|gen yon|se sou) (yon|demann)? (pou)? ${STATUS}`,
    `(mande|bezwen|ap tann|fe demann|ranpli) (pou)? (azil|azil politik|rezidans|tps|grin kat)`,
    `(yo|te|leta) (te)? (ban m|ban nou|bay nou|ban mwen|bay li|ba li|bay mwen|refize m|refize nou|akode nou) ${STATUS}`,
    `(${STATUS.slice(1, -1)}) (m|mwen|nou|li|mari m|la|a|an) (fini|ekspire|te ekspire|ap fini|pral fini|bout|kaba|nan pwose|an pwose|te fini|poko reponn)`,
    '(viza|tps|parole|pwogram biden|grin kat|pemi travay) (ekspire|fini)',
    '(depote|depote|te depote) (mari|papa|manman|madanm|fre|se|pitit|mwen|nou|mouche|kouzen) (m|mwen|nou|li)?',
    '(yo|te) (te)? (depote) (m|mwen|nou|li|l|yo)',
    `${WHO} (te|pral)? depote`,
    '(travese|pase|janbe) ... (fwontye|fontye|rivye|dezè)',
    `(${WHO.slice(1, -1)}) ... (kou|tribinal|randevou|avoka|ka|jij) (imigrasyon|azil)`,
  ],
  papers: {
    says: [
      `${WHO} (poko|pa|pa t|pap|pako) (ko|janm|menm)? (gen|genyen|jwenn|janm gen) (okenn|ankenn)? ${PAPERS} (ameriken|isit|imigrasyon)?`,
      `san (okenn)? (papye imigrasyon|papye legal)`,
      `(pa|poko) gen (papye|viza|estati|rezidans|grin kat|papye imigrasyon)`,
    ],
    unless: [
      '(lekol|vaksen|pou|doktè|doktor|lopital|ki|sa|medikal|klinik|otobis|natirel|gad|batistè|nesans)',
      '(lekol|vaksen|pou|la|yo|medikal)',
    ],
  },
};
