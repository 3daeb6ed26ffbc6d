import type { StatusWords } from './status-words.ts';

const FAMILY =
  '(mon|ma|mes|notre|nos|son|sa|ses|le|la) (fils|fille|filles|enfant|enfants|mari|epoux|epouse|femme|mere|pere|parents|frere|soeur|cousin|cousine|neveu|niece|oncle|tante|famille|copain|conjoint|compagnon|bebe|garcon|beau frere)';
const WE_ARE =
  '(je suis|jsuis|jsui|je sui|chui|on est|nous sommes|ns sommes|il est|elle est|ils sont|elles sont|jetais|on etait|je vis|on vit|nous vivons|je reste|on reste|je travaille)';
const A = '(un|une|le|la|les|de|des|du|mon|ma|mes|son|sa|ses|notre|nos|leur|aucun|encore|toujours|meme|ni|dé)';
const PAPERS =
  '(papiers|papier|papiers en regle|papiers americains|documents|visa|titre de sejour|carte verte|green card|statut|statut legal|permis de travail|numero de securite sociale|securite sociale|social|residence|carte de sejour|carte de resident|tps|asile)';
const STATUS =
  '(tps|daca|asile|lasile|asile politique|lasile politique|statut de refugie|statut de protection|le statut|parole|parole humanitaire|carte verte|green card|titre de sejour|carte de sejour|carte de resident|residence permanente|citoyennete|nationalite americaine|visa|visa touristique|visa de tourisme|visa etudiant|visa de travail|permis de travail|demande dasile|dossier dasile|ordre dexpulsion|ordre de deportation|cbp one|visa u|sejour)';

