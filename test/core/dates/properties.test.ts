import * as fc from 'fast-check';
import { plusDays } from '#core/dates/iso-dates.ts';
import { readChild } from '#core/dates/read-child.ts';
import { type DaysReading, readDays } from '#core/dates/read-days.ts';
import { readGrade } from '#core/dates/read-grade.ts';
import { readTime } from '#core/dates/read-time.ts';
import { dateInWords, timeInWords } from '#core/facts.ts';
import { LANGS } from '#core/language.ts';
import { SEED } from '../../support/arbitrary.ts';
import { calendarOf } from './support/calendars.ts';
import { linesOf, TODAY } from './support/tables.ts';

const RUNS = { seed: SEED, numRuns: 150 };

const anyLang = fc.constantFrom(...LANGS);
const anyDate = fc.integer({ min: 0, max: 3000 }).map((days) => plusDays('2024-01-01', days));
const daysOf = (reading: DaysReading): readonly string[] =>
  reading.kind === 'none' ? [] : reading.kind === 'days' ? reading.days : reading.options;

const phrases = LANGS.flatMap((lang) =>
  [...linesOf('first', lang), ...linesOf('second', lang)].map(({ text }) => text),
);
/** Expressions of all languages cut and joined, and anything at all. */
const anyText = fc.oneof(
  fc
    .array(fc.oneof(fc.constantFrom(...phrases), fc.string({ unit: 'grapheme', maxLength: 8 })), { maxLength: 4 })
    .map((all) => all.join(' ')),
  fc.tuple(fc.constantFrom(...phrases), fc.nat(30)).map(([text, length]) => text.slice(length)),
  fc.string({ unit: 'binary', maxLength: 40 }),
);

describe('a date as Homeroom prints it', () => {
  it('is read back as that date, from a month ago to ten months ahead', () => {
    fc.assert(
      fc.property(anyLang, anyDate, fc.integer({ min: -30, max: 300 }), (lang, today, shift) => {
        const date = plusDays(today, shift);
        const { kind, ...reading } = readDays(dateInWords(date, lang), calendarOf(lang), today);
        expect({ lang, kind, ...reading }).toEqual({ lang, kind: 'days', days: [date], rest: '' });
      }),
      { ...RUNS, numRuns: 1500 },
    );
  });

  it('is read back in a sentence, and the rest of the sentence is left', () => {
    fc.assert(
      fc.property(anyLang, fc.integer({ min: 1, max: 300 }), (lang, shift) => {
        const date = plusDays(TODAY, shift);
        const reading = readDays(`Xyzzy ${dateInWords(date, lang)}. Plugh`, calendarOf(lang), TODAY);
        expect(reading).toEqual({ kind: 'days', days: [date], rest: 'Xyzzy . Plugh' });
      }),
      { ...RUNS, numRuns: 500 },
    );
  });
});

describe('a time as Homeroom prints it', () => {
  it('is read back as that time, whatever the language counts hours from', () => {
    fc.assert(
      fc.property(
        anyLang,
        fc.integer({ min: 6, max: 20 }),
        fc.constantFrom('00', '15', '30', '45'),
        (lang, hour, minute) => {
          const time = `${String(hour).padStart(2, '0')}:${minute}`;
          const { kind, ...reading } = readTime(timeInWords(time, lang), calendarOf(lang));
          expect({ lang, kind, ...reading }).toMatchObject({
            lang,
            kind: 'time',
            time,
            rest: expect.stringMatching(/^\.?$/),
          });
        },
      ),
      { ...RUNS, numRuns: 500 },
    );
  });
});

describe('any text', () => {
  it('is read without an error, and only into days that exist', () => {
    fc.assert(
      fc.property(anyLang, anyText, anyDate, (lang, text, today) => {
        const reading = readDays(text, calendarOf(lang), today);
        const days = daysOf(reading);
        for (const day of days) expect(new Date(day).toISOString().slice(0, 10)).toBe(day);
        expect([...new Set(days)].sort()).toEqual(days);
        if (reading.kind !== 'none') expect(days.length).toBeGreaterThan(0);
        if (reading.kind === 'unsure') expect(days.length).toBeLessThanOrEqual(3);
      }),
      { ...RUNS, numRuns: 1500 },
    );
  });

  it('gives times of the clock, spans that go forward, grades and short names', () => {
    fc.assert(
      fc.property(anyLang, anyText, (lang, text) => {
        const words = calendarOf(lang);
        const reading = readTime(text, words);
        const times = reading.kind === 'time' ? [reading.time] : reading.kind === 'unsure' ? reading.options : [];
        for (const time of times) expect(time).toMatch(/^([01]\d|2[0-3]):[0-5]\d$/);
        if (reading.kind === 'span') expect(reading.from < reading.to).toBe(true);
        const { name = 'x', grade } = readChild(text, words);
        expect(name).toMatch(/^[\p{L}\p{M}\p{Nl}\u200c '’-]{1,40}$/u);
        expect(grade).toBe(readGrade(text, words)?.grade);
      }),
      { ...RUNS, numRuns: 1000 },
    );
  });
});

describe('digits', () => {
  const inDigits = (text: string, zero: number) =>
    text.replaceAll(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));

  it.each([
    ['Arabic', 0x660],
    ['Persian', 0x6f0],
    ['full-width', 0xff10],
  ])('mean the same when they are %s', (_, zero) => {
    for (const lang of LANGS) {
      const words = calendarOf(lang);
      for (const { text, kind } of linesOf('first', lang)) {
        if (kind !== 'day' || !/\d/.test(text)) continue;
        expect([text, daysOf(readDays(inDigits(text, zero), words, TODAY))]).toEqual([
          text,
          daysOf(readDays(text, words, TODAY)),
        ]);
      }
    }
  });
});
