import { readDays } from '#core/dates/read-days.ts';
import { readTime } from '#core/dates/read-time.ts';
import type { Lang } from '#core/language.ts';
import { calendarOf } from './support/calendars.ts';

const on = (today: string, text: string, lang: Lang = 'en') => {
  const reading = readDays(text, calendarOf(lang), today);
  if (reading.kind === 'none') return 'none';
  return reading.kind === 'days' ? reading.days.join(' ') : `? ${reading.options.join(' ')}`;
};

const SATURDAY = '2026-11-28';
const SUNDAY = '2026-11-29';

describe('at the end of a week', () => {
  it('this week may be the one that ends or the one that comes', () => {
    expect(on(SATURDAY, 'this week')).toBe('? 2026-11-23 2026-11-30');
    expect(on(SUNDAY, 'esta semana', 'es')).toBe('? 2026-11-23 2026-11-30');
  });

  it('on Sunday the next week, and a day of it, are asked back', () => {
    expect(on(SUNDAY, 'next week')).toBe('? 2026-11-30 2026-12-07');
    expect(on(SUNDAY, 'next Wednesday')).toBe('? 2026-12-02 2026-12-09');
    expect(on(SUNDAY, '下周三', 'zh')).toBe('? 2026-12-02 2026-12-09');
  });

  it('tomorrow is tomorrow', () => {
    expect(on(SUNDAY, 'tomorrow')).toBe('2026-11-30');
    expect(on('2026-12-31', 'mañana', 'es')).toBe('2027-01-01');
    expect(on('2028-02-28', 'demain', 'fr')).toBe('2028-02-29');
  });
});

describe('a date without a year', () => {
  it.each([
    ['Nov 1', '2026-11-01'],
    ['January 5', '2027-01-05'],
    ['September 10', '2027-09-10'],
    ['October 20', '? 2026-10-20 2027-10-20'],
  ])('%s is the nearest, or asked back', (text, expected) => {
    expect(on('2026-11-24', text)).toBe(expected);
  });

  it('that never was is no day at all, whatever else might be read in it', () => {
    for (const text of ['February 30', '31 April', 'the 31st of June', '13/32', '2026-02-30', '0/5', 'Nov 31']) {
      expect([text, on('2026-11-24', text)]).toEqual([text, 'none']);
    }
  });
});

describe('what is cut out', () => {
  it('leaves the other words as they were', () => {
    expect(readDays('Juan no va el lunes porque tiene cita', calendarOf('es'), '2026-11-24')).toEqual({
      kind: 'days',
      days: ['2026-11-30'],
      rest: 'Juan no va porque tiene cita',
    });
  });
});

describe('two days with different meanings', () => {
  it('are asked back rather than both taken', () => {
    expect(on('2026-11-24', 'She was sick yesterday and will be back on December 3')).toBe('? 2026-11-23 2026-12-03');
  });

  it('but the same day said twice is that day', () => {
    expect(on('2026-11-24', 'tomorrow, I mean Wednesday')).toBe('2026-11-25');
  });
});

describe('words that turn a weekday into another day', () => {
  it.each<readonly [Lang, string, string]>([
    ['en', 'the week of December 7', '? 2026-12-07 2026-12-08'],
    ['en', 'every other Friday', '? 2026-11-27 2026-12-04'],
    ['en', 'Monday after next', '? 2026-11-30 2026-12-07'],
    ['es', 'el lunes en ocho', '? 2026-11-30 2026-12-07'],
    ['ru', 'через понедельник', '? 2026-11-30 2026-12-07'],
    ['zh', '下下周一', '2026-12-07'],
    ['zh', '周五以前', '? 2026-11-26 2026-11-27'],
    ['so', 'Jimcaha ka hor', '? 2026-11-26 2026-11-27'],
    ['en', '12/3-12/5', '? 2026-12-03 2027-03-12'],
    ['en', 'Good Friday', 'none'],
  ])('%s: %s', (lang, text, expected) => {
    expect(on('2026-11-24', text, lang)).toBe(expected);
  });
});

describe('a text without end', () => {
  it.each(['the ', 'lunes ', 'at ', '3 ', 'de ', '一', 'بكرة '])('of "%s" is read at once', (word) => {
    for (const lang of ['en', 'es', 'zh', 'ar'] as const) {
      expect(() => on('2026-11-24', word.repeat(20_000), lang)).not.toThrow();
      expect(() => readTime(word.repeat(20_000), calendarOf(lang))).not.toThrow();
    }
  });
});
