import type { StatusWords } from './status-words.ts';

const FAMILY =
  '(mi|mis|su|sus|nuestro|nuestra|nuestros|el|la) (hijo|hijos|hija|hijas|nino|nina|ninos|niño|niña|esposo|esposa|marido|mujer|mama|papa|madre|padre|papas|padres|hermano|hermana|hermanos|primo|prima|sobrino|sobrina|sobrinos|tio|tia|familia|novio|novia|pareja|cuñado|cuñada|suegra|abuela|abuelo|bebe|señor|señora)';
const HAVE = '(tengo|tenemos|tiene|tienen|tenia|teniamos|tenian|tengamos|tenga|tener|tngo|tenems)';
const HAS = `(${HAVE.slice(1, -1)}|saque|sacamos|saco|renove|renovamos|renovo|perdi|perdimos|perdio|consegui|conseguimos|recibi|recibimos|recibio)`;
const AN = '(el|la|los|las|un|una|mi|mis|su|sus|nuestro|nuestra|nuestros|nuestras|ningun|ninguna|ya|aun|todavia)';
const PAPERS =
  '(papeles|papels|documentos|documento|docs|visa|visas|bisa|estatus|status|estatus legal|seguro social|social|ssn|green card|grin card|residencia|residencia legal|permiso de trabajo|permiso para trabajar|permiso|ciudadania|tps|daca|asilo)';
const STATUS =
  '(tps|daca|dreamer|asilo|asilo politico|parole|parol|parole humanitario|permiso humanitario|green card|grin card|greencard|tarjeta verde|residencia|residencia permanente|residencia legal|ciudadania|visa|visas|visa u|visa de turista|visa de trabajo|visa de estudiante|visa t|h1b|h2a|h2b|siv|permiso de trabajo|permiso para trabajar|estatus de refugiado|estatus de proteccion|estatus legal|estatus|orden de deportacion|cbp one|corte de migracion|corte de inmigracion|corte con migracion|corte con inmigracion|caso de asilo|caso de migracion|caso de inmigracion|cita con migracion|cita con inmigracion|cita de migracion|cita de inmigracion|cita en inmigracion|cita en migracion|cita con ice|audiencia de asilo|audiencia de inmigracion|abogado de migracion|abogado de inmigracion)';
const WE_ARE =
  '(soy|somos|estoy|estamos|ando|andamos|esta|estan|era|eramos|sigo|seguimos|sigue|fui|fuimos|vivo|vivimos|vive)';

