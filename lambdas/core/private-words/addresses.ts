import { type Span, spansOf } from './span.ts';

/** The number of a house, unless a word before it says that it counts something of a school. */
const NOT_A_HOUSE = String.raw`(?<![\p{L}\d#$:/.,-])(?<!\b(?:room|rm|bus|route|grade|gr|class|period|page|team|box|locker|aula|sal[oó]n|grado|autob[uú]s|cami[oó]n|ruta|klas|klinik|chanm|classe|salle|turma|sala|[oô]nibus|lớp|lop|phòng|phong|xe|xe bus|класс|клас|автобус|кабинет|кабінет|darasa|basi|fasal|fasalka|baska)\s{0,2}#?\s?)`;
const HOUSE = String.raw`${NOT_A_HOUSE}\d{1,5}[a-z]?(?:[-–]\d{1,4}|\s1\/2)?`;

/** Small words, and words that are counted: "2 kids on the street", "a las 8 en la calle". */
const SMALL = String.raw`is|are|was|on|in|at|the|a|an|my|our|your|her|his|this|that|of|to|and|or|for|from|by|with|near|it|i|we|he|she|they|you|me|kids?|child|children|students?|people|boys?|girls?|years?|yrs?|old|days?|weeks?|minutes?|mins?|hours?|am|pm|oclock|times?|blocks?|miles?|no|not|has|have|per|cross\p{L}*|down|up|can|do|does|what|when|where|stop|stops|school|bus|grade|room|niñ[oa]s|hij[oa]s|años|d[ií]as|horas|minutos|cuadras|calles|en|la|el|los|las|de|del|y|o|por|con|que|se|es|est[aá]|hay|una?|a|mi|su|para|timoun|nan|yo|lari|enfants|ans|dans|sur|le|les|une?|et|crian[cç]as|na|no|da|do|и|на|в|по|детей|дітей|лет|років|watoto|ya|wa|kwa|carruur`;
const NAME = String.raw`(?!(?:${SMALL})(?![\p{L}\p{M}\p{N}]))[\p{L}\d][\p{L}\p{M}\d.'’-]*`;
const DIRECTION = String.raw`(?:(?:n|s|e|w|ne|nw|se|sw|north|south|east|west|norte|sur|este|oeste)\.?\s+)?`;

/** What a street is called in the United States, in English letters and as families write it in theirs. */
const STREET = String.raw`street|str|st(?!\.?\s+(?:mary|joseph|patrick|john|paul|peter|james|jude|ann|francis|rita))|avenue|avenu|ave|av|blvd|boulevard|road|rd|parkway|pkwy|highway|hwy|terrace|terr|trail|trl|lane|ln|стрит|стріт|авеню|роуд|бульвар|улица|вулиця|ستريت|افنيو|شارع|استریت|ستریت|سټریټ|اونیو|سرک|سړک|街|大街|路|大道`;
/** Words that are streets only behind a long number, or where somebody says that they live there. */
const MAYBE_STREET = 'drive|dr|court|ct|place|pl|way|circle|cir|square|sq|loop|path|драйв|плейс|درایو|درايف';
const STREET_FIRST = String.raw`calle|c\/|avenida|av\.|rue|rua|улиц[аеу]|ул\.?|вулиц[яі]|вул\.?|شارع|سرک|سړک|جاده|wadada|waddada|barabara ya|mtaa wa`;

const UNIT_NUMBER = String.raw`\s*(?:#|no\.?|num(?:ber|ero)?\.?|n[uú]mero|номер|№|رقم|نمبر|شماره|nimewo|số|so|namba|lambar(?:ka)?|号)?\s*[:.]?\s*(?:[a-z]?-?\d{1,4}-?[a-z]?(?![\p{L}\d])(?!\s*(?:chanm|bed|bd|br|rec|habit|cuart|quarto|dormit|chamb|pi[eè]ces?|phòng|phong|комнат|кімнат|غرف|[اإ]?تاق|اطاق|کوټ|vyumba|qol|室|房|居)))`;
const UNIT = String.raw`(?:apt|appt|apto|apartment|apartamento|apatman|appartement|depto|dpto|departamento|flat|căn hộ|can ho|公寓|公寓楼|شقة|شقه|اپارتمان|آپارتمان|اپارټمان|کور نمبر|квартир[аеіи]|кв|kvartira|guri lambar|nyumba namba)\.?`;
const UNIT_BEHIND_STREET = String.raw`(?:[,.]?\s*(?:(?:${UNIT}|unit|ste|suite|floor|fl|lot|trailer|#)${UNIT_NUMBER}|(?:apt|unit|apto|#)\.?\s?[a-z](?!\p{L})))?`;
const CITY_AND_ZIP = String.raw`(?:,?\s*(?:[\p{L}.'’ -]{2,25},?\s*)?\b\d{5}(?:-\d{4})?(?!\d))?`;
const REST = String.raw`\.?${UNIT_BEHIND_STREET}${CITY_AND_ZIP}`;
const END = String.raw`(?![\p{L}\p{N}])`;

