import type { MessageContent, TurnEvent } from './inbound.ts';

/** Stands in the stored text where a number was that Homeroom does not keep. */
const REMOVED = '[removed]';

/**
 * Government numbers: U.S. Social Security and taxpayer numbers (9 digits in groups), alien registration
 * numbers ("A" and 8 or 9 digits), and a number after the word passport. Forms as the issuing agencies
 * print them (ssa.gov, uscis.gov, 2026-11).
 */
const NUMBERS: readonly RegExp[] = [
  /\b\d{3}[-\s]\d{2}[-\s]\d{4}\b/g,
  /\bA[-#\s]{0,3}\d{3}[-\s]?\d{3}[-\s]?\d{2,3}\b/gi,
  /(?<=\b(?:ssn|itin|social)\D{0,24})\d{9}\b/gi,
  /(?<=(?:passport|pasaporte|passeport|passaporte|paspò|paspo|pasipoti|baasaboor|hộ chiếu|ho chieu|паспорт\p{L}*|جواز|پاسپورت|پاسپورټ|护照|護照)\D{0,24})[A-Z]{0,2}\d{6,9}(?!\d)/giu,
];

/** A person's words about their own immigration status. Papers that a school asks for are none of it. */
const STATUS: readonly RegExp[] = [
  /\b(?:i\s*am|i'?m|we\s*are|we'?re|my\s+(?:son|daughter|husband|wife|child|family)\s+is)\s+(?:undocumented|illegal|here\s+illegally)\b/giu,
  /\b(?:soy|somos|estoy|estamos|es|est[aá])\s+indocumentad[oa]s?\b/giu,
  /\b(?:soy|somos|estoy|estamos|mi\s+\p{L}+\s+(?:es|est[aá]))\s+ilegal(?:es)?\b/giu,
  /\b(?:i|we)\s+(?:have\s+no|don'?t\s+have|dont\s+have|do\s+not\s+have)\s+(?:papers|documents|a?\s*visa|status)\b(?!\s+(?:from|of|for)\s+(?:\p{L}+\s+){0,2}(?:school|class|enroll|regist|doctor|dentist|clinic|hospital|shot|vaccin))/giu,
  /\bno\s+ten(?:go|emos)\s+(?:papeles|documentos|visa)\b(?!\s+(?:de|del|para)\s+(?:\p{L}+\s+){0,2}(?:escuela|clase|inscri|matr|doctor|m[eé]dico|dentista|cl[ií]nica|hospital|vacuna))/giu,
  // \b knows only unaccented letters: elsewhere the edges of words are told by what is no letter.
  /(?<!\p{L})(?:mwen|m|nou|n)\s+(?:se\s+)?(?:ilegal|san\s+papye)(?!\p{L})/giu,
  /(?<!\p{L})(?:mwen|m|nou|n)\s+pa\s+gen\s+(?:papye|dokiman|viza)(?!\p{L})(?!\s+(?:lek[oò]l|pou))/giu,
  /(?<!\p{L})(?:sou|somos|estou|estamos)\s+(?:ilegal|ilegais|indocumentad[oa]s?|sem\s+(?:documentos?|pap[eé]is|visto))(?!\p{L})/giu,
  /(?<!\p{L})n[aã]o\s+(?:tenho|temos)\s+(?:pap[eé]is|documentos|visto)(?!\p{L})(?!\s+(?:da|do|para)\s)/giu,
  /(?<!\p{L})(?:je\s+suis|nous\s+sommes|on\s+est)\s+(?:sans[-\s]papiers|clandestine?s?|ill[eé]ga(?:l|le|ux)|en\s+situation\s+irr[eé]guli[eè]re)(?!\p{L})/giu,
  /(?<!\p{L})(?:je\s+n['’]?\s?ai|nous\s+n['’]?\s?avons|on\s+n['’]?\s?a|j['’]ai|on\s+a)\s+pas\s+(?:de|les)\s+(?:papiers|visa)(?!\p{L})(?!\s+(?:de|pour)\s)/giu,
  /(?<!\p{L})(?:t[oô]i|ch[uú]ng\s+t[oô]i|em|con\s+t[oô]i)\s+(?:đang\s+)?(?:ở|o)\s+(?:lậu|lau|bất\s+hợp\s+pháp)(?!\p{L})/giu,
  /(?<!\p{L})(?:t[oô]i|ch[uú]ng\s+t[oô]i)\s+(?:không|khong|ko|k)\s+(?:có|co)\s+(?:giấy\s+tờ|giay\s+to|visa)(?!\p{L})/giu,
  /(?:我|我们|我們)(?:家)?(?:是|都是|都)?(?:没有身份|沒有身份|没身份|沒身份|黑户|黑戶|非法移民|无证移民|無證移民)/gu,
  /(?<!\p{L})(?:[أا]نا|نحن|[إا]حنا)\s+(?:\p{L}+\s+)?(?:غير\s+قانوني(?:ين|ون|ة)?|ب(?:دون|لا)\s+[أا]وراق|مخالف(?:ين|ة)?)(?!\p{L})/gu,
  /(?<!\p{L})(?:ليس\s+لدي(?:نا)?|ما\s*عند(?:ي|نا)|ماكو\s+عند(?:ي|نا))\s+(?:[أا]وراق|[إا]قامة|فيزا)(?!\p{L})/gu,
  /(?<!\p{L})(?:من|ما)\s+(?:بی[\s\u200c]?(?:سند|ویزه)|غیر[\s\u200c]?قانونی)(?!\p{L})/gu,
  /(?<!\p{L})(?:سند|اسناد|ویز[ها]|مدرک)\s+(?:اقامت\s+)?(?:ندارم|نداریم)(?!\p{L})/gu,
  /(?<!\p{L})(?:زه|موږ|مونږ)\s+(?:بې\s*(?:اسناده|سنده)|غیر\s*قانوني)(?!\p{L})/gu,
  /(?<!\p{L})(?:اسناد|سندونه|ویز[هې])\s+(?:نه\s*|ن)(?:لرم|لرو)(?!\p{L})/gu,
  /(?<!\p{L})(?:я|ми)\s+(?:тут\s+)?(?:нелегал\p{L}*|без\s+документів)(?!\p{L})/giu,
  /(?<!\p{L})у\s+(?:мене|нас)\s+нема(?:є)?\s+(?:документів|візи|статусу)(?!\p{L})(?!\s+(?:зі|для|про)\s)/giu,
  /(?<!\p{L})(?:я|мы)\s+(?:тут\s+|здесь\s+)?(?:нелегал\p{L}*|без\s+документов)(?!\p{L})/giu,
  /(?<!\p{L})у\s+(?:меня|нас)\s+нет\s+(?:документов|визы|статуса)(?!\p{L})(?!\s+(?:из|для|о)\s)/giu,
  /(?<!\p{L})(?:sina|hatuna)\s+(?:ma)?(?:karatasi|visa|vibali|hati)(?!\p{L})(?!\s+(?:ya|za|cha)\s)/giu,
  /(?<!\p{L})(?:sharci|waraaqo|fiiso)\s+(?:ma\s*)(?:lihi|lahayn|haysto|haysanno|lihin)(?!\p{L})/giu,
  /\b(?:overstayed|venci[oó])\s+(?:my|our|la|mi)\s+visa\b/giu,
];

/** A text without government numbers and without statements of a person's immigration status. */
export const removePrivate = (text: string): string =>
  [...NUMBERS, ...STATUS].reduce((rest, pattern) => rest.replace(pattern, REMOVED), text);

const cleaned = (content: MessageContent): MessageContent => {
  if (content.kind === 'text') return { ...content, text: removePrivate(content.text) };
  if (content.kind === 'media' && content.caption !== undefined) {
    return { ...content, caption: removePrivate(content.caption) };
  }
  return content;
};

/** An event as it may be stored. */
export const withoutPrivateWords = (event: TurnEvent): TurnEvent => {
  if (event.kind === 'message_received') return { ...event, content: cleaned(event.content) };
  // What staff send the family is theirs to word, and stands in the reply anyway; their notes are only kept.
  return event.kind === 'staff_acted' && event.action.kind === 'note'
    ? { ...event, action: { ...event.action, text: removePrivate(event.action.text) } }
    : event;
};
