import type { StatusWords } from './status-words.ts';

const FAMILY =
  '(meu|minha|meus|minhas|nosso|nossa|nossos|o meu|a minha|o|a) (filho|filha|filhos|filhas|marido|esposo|esposa|mulher|mae|pai|pais|irmao|irma|primo|prima|sobrinho|sobrinha|tio|tia|familia|namorado|namorada|avo|sogra|cunhado|cunhada|bebe|crianca|menino|menina)';
const BE = '(sou|somos|estou|estamos|to|tou|tamos|ta|esta|estao|era|eramos|continuo|continuamos|vivo|vivemos)';
const NOT = '(nao|n|ñ|naum|num|nunca|ainda nao|nem)';
const HAVE = '(tenho|temos|tem|teem|tinha|tinhamos|tnho|consegui|conseguimos)';
const A = '(o|a|os|as|um|uma|meu|minha|meus|nosso|nossa|nenhum|nenhuma|ainda|so|apenas|ja)';
const PAPERS =
  '(papeis|papel|documentos|documento|documentacao|docs|visto|visa|green card|greencard|grin card|grincard|status|status legal|residencia|autorizacao de trabalho|permissao de trabalho|social|social security|ssn|cidadania|tps|daca|asilo)';
const STATUS =
  '(tps|daca|asilo|asilo politico|refugio|parole|parole humanitario|green card|greencard|grin card|grincard|residencia permanente|residencia|cidadania|visto|visto de turista|visto de trabalho|visto de estudante|visto u|visa|h1b|h2b|f1|j1|autorizacao de trabalho|permissao de trabalho|status de refugiado|ordem de deportacao|processo de asilo|processo de imigracao|pedido de asilo|caso de asilo|corte de imigracao|corte da imigracao|audiencia de imigracao|audiencia na imigracao|audiencia com a imigracao|cbp one|cai cai)';