/** "I live", "our address", "we moved", in the languages of families. */
const LIVES = String.raw`live|lives|living|address|home|house|moved|moving|stay|vivo|vivimos|vive|direcci[oó]n|domicilio|casa|mudamos|mud[eé]|rete|abite|adr[eè]s|adresse|habite|habitons|moro|moramos|mora|endere[cç]o|morada|sống|song|ở|địa chỉ|dia chi|nhà|nha|住|地址|搬|家|عنوان\p{L}*|ساكن\p{L}*|نسكن|[اأ]سكن|بيت\p{L}*|سكن\p{L}*|آدرس|ادرس|زندگی|خانه|پته|اوسېږ\p{L}*|کور|живу|живем|жив[её]м|адрес\p{L}*|мешка\p{L}*|живемо|ninaishi|tunaishi|naishi|anwani|degan\p{L}*|deggan\p{L}*|cinwaan\p{L}*|ciwaan\p{L}*|guri\p{L}*`;

const pattern = (source: string) => new RegExp(source, 'giu');

const ADDRESSES: readonly RegExp[] = [
  pattern(String.raw`${HOUSE},?\s+${DIRECTION}(?:${NAME}\s*){1,4}?(?<=[\s\p{Script=Han}])(?:${STREET})${END}${REST}`),
  pattern(String.raw`${NOT_A_HOUSE}\d{3,5}[a-z]?\s+${DIRECTION}(?:${NAME}\s+){1,3}?(?:${MAYBE_STREET})${END}${REST}`),
  pattern(
    String.raw`(?<=(?:${LIVES})[^\d\n]{0,24})\d{1,5}[a-z]?\s+${DIRECTION}(?:${NAME}\s+){1,3}?(?:${MAYBE_STREET})${END}${REST}`,
  ),
  pattern(
    String.raw`${NOT_A_HOUSE}\d{2,5}[a-z]?,?\s+(?:${STREET_FIRST}|ri|đường|duong)\s+${NAME}(?:\s+${NAME})?${REST}`,
  ),
  pattern(
    String.raw`(?<![\p{L}\p{N}])(?:${STREET_FIRST})\s+(?:${NAME}\s*,?\s*){1,3}?(?:#|no\.?|num\.?|n[uú]mero|numero|nimewo|номер|дом|д\.?|буд\.?|будинок|رقم|نمبر|شماره|số|namba|lambar)?\s*\d{1,5}(?![\d:])${REST}`,
  ),
  pattern(String.raw`[\p{Script=Han}a-z]{1,12}(?:街|路|大道)\s?\d{1,5}\s?[号號]${REST}`),
  pattern(String.raw`(?<![\p{L}\p{N}])${UNIT}${UNIT_NUMBER}`),
  pattern(String.raw`(?<![\p{L}\p{N}])(?:apt|apto)(?:\.?\s#?\s?|\.|#)[b-hj-z]${END}`),
  pattern(String.raw`(?<![\p{L}\p{N}])p\.?\s?o\.?\s?box\s+\d{1,6}`),
];

const DIGIT = /\d/;
const HAS_A_LETTERED_FLAT = /\bapto?\b/i;

/** Where a text holds the address of a house or the number of a flat. @param text with digits 0–9 */
export const addressesIn = (text: string): readonly Span[] =>
  DIGIT.test(text) || HAS_A_LETTERED_FLAT.test(text)
    ? ADDRESSES.flatMap((address) => spansOf(text, address, 'address'))
    : [];
