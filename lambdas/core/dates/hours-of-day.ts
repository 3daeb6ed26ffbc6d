import type { SaidPart } from './clock-pieces.ts';
import type { SaidClock } from './clock-times.ts';

/** The hours of each part of a day, first and last; they overlap as people use them. */
const PART_HOURS: Readonly<Record<SaidPart, readonly [number, number]>> = {
  morning: [4, 11],
  noon: [11, 15],
  afternoon: [12, 19],
  evening: [15, 23],
  night: [18, 23],
};
/** A school's day: nobody is met outside it without saying so. */
export const DAY_START = '06:00';
export const DAY_END = '18:00';
/** At seven there are meetings in the morning and in the evening. */
const LATEST_OPEN = 7;

const two = (value: number): string => String(value).padStart(2, '0');
const timeOf = (minutes: number): string => `${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`;

/** Where the night has a word of its own, the evening ends before it. */
const EVENING_BEFORE_NIGHT = 19;

const inPart = (minutes: number, part: SaidPart, isFromSix: boolean): boolean => {
  const hour = Math.floor(minutes / 60);
  const [first, last] = PART_HOURS[part];
  return hour >= first && hour <= (part === 'evening' && isFromSix ? EVENING_BEFORE_NIGHT : last);
};

const minutesOf = (hour: number, minute: number): number => (hour * 60 + minute + 1440) % 1440;

const isSchoolTime = (minutes: number): boolean => minutes >= 6 * 60 && minutes <= 18 * 60;

/** The times of day that a time on a clock with twelve hours may be. */
const halves = (hour: number, minute: number): readonly number[] => [
  minutesOf(hour % 12, minute),
  minutesOf((hour % 12) + 12, minute),
];

const openHours = (hour: number, minute: number): readonly number[] => {
  const both = halves(hour, minute);
  const isOpen = hour % 12 === 6 || hour % 12 === LATEST_OPEN;
  return isOpen && minute >= 0 ? both : both.filter(isSchoolTime);
};

const readings = (hour: number, minute: number, part: SaidPart | undefined, isFromSix: boolean): readonly number[] =>
  part ? halves(hour, minute).filter((minutes) => inPart(minutes, part, isFromSix)) : openHours(hour, minute);

/**
 * The times of day (`14:30`) that were said, in order; several where it is open.
 * @param part of the day, where the text says it elsewhere
 * @param isFromSix hours may be counted from six o'clock
 */
export const timesOf = (said: SaidClock, part: SaidPart | undefined, isFromSix: boolean): readonly string[] => {
  const { hour, minute, half, isFull } = said;
  if (isFull) return [timeOf(minutesOf(hour, minute))];
  if (half) return [timeOf(minutesOf((hour % 12) + (half === 'pm' ? 12 : 0), minute))];
  const dayPart = said.part ?? part;
  const plain = readings(hour, minute, dayPart, isFromSix);
  const shifted = isFromSix ? readings((hour + 6) % 12, minute, dayPart, true) : [];
  const all = [...new Set([...plain, ...shifted])].sort((one, other) => one - other);
  // Nobody has to do with a school before six where there is another way to read it.
  const usual = all.filter((minutes) => minutes >= 6 * 60);
  if (usual.length > 0) return usual.map(timeOf);
  return (all.length > 0 ? all : halves(hour, minute)).map(timeOf);
};
