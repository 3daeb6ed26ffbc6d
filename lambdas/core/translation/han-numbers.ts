const DIGITS = '零一二三四五六七八九';
const VALUES: Readonly<Record<string, number>> = {
  〇: 0,
  两: 2,
  兩: 2,
  十: 10,
  百: 100,
  千: 1000,
  万: 10_000,
  萬: 10_000,
};
/** Only before what is counted: the same characters stand in many other words (一起, together; 一点, a little). */
const COUNTED =
  /(?!一[点點](?![钟鐘半整一二三四五六七八九十\d]))[零〇一二两兩三四五六七八九十百千万萬]+(?=[个個天年月日号號点點时時小分岁歲名次周週页頁楼樓片粒滴口元美块塊本位年]|刻)/gu;

const numberOf = (words: string): number => {
  let total = 0;
  let group = 0;
  let digit = 0;
  for (const sign of words) {
    const value = VALUES[sign] ?? DIGITS.indexOf(sign);
    if (value < 10) {
      digit = value;
    } else if (value === 10_000) {
      total += (group + digit) * value;
      group = 0;
      digit = 0;
    } else {
      group += (digit || 1) * value;
      digit = 0;
    }
  }
  return total + group + digit;
};

/** A Chinese text with the numbers that count something written in figures. */
export const withFigures = (text: string): string => text.replace(COUNTED, (words) => String(numberOf(words)));
