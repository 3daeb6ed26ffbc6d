import { folded } from './plain-text.ts';

/** Letters that become each other when a name goes into another script and back. */
const ALIKE: readonly (readonly [RegExp, string])[] = [
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/kh|gh/g, 'g'],
  [/tch|sch|sh|zh|ch|tz|ts|cz/g, 's'],
  [/x/g, 'ks'],
  [/q|ck|c(?![ei])/g, 'k'],
  [/[zc]/g, 's'],
  [/[vw]/g, 'f'],
  [/p/g, 'b'],
  [/[jh]/g, 'g'],
  [/[^bdfgklmnrst]/g, ''],
  [/d/g, 't'],
  [/l/g, 'r'],
  [/(.)\1+/g, '$1'],
];

/** The consonants of a name as they are heard, about alike however it is transliterated. */
const soundOf = (name: string): string =>
  ALIKE.reduce((sound, [pattern, sign]) => sound.replace(pattern, sign), folded(name));

/** Whether one sound is the other with one letter more. */
const isLonger = (one: string, other: string): boolean => {
  let same = 0;
  while (same < other.length && one[same] === other[same]) same += 1;
  return one.slice(same + 1) === other.slice(same);
};

/** Short sounds say little, so they must be the same; of long ones a letter may be lost or won. */
const SHORT = 3;

export const soundsAlike = (one: string, other: string): boolean => {
  const [first, second] = [soundOf(one), soundOf(other)];
  if (first === second) return true;
  return Math.min(first.length, second.length) > SHORT && (isLonger(first, second) || isLonger(second, first));
};
