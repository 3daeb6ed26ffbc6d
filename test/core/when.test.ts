import { LANGS, type Lang } from '#core/language.ts';
import { clockOf, whenInWords } from '#core/when.ts';

const CHICAGO = 'America/Chicago';
/** A Monday, 9 in the morning in Chicago. */
const NOW = Date.parse('2026-11-23T15:00:00Z');
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');
const said = (at: string, lang: Lang = 'en', zone = CHICAGO, now = NOW) =>
  plain(whenInWords(Date.parse(at), now, zone, lang));

describe('a time to come, in words', () => {
  it.each<[Lang, string]>([
    ['en', 'Tuesday 9:30 AM'],
    ['es', 'martes 9:30 a.m.'],
    ['ar', 'الثلاثاء 9:30 ص'],
    ['ht', 'madi 9:30 AM'],
    ['pt', 'terça-feira 9:30 AM'],
    ['vi', 'Thứ Ba 9:30 SA'],
    ['zh', '星期二 上午9:30'],
    ['fr', 'mardi 9:30 AM'],
    ['ru', 'вторник 9:30 AM'],
    ['uk', 'вівторок 9:30 дп'],
    ['sw', 'Jumanne 9:30 AM'],
    ['so', 'Talaado 9:30 GH'],
    ['prs', 'سه‌شنبه 9:30 ق.ظ.'],
    ['ps', 'درېنۍ 9:30 غ.م.'],
  ])('%s', (lang, words) => {
    expect(said('2026-11-24T09:30-06:00', lang)).toBe(words);
  });

  it('stands in every language here', () => {
    expect(LANGS).toHaveLength(14);
  });
});

describe('the day', () => {
  it.each([
    ['today', '2026-11-23T16:30-06:00', 'Monday 4:30 PM'],
    ['the day before next Monday', '2026-11-29T16:30-06:00', 'Sunday 4:30 PM'],
    ['a week from now', '2026-11-30T09:00-06:00', 'Monday, November 30 9:00 AM'],
    ['next month', '2027-01-04T09:00-06:00', 'Monday, January 4 9:00 AM'],
  ])('%s', (_, at, words) => {
    expect(said(at)).toBe(words);
  });

  it.each<[Lang, string]>([
    ['es', 'lunes, 30 de noviembre 9:00 a.m.'],
    ['ht', 'lendi 30 novanm 9:00 AM'],
  ])('a week from now in %s', (lang, words) => {
    expect(said('2026-11-30T09:00-06:00', lang)).toBe(words);
  });

  it('is the one of the school, where it is midnight elsewhere', () => {
    const evening = Date.parse('2026-11-23T23:30-06:00');

    expect(said('2026-11-23T23:59-06:00', 'en', CHICAGO, evening)).toBe('Monday 11:59 PM');
    expect(said('2026-11-24T00:00-06:00', 'en', CHICAGO, evening)).toBe('Tuesday 12:00 AM');
    expect(said('2026-11-24T12:00-06:00', 'en', CHICAGO, evening)).toBe('Tuesday 12:00 PM');
  });

  it('counts whole days over a change of the clock', () => {
    const beforeFall = Date.parse('2026-10-30T23:30-05:00');
    const beforeSpring = Date.parse('2027-03-12T23:30-06:00');

    expect(said('2026-11-05T00:15-06:00', 'en', CHICAGO, beforeFall)).toBe('Thursday 12:15 AM');
    expect(said('2026-11-06T00:15-06:00', 'en', CHICAGO, beforeFall)).toBe('Friday, November 6 12:15 AM');
    expect(said('2027-03-18T23:45-05:00', 'en', CHICAGO, beforeSpring)).toBe('Thursday 11:45 PM');
    expect(said('2027-03-19T00:15-05:00', 'en', CHICAGO, beforeSpring)).toBe('Friday, March 19 12:15 AM');
  });

  it.each([
    ['America/Phoenix', 'Tuesday 8:30 AM'],
    ['Asia/Kolkata', 'Tuesday 9:00 PM'],
    ['Pacific/Auckland', 'Wednesday 4:30 AM'],
    ['UTC', 'Tuesday 3:30 PM'],
  ])('and the clock are those of %s', (zone, words) => {
    expect(said('2026-11-24T09:30-06:00', 'en', zone)).toBe(words);
  });
});

describe('the clock of a zone', () => {
  it.each([
    ['2026-11-24T05:59:59.999Z', '2026-11-23', '23:59'],
    ['2026-11-24T06:00:00Z', '2026-11-24', '00:00'],
    ['2026-11-01T06:30:00Z', '2026-11-01', '01:30'],
    ['2026-11-01T07:30:00Z', '2026-11-01', '01:30'],
    ['2027-03-14T08:00:00Z', '2027-03-14', '03:00'],
    ['2027-01-01T06:00:00Z', '2027-01-01', '00:00'],
  ])('at %s', (at, date, time) => {
    expect(clockOf(Date.parse(at), CHICAGO)).toEqual({ date, time });
  });
});
