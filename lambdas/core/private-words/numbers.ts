import { type Span, spansOf } from './span.ts';

/**
 * Numbers that tell by their form: U.S. Social Security and taxpayer numbers (three groups), alien registration
 * numbers ("A" and 8 or 9 digits), receipts of a petition. Forms as the issuing agencies print them (ssa.gov,
 * uscis.gov, 2026-11).
 */
const BY_FORM: readonly RegExp[] = [
  /(?<![\d-])\d{3}[-\s.–]\d{2}[-\s.–]\d{4}(?![\d-])/g,
  /\bA[-#\s]{0,3}\d{3}[-\s]?\d{3}[-\s]?\d{2,3}\b/gi,
  /\b(?:EAC|WAC|LIN|SRC|NBC|MSC|IOE|YSC|MCT)[-\s]?\d{10}\b/gi,
];

/** What stands between a word and its number: "my passport number is", "mi pasaporte es el". */
const BETWEEN = String.raw`\D{0,24}?`;

const afterWord = (words: string, number: string): RegExp =>
  new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${words})${BETWEEN}(?<number>${number})(?!\d)`, 'giu');

/** Numbers that only the word before them tells: nine digits may be anything. */
const BY_WORD: readonly RegExp[] = [
  afterWord(
    String.raw`ssn|itin|social|seguro social|sosyal|sekirite sosyal|s[eé]curit[eé] sociale|seguran[cç]a social|an sinh(?: xã hội| xa hoi)?|社安号?|社会安全号?码?|社會安全號?碼?|الضمان(?: الاجتماعي)?|ضمان اجتماعي|سوشيال|سوشیال|سوشل|ссн|соушел|соціальн\p{L}*|социальн\p{L}*|sooshal`,
    String.raw`\d{9}|\d{3}[-\s.]?\d{2}[-\s.]?\d{4}`,
  ),
  afterWord('ssn|itin|last (?:four|4) of my social|mi social termina en', String.raw`\d{4}`),
  afterWord(
    String.raw`passport|pasaporte|passeport|passaporte|paspò|paspo|pasipoti|baasaboor\p{L}*|hộ chiếu|ho chieu|паспорт\p{L}*|\p{L}{0,3}جواز(?: السفر| سفر)?|پاسپورت|پاسپورټ|护照号?码?|護照號?碼?`,
    String.raw`[A-Z]{0,2}\d{6,9}`,
  ),
  afterWord(
    `medicaid|medical card|medi-?cal|tarjeta m[eé]dica|kat medikal|медикейд|медікейд|медикаид|白卡|医疗补助|醫療補助|ميديكيد|مدیکید|میډیکیډ|مدیکیډ|medikeydh`,
    String.raw`[A-Z]{0,3}\d{7,12}[A-Z]?`,
  ),
  afterWord(
    String.raw`driver'?s?'? ?licen[sc]es?|drivers id|driving licen[sc]e|state id|licencia(?: de (?:conducir|manejar))?|permis de conduire|lisans(?: kondwi| chof[eè])?|carteira de motorista|carta de condu[cç][aã]o|habilita[cç][aã]o|cnh|bằng lái(?: xe)?|bang lai(?: xe)?|驾照号?码?|駕照號?碼?|رخصة (?:القيادة|السواقة|قيادة)|لیسنس|لايسنس|جواز رانندگی|водительск\p{L}* прав\p{L}*|водійськ\p{L}* прав\p{L}*|права|leseni(?: ya (?:udereva|gari))?|laysanka?|laysin|شناسنامه|شناختي کارډ`,
    String.raw`[A-Z]\d{3}[-\s]?\d{4}[-\s]?\d{4}|[A-Z]{0,2}\d{7,12}`,
  ),
];

const numberAfterWord = (text: string, pattern: RegExp): readonly Span[] =>
  [...text.matchAll(pattern)].map(({ index, 0: { length }, groups }) => ({
    kind: 'number',
    start: index + length - (groups?.['number']?.length ?? 0),
    end: index + length,
  }));

const MANY_DIGITS = /\d\D?\d\D?\d\D?\d/;

/** Where a text holds a number that a government gave to a person. @param text with digits 0–9 */
export const numbersIn = (text: string): readonly Span[] =>
  MANY_DIGITS.test(text)
    ? [
        ...BY_FORM.flatMap((pattern) => spansOf(text, pattern, 'number')),
        ...BY_WORD.flatMap((pattern) => numberAfterWord(text, pattern)),
      ]
    : [];
