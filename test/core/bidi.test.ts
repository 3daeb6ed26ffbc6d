import { isolated } from '#core/bidi.ts';

/** Marks as letters that one can see. */
const shown = (text: string) => text.replaceAll('\u2066', '‹').replaceAll('\u2069', '›').replaceAll('\u200f', '→');

describe('a text that reads from right to left', () => {
  it.each([
    ['اتصلوا بالرقم 1-800-222-1222 الآن.', 'اتصلوا بالرقم ‹1-800-222-1222› الآن.'],
    ['*اتصلوا بـ 911 الآن.*', '*اتصلوا بـ ‹911› الآن.*'],
    ['المكتب: +1 312-555-0110 كل يوم', 'المكتب: ‹+1 312-555-0110› كل يوم'],
    ['الغرفة Room 12B الساعة 3:30', 'الغرفة ‹Room 12B› الساعة ‹3:30›'],
    ['انظروا https://riverbend.example.org/calendar هنا', 'انظروا ‹https://riverbend.example.org/calendar› هنا'],
    ['قولوا: "Arabic interpreter, please" (مترجم)', 'قولوا: "‹Arabic interpreter, please›" (مترجم)'],
    ['من 8:10 ص إلى 3:15 م', 'من ‹8:10› ص إلى ‹3:15› م'],
    ['نعم', 'نعم'],
  ])('%s', (text, expected) => {
    expect(shown(isolated(text))).toBe(expected);
  });

  it('begins with a mark where its first letter is of another direction', () => {
    expect(shown(isolated('Homeroom يساعدكم'))).toBe('→‹Homeroom› يساعدكم');
  });

  it('is marked once, however often it is looked at', () => {
    const once = isolated('اتصلوا بالرقم 911');

    expect(isolated(once)).toBe(once);
  });

  it('loses no letter', () => {
    const text = 'مدرسة Riverbend High School، هاتف +1 (312) 555-0110، الساعة 8:10–3:15!';

    expect(isolated(text).replace(/[\u2066\u2069\u200f]/g, '')).toBe(text);
  });
});