/** Spanish, mostly of Mexico, Central America and the Caribbean. */
export const es: StatusWords = {
  stems: [
    'indocumentad',
    'sin document',
    'ilegal',
    'ilega',
    'papel',
    'document',
    'visa',
    'bisa',
    'asil',
    'refugi',
    'parol',
    'grin card',
    'green card',
    'tarjeta verde',
    'deport',
    'migra',
    'inmigra',
    'ciudadan',
    'residen',
    'tps',
    'daca',
    'estatus',
    'status',
    'permiso',
    'frontera',
    'desierto',
    'seguro social',
    'social',
    'cbp one',
    'el rio',
    'docs',
    'ssn',
    'ice',
  ],
  says: [
    `(yo|nosotros|los dos|todos|${FAMILY}) ... (indocumentado|indocumentada|indocumentados|indocumentadas|sin papeles aqui|ilegales aqui)`,
    `(mi|nuestra|su|la) (green card|residencia|visa|asilo|tps|parole|ciudadania|permiso de trabajo) (todavia|aun|ya|apenas) (no)? (me|nos|le|ha|han)? (llega|llego|llegado|sale|salio|salido|aprueban|aprobaron)`,
    `(vine|vinimos|llegue|llegamos|entre|entramos|vino|llego) ... (con|por|bajo|de) (la|el|una|un|mi)? (visa|visa de turista|visa de trabajo|parole|asilo|cbp one|refugio|refugiados|refugiado|refugiada|mojado|mojados)`,
    `${WE_ARE} (una|un|todos|todas|aqui|los dos|todavia|de|como|tambien|personas|familia)? (indocumentado|indocumentada|indocumentados|indocumentadas|indocumentad|ilegal|ilegales|ilegalmente|sin papeles|sin documentos|sin estatus|sin visa|sin papel) (aqui)?`,
    `${FAMILY} (es|esta|son|estan|era|sigue)? (un|una|tambien|todavia|aqui)? (indocumentado|indocumentada|indocumentados|indocumentadas|ilegal|ilegales|sin papeles|sin documentos|ciudadano|ciudadana|ciudadanos|residente|residentes|refugiado|refugiada|refugiados|asilado|asilada|asilados)`,
    '(es|son) (un|una)? (indocumentado|indocumentada|indocumentados|indocumentadas)',
    '(como|siendo|familia) (somos|soy)? (indocumentado|indocumentada|indocumentados|indocumentadas)',
    `(no|nunca) (he|hemos|ha|han) (podido)? (arreglado|arreglar) (mis|los|sus|nuestros)? (papeles|documentos|estatus)`,
    '(no|ni|nunca) (estoy|estamos|esta|estan) (legal|legales|legalmente|regularizado|regularizados)',
    '(vivimos|vivo|estamos|estoy|esta|trabajo|trabajamos|vive|llegamos|llegue|vine|venimos|vinimos|andamos|trabaja|vino|cruzamos|cruce|cruzo|cruzaron|entramos|entre|entro|pasamos|pase|llego|llegaron|vinieron|entraron) ... (sin papeles|sin documentos|sin visa|sin permiso|ilegal|ilegales|ilegalmente|de ilegal|de ilegales|de mojado|de mojados|indocumentados|como refugiados|como refugiado|como refugiada|con asilo|con parole|con parol|con cbp one|con visa|con visa de turista|por cbp one)',
    `(estoy|estamos|esta|estan|ando|sigo|seguimos|vivo|vivimos) (aqui)? (en|con|bajo|pidiendo|esperando|solicitando|tramitando|peleando|renovando|sacando|por|todavia en|en tramite de|en proceso de) ${AN}? ${STATUS}`,
    `(pedi|pedimos|solicite|solicitamos|solicito|aplique|aplicamos|aplico|meti|metimos|espero|esperamos|apliq|peleamos) (para|a|por)? ${AN}? ${STATUS}`,
    '(pidio|pidieron|pedimos|pedi|solicitamos) (el)? (asilo|asilo politico|refugio)',
    '(me|nos|le|les) (dieron|dio|negaron|nego|aprobaron|aprobo|otorgaron|quitaron|cancelaron|llego|van a dar|acaban de dar) (a)? (el|la|un|una|mi|ya)? (asilo|asilo politico|tps|daca|parole|parol|residencia|ciudadania|visa|green card|refugio|permiso de trabajo|orden de deportacion|corte de migracion)',
    `${FAMILY} (le|les) (dieron|negaron|aprobaron|quitaron) (el|la|un|una)? (asilo|tps|daca|parole|residencia|visa|green card|refugio|permiso de trabajo)`,
    '(soy|somos|fui|fuimos|llegamos como|vinimos como|estamos como|estoy como) (un|una|unos)? (refugiado|refugiada|refugiados|asilado|asilada|asilados|residente permanente|residente legal|residentes permanentes|residentes legales|ciudadano|ciudadana|ciudadanos|solicitante de asilo|solicitantes de asilo|dreamer|beneficiario de daca|beneficiaria de daca|inmigrante ilegal|inmigrantes ilegales|de daca|daca|tps)',
    'no (soy|somos|es|son) (un|una)? (ciudadano|ciudadana|ciudadanos|residente|residentes|legal|legales) (americano|americana|legal|permanente|de aqui)?',
    '(vencida|vencido|vencidas|vencidos|expirada|expirado|caducada|caducado) (tengo)? (la|el|mi|su|las|los|nuestra|de)? (visa|visas|bisa|green card|residencia|permiso de trabajo|tps|daca|parole)',
    '(la|el|mi|su|nuestra|mis|las) (visa|visas|bisa|green card|residencia|permiso de trabajo|tps|daca|parole|parol) (de turista|de trabajo|de mi esposo|de mi esposa)? (ya|se|me|nos|le|esta|esta ya|ya se|ya esta|ya se me|ya se nos|se me|se nos|se le|ya se le|la tengo|lo tengo)? (vencio|venció|vencida|vencido|vence|vencieron|expiro|expirada|termino|acabo|caduco|caducada|cancelaron|en tramite|en proceso|pendiente)',
    '(se me|se nos|se le|me|nos|ya) (ha|va a)? (vencio|expiro|caduco|acabo|termino|vencer) (la|el|mi|su)? (visa|visas|bisa|green card|residencia|permiso de trabajo|tps|daca|parole|permiso)',
    '(deportaron|deporto|deportado|deportan|deportada|deportados) (a|al) (mi|mis|nuestro|su|mi|papa|mama) *',
    `${FAMILY} (lo|la|los|fue|fueron|esta|me lo|nos lo)? (deportaron|deportado|deportada|deportados|deporto)`,
    '(lo|la|los|me|nos|fue|fui|fuimos) (deportaron|deportado|deportada|deportados)',
    '(cruzamos|cruce|cruzo|cruzaron|pasamos|pase|brincamos|brinque|paso|entramos|vinimos|llegamos|entre) ... (la frontera|el rio|el desierto|la linea|por el desierto|por la frontera|por el rio|por el cerro|sin papeles)',
    `(tengo|tenemos|tiene|tienen|voy a|vamos a|fui a|hay|va a|mi|nuestra|nuestro|su) ... (corte|cita|audiencia|caso|juez|proceso|entrevista) (de|con|en|ante) (la)? (migracion|inmigracion|asilo|uscis|ice)`,
    '(mi|nuestro|nuestra|su) (caso|corte|proceso|peticion|solicitud|abogado|entrevista) (de|con) (la)? (migracion|inmigracion|asilo)',
    '(en proceso|en tramite|en espera) de (el)? (asilo|deportacion|residencia|visa|papeles|ciudadania)',
    '(arreglando|arreglar|arregle|arreglamos|esperando) (mis|los|sus|nuestros) (papeles|documentos) (de|con) (migracion|inmigracion)',
  ],
  papers: {
    says: [
      `(no|tampoco|ni|nunca) (les|le|me|nos|hemos|he)? (${HAVE.slice(1, -1)}|tenido|arreglado|tenid) ${AN}? (ningun|ninguna)? ${PAPERS} (legal|legales|de aqui|en regla|para estar aqui|para trabajar)?`,
      `${HAS} (apenas|solo|nomas|ya)? ${AN}? ${STATUS}`,
      '(no tenemos|no tengo|no tiene|no tienen) (ni)? (papeles ni|documentos ni|ni papeles)',
    ],
    unless: [
      '(todavia|aun|ahorita|aqui)? (de|del|para|que|q|por|a|en) (la|el|los|las|mi|su|una|un|mis|esta|este|otra|otro|que|firmar|llenar|entregar)? ... (escuela|escuelas|escuelita|clase|clases|inscri*|matr*|doctor|doctora|medico|dentista|clinica|hospital|vacuna*|maestra|maestro|kinder|pre k|guarderia|grado|lonche|almuerzo|comida|bus|autobus|paseo|excursion|registro|nacimiento|otra escuela|pais|mexico|hijo|hija|niño|niña|nene|nena|examen|tarea|deporte*|futbol|firmar|llenar|domicilio|distrito)',
      '(para|de) (inscri*|matricular*|registrar*|llenar|firmar|entregar|vacunas|inmunizacion|residencia|domicilio)',
      '(de|del) (la|el|los|las|mi|su)? (escuela|vacuna*|registro|doctor|medico|clinica|dentista|otra|hijo|hija|niño|niña|kinder)',
      '(que|q) (piden|pidieron|me piden|me pidieron|pide|nos piden|dice|mandaron|mando)',
      '(card|tarjeta|debito|credito)',
      'en el distrito',
    ],
  },
};