/** Portuguese of Brazil, Cape Verde, Portugal and Angola. */
export const pt: StatusWords = {
  stems: [
    'papei',
    'papel',
    'document',
    'docs',
    'visto',
    'visa',
    'ilega',
    'indocument',
    'asil',
    'refugi',
    'parole',
    'green',
    'grin',
    'deport',
    'imigra',
    'cidada',
    'residen',
    'tps',
    'daca',
    'status',
    'fronteira',
    'mexico',
    'trabalho',
    'social',
    'cbp one',
    'cai cai',
    'ssn',
    'deserto',
    'h1b',
    'h2b',
    'f1',
    'j1',
  ],
  says: [
    `(eu|nos|a gente|os dois|todos|${FAMILY}) ... (indocumentado|indocumentada|indocumentados|indocumentadas|sem papeis aqui|ilegais|sem documentos aqui)`,
    `(meu|minha|nosso|nossa) (green card|residencia|visto|asilo|tps|parole|cidadania|permissao de trabalho|autorizacao de trabalho) (ainda|ja|finalmente) (nao|n)? (chegou|saiu|veio|foi|aprovado)`,
    `(vim|viemos|cheguei|chegamos|entrei|entramos|veio|entrou) ... (com|de|no|pelo|por|como) (o|a|um|uma)? (visto|visto de turista|visto de estudante|parole|asilo|cai cai|refugiado|refugiados|refugiada)`,
    `${BE} (aqui|todos|uma|um|ainda|so|mae|pai|como|familia)? (ilegal|ilegais|ilegalmente|indocumentado|indocumentada|indocumentados|indocumentadas|clandestino|clandestina|clandestinos|sem papeis|sem documentos|sem documento|sem visto|sem status|sem papel|irregular|irregulares)`,
    '(e|sao) (um|uma)? (indocumentado|indocumentada|indocumentados)',
    `${FAMILY} (tambem|ainda|esta|e|ta)? (ilegal|indocumentado|indocumentada|sem papeis|sem documentos|sem documento|sem visto)`,
    `${NOT} (sou|somos|e|sao|estou|estamos) (um|uma|aqui)? (legal|legais|legalizado|legalizada|legalizados|cidadao|cidada|cidadaos|residente|residentes|documentado|documentados)`,
    `(sou|somos|fui|fomos|viemos como|vim como|chegamos como|estou como|e|sao) (um|uma)? (refugiado|refugiada|refugiados|asilado|asilada|asilados|residente permanente|residente legal|residentes permanentes|cidadao americano|cidada americana|cidadaos americanos|requerente de asilo|requerentes de asilo|imigrante ilegal|imigrantes ilegais)`,
    `(estou|estamos|to|tamos|esta|estao|ta|vivo|vivemos) (aqui)? (com|no|na|em|pedindo|esperando|aguardando|a espera do|a espera da|a espera de|renovando|tirando|a pedir|de|aplicando para) ${A}? ${STATUS}`,
    `(pedi|pedimos|pediu|pediram|solicitei|solicitamos|apliquei|aplicamos|dei entrada|demos entrada|entrei com|entramos com|espero|esperamos|aguardo|aguardamos) (no|na|para|pelo|pela|o|a|com)? (pedido de|processo de)? ${STATUS}`,
    `(me|nos|lhe) (deram|negaram|aprovaram|concederam|tiraram|deu|negou) ${A}? ${STATUS}`,
    `(deram|negaram|aprovaram|cancelaram|ganhamos|ganhei|recebemos|recebi|perdi|perdemos|tirei|tiramos|renovei) ${A}? ${STATUS}`,
    `(meu|minha|nosso|nossa|o|a|o meu|do meu|nossos) (visto|visa|green card|tps|daca|parole|asilo|residencia|permissao de trabalho|autorizacao de trabalho|vistos|pedido de asilo|processo de asilo|status) (de turista|de trabalho|do meu marido|da minha esposa)? (ja|esta|ta|foi|vai|acabou de)? (venceu|vencido|vencida|expirou|expirado|expirada|acabou|caducou|caducado|vencer|negado|pendente|em andamento|cancelado|em processo|terminou)`,
    '(visto|visa|green card) (vencido|venceu|expirado|caducado|vencida)',
    '(deportaram|deportou|deportado|deportaro) (o|a|os|meu|minha)? (meu|minha|nosso)? (marido|esposo|esposa|pai|mae|irmao|filho|primo|tio|cunhado|gente|mulher)',
    `${FAMILY} (ja|ele|ela)? (foi|foram|vai ser|esta sendo)? deportad*`,
    '(fui|fomos|foi|foram|me|nos) (deportado|deportada|deportados|deportaram)',
    '(cruzamos|cruzei|cruzou|atravessamos|atravessei|passamos|passei|entramos|entrei|viemos|vim|chegamos) ... (a fronteira|pela fronteira|pelo deserto|pelo mexico|o rio|ilegal|ilegalmente|sem papeis|sem visto|sem documentos|como refugiados|no cai cai|pelo cai cai|com parole)',
    '(tenho|temos|tem|vou a|vamos a|meu|minha|nossa|nosso|tinha) ... (audiencia|corte|entrevista|caso|processo|juiz|advogado|tribunal) (de|da|na|com a|do) (imigracao|asilo)',
    '(tenho|temos|fui|vou) (a|uma|na)? (imigracao|corte) (na imigracao|da imigracao)',
  ],
  papers: {
    says: [
      `${NOT} (ainda)? ${HAVE} ${A}? ${PAPERS} (legal|legais|daqui|americano|americanos|para trabalhar|de imigracao)?`,
      `${HAVE} (ainda|so)? ${A}? ${STATUS}`,
      '(sem) (os)? (papeis|documentos) (legais|de imigracao|americanos|daqui)',
    ],
    unless: [
      '(ainda)? (da|do|das|dos|de|para|pra|que|p|a|na|no) (escola|vacina*|matricula|medico|dentista|clinica|creche|outra|outro|consulta|autocarro|onibus|inscri*|minha|meu|nascimento|residencia|que|registo|registro|passeio|a|o|as|professora|filho|filha|ele|ela|assinar|preencher|transferencia|endereco|morada)',
      '(nenhum|nenhuma) (de|da|do)',
      '(escolares|escolar|da|do|das|dos|para|pra|que)',
      'card',
    ],
  },
};
