/** HTML's names of the characters 160 to 255, in their order (HTML 4.01, "Character entity references"). */
const LATIN = (
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro ' +
  'para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil ' +
  'Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave ' +
  'Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml ' +
  'igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute ' +
  'thorn yuml'
).split(' ');
const FIRST_LATIN = 160;

const NAMED: ReadonlyMap<string, string> = new Map([
  ...LATIN.map((name, at) => [name, String.fromCharCode(FIRST_LATIN + at)] as const),
  ...Object.entries({
    ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" },
    ...{ ndash: '–', mdash: '—', lsquo: '‘', rsquo: '’', sbquo: '‚', ldquo: '“', rdquo: '”', bdquo: '„' },
    ...{ hellip: '…', bull: '•', euro: '€', trade: '™', oelig: 'œ', OElig: 'Œ', scaron: 'š', Scaron: 'Š' },
    ...{ ensp: ' ', emsp: ' ', thinsp: ' ', zwnj: '\u200c', zwj: '\u200d', lrm: '', rlm: '' },
  }),
]);

const LAST_CHARACTER = 0x10ffff;

const numbered = (code: number, written: string): string => {
  const isHalf = code >= 0xd800 && code <= 0xdfff;
  return code > 0 && code <= LAST_CHARACTER && !isHalf ? String.fromCodePoint(code) : written;
};

/** Text in which HTML's names and numbers of characters are the characters. What is no such name stays as it is. */
export const decodeEntities = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([A-Za-z]\w{1,30}));?/g, (written, decimal, hex, name) => {
    if (decimal) return numbered(Number(decimal), written);
    return hex ? numbered(Number.parseInt(hex, 16), written) : (NAMED.get(name) ?? written);
  });
