import fc from 'fast-check';
import { shownAs } from '../../desk/src/desk/thread/media-kinds.ts';
import { safeFileName, safePieces } from '../../desk/src/desk/words/safe-text.ts';
import { agoWords, clockWords, fullWords, momentWords, waitWords } from '../../desk/src/desk/words/times.ts';

const MINUTE = 60_000;

describe('how long somebody waits', () => {
  test.each([
    [0, 'now'],
    [59_999, 'now'],
    [12 * MINUTE, '12 min'],
    [65 * MINUTE, '1 h 05'],
    [24 * 60 * MINUTE, '1 day'],
    [49 * 60 * MINUTE, '2 days'],
    [-MINUTE, 'now'],
  ])('%d ms reads "%s"', (ms, words) => {
    expect(waitWords(1000, 1000 + ms)).toBe(words);
  });

  test('reads as a time ago', () => {
    expect(agoWords(0, 1)).toBe('just now');
    expect(agoWords(0, 3 * MINUTE)).toBe('3 min ago');
  });
});

describe('a time', () => {
  const at = Date.UTC(2026, 10, 24, 3, 5);

  test('reads as it is in the district, wherever the page is looked at', () => {
    expect(clockWords(at, 'America/Chicago')).toBe('9:05 PM');
    expect(fullWords(at, 'America/Chicago')).toBe('Monday, November 23, 2026 at 9:05 PM');
    expect(clockWords(at, 'America/New_York')).toBe('10:05 PM');
  });

  test('says its day only where it is not today there', () => {
    const sameDay = Date.UTC(2026, 10, 23, 14);
    expect(momentWords(at, sameDay, 'America/Chicago')).toBe('9:05 PM');
    expect(momentWords(at, sameDay, 'UTC')).toBe('Tue, Nov 24, 3:05 AM');
  });
});

describe('a text of a stranger', () => {
  test('shows marks that would turn it around by their names', () => {
    expect(safePieces('a\u202Eb')).toEqual([
      { text: 'a', isMark: false },
      { text: 'RLO', isMark: true },
      { text: 'b', isMark: false },
    ]);
  });

  test('keeps what languages need: isolates, joiners, line feeds', () => {
    const text = 'می\u200Cروم\n\u2066555 1234\u2069';
    expect(safePieces(text)).toEqual([{ text, isMark: false }]);
  });

  test('never lets such a mark through, whatever it is', () => {
    const marks = fc.constantFrom('\u202A', '\u202B', '\u202C', '\u202D', '\u202E', '\u0000', '\u009F', 'a', 'ب', '\n');
    fc.assert(
      fc.property(fc.string({ unit: marks }), (text) => {
        for (const { text: piece, isMark } of safePieces(text)) {
          if (!isMark) expect(piece).toMatch(/^[aب\n]*$/);
        }
      }),
    );
  });
});

describe('a file of a stranger', () => {
  test.each([
    ['lease.pdf', 'lease.pdf'],
    ['x.html', 'x.html.bin'],
    ['x.svg', 'x.svg.bin'],
    ['invoice\u202Efdp.exe', 'invoicefdp.exe.bin'],
    ['../../etc/passwd', '_.._etc_passwd.bin'],
    ['租房合同.pdf', '租房合同.pdf'],
    [undefined, 'Document.bin'],
    ['', 'Document.bin'],
  ])('called %p is stored as %p', (name, stored) => {
    expect(safeFileName(name, 'Document')).toBe(stored);
  });

  test('has a short name that runs nothing, whatever it was called', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
        const stored = safeFileName(name, 'Document');
        expect(stored).not.toMatch(/[\\/\p{Cc}\p{Cf}]/u);
        expect([...stored].length).toBeLessThanOrEqual(100);
        expect(stored).not.toMatch(/\.(?:html?|svg|exe|js|bat|cmd|sh)$/iu);
      }),
    );
  });

  test.each([
    ['image/jpeg', 'image/jpeg', 'image'],
    ['audio/ogg; codecs=opus', 'audio/ogg', 'audio'],
    ['video/mp4', 'video/mp4', 'video'],
    ['image/svg+xml', 'image/svg+xml', undefined],
    ['image/png', 'text/html', undefined],
    ['text/html', 'image/png', undefined],
    ['application/pdf', 'application/pdf', undefined],
  ])('said to be %s and served as %s is shown as %p', (said, served, kind) => {
    expect(shownAs(said, served)).toBe(kind);
  });
});