/** French of West and Central Africa, Haiti and France. */
export const fr: StatusWords = {
  stems: [
    'papier',
    'document',
    'visa',
    'clandestin',
    'illegal',
    'ilegal',
    'irreguli',
    'asile',
    'lasile',
    'dasile',
    'limmigra',
    'refugi',
    'parole',
    'carte verte',
    'green card',
    'sejour',
    'expuls',
    'deport',
    'immigra',
    'citoyen',
    'nationalite',
    'residen',
    'tps',
    'daca',
    'statut',
    'permis de travail',
    'frontiere',
    'regularis',
    'desert',
    'securite sociale',
    'social',
    'cbp one',
    'indocument',
  ],
  says: [
    `(moi et|nous|tous|${FAMILY}) ... (sans papiers|clandestins|clandestin|en situation irreguliere|sans titre de sejour)`,
    `(on|nous|je|il|elle|ils) (vient|venons|viens|viennent) (davoir|dobtenir|de recevoir|de demander) (le|la|un|une|notre|lasile|son|ma)? (statut|${STATUS.slice(1, -1)})`,
    `(ma|mon|notre|nos) (carte verte|carte de sejour|titre de sejour|visa|asile|tps|parole|green card|permis de travail) (nest|na|nont|est|a|vient) (pas|toujours|encore|enfin|ete)? (encore|toujours|pas)? (arrive|arrivee|accepte|accorde|venu|venue|approuve|recu)`,
    `(venu|venus|entre|entres|arrive|arrives|arrivee) ... (avec|sous|comme|grace au) (un|une|le|la|mon)? (visa|visa touristique|visa etudiant|parole|asile|refugie|refugies|tps|cbp one)`,
    `${WE_ARE} (tous|encore|toujours|ici|une|un|des|aussi|la|pas)? (sans papiers|sans papier|sans document|sans documents|sans visa|sans statut|clandestin|clandestine|clandestins|illegal|illegale|illegaux|illegalement|ilegal|ilegale|en situation irreguliere|irregulier|irreguliere|en situation illegale|indocumente|indocumentee|en regle|regularise|regularisee|regularises|sans titre de sejour)`,
    `${FAMILY} (est|sont|etait|vit|aussi|nest pas|ne sont pas)? (aussi|encore|toujours|un|une)? (sans papiers|sans papier|sans visa|clandestin|clandestine|en situation irreguliere|illegal|illegale|illegaux|refugie|refugiee|refugies|demandeur dasile|demandeuse dasile|citoyen americain|citoyenne americaine|citoyens americains|resident permanent)`,
    `(${WE_ARE.slice(1, -1)}|venus comme|venu comme|arrives comme|je ne suis pas|on nest pas|nous ne sommes pas) (pas)? (encore|une|un|des|tous|aussi)? (refugie|refugiee|refugies|refugiees|demandeur dasile|demandeuse dasile|demandeurs dasile|famille de refugies|resident permanent|residente permanente|residents permanents|citoyen|citoyenne|citoyens|citoyen americain|citoyens americains|sous tps|sous parole|sous asile|en demande dasile|en attente dasile|en procedure dasile|beneficiaire du tps|expulsable)`,
    `(${WE_ARE.slice(1, -1)}|ici|venus|venu|entres|entre) (encore|toujours|venus|venu|arrives|ici)? (avec|sous|en|grace au) (un|une|le|la|mon|notre)? (tps|parole|parole humanitaire|statut de refugie|visa touristique|visa de tourisme|visa etudiant|visa expire|asile|attente dasile|attente de papiers|demande dasile|sejour irregulier)`,
    `(jai|on a|nous avons|ns avons|il a|elle a|ils ont|${FAMILY} a) (demande|obtenu|recu|eu|perdu|renouvele|depose|fait|deja|juste|toujours|attends|gagne|enfin|enfin eu) ${A}? ${STATUS}`,
    `(jattends|on attend|nous attendons|${FAMILY} attend|${FAMILY} attendent|${FAMILY} demande|je demande|on demande|nous demandons|je cherche|en attente de|attend) ${A}? ${STATUS} (politique)?`,
    `(on|ils|ofpra|uscis|limmigration) (ma|nous a|nous ont|mont|lui a|lui ont|ma deja) (donne|refuse|accorde|retire|rejete) ${A}? ${STATUS}`,
    `(mon|notre|ma|son|nos|sa|le|la) (visa|visas|tps|titre de sejour|carte verte|carte de sejour|permis de travail|parole|demande dasile|dossier dasile|statut|asile|green card) (de tourisme|touristique|de mon mari|de ma femme)? (est|a|sont|va|nest pas|vient d|ont)? (ete)? (expire|expires|perime|perimes|termine|fini|finit|expirer|refuse|rejete|refusee|en cours|en attente|en instance|encore valable|depasse|annule)`,
    'visa (expire|perime|depasse)',
    '(expulse|deporte|expulses|renvoye|deportes) (mon|ma|mes|notre) *',
    `${FAMILY} (a ete|ont ete|vient detre|sest fait|etait|va etre|est) (expulse|expulsee|expulses|deporte|deportee|deportes) (du pays|des etats unis|en haiti|au pays)?`,
    '(jai ete|on a ete|nous avons ete|je me suis fait) (expulse|deporte|expulses|deportes)',
    '(traverse|traverses|passe|passes|franchi|venus|venu|entres|entre|arrives|rentres) ... (la frontiere|par la frontiere|le desert|par le mexique|le darien|illegalement|sans papiers|sans visa|clandestinement)',
    '(jai|on a|nous avons|mon|notre|ma|il a|elle a|avons) ... (tribunal|audience|rendez vous|rdv|avocat|juge|entretien|cour|dossier) (de|a|avec|pour|au)? (limmigration|immigration|dasile|lasile)',
  ],
  papers: {
    says: [
      `(je nai|jai|jé|g|on na|on a|nous navons|nous avons|ns avons|il na|elle na|ils nont|ils ont|${FAMILY} na|${FAMILY} a|on nas|j ai|nai|jai) (pas|pa|plus|aucun|jamais|tjrs pas|toujours pas|pas encore) (eu)? ${A}? ${PAPERS} (legal|ici|americain)?`,
      `(jai|on a|nous avons|ns avons|il a|elle a|ils ont|${FAMILY} a) (deja|juste|encore|seulement|maintenant)? ${A}? ${STATUS}`,
      '(vivre|vivons|vit|rester|travailler|sommes|etre) (ici)? sans (papiers|papier|visa)',
    ],
    unless: [
      '(encore|ici)? (de|d|du|des|pour|que|qui|quon|a|a la|demandes|demande|medical|medicaux|necessaires|signe|signes) *',
      '(de|du|des|pour|que|qui|quon|decole|dinscription|medical|medicaux|demandes|scolaires|bancaire|card)',
    ],
  },
};
