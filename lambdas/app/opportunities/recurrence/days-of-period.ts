import type { Rule } from './rule.ts';
import { DAY_MS, dayStart, weekdayOf } from './wall.ts';

const DAYS_IN_WEEK = 7;
const MONTHS = 12;

const utc = (year: number, month: number): number => Date.UTC(year, month);

const dateOf = (day: number) => {
  const date = new Date(day);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth(), date: date.getUTCDate() };
};

/** The first day of the period that holds the start, and of the one `index` intervals later; both as wall times. */
export const periodAt = ({ freq, interval, weekStart }: Rule, start: number, index: number) => {
  const day = dayStart(start);
  const date = new Date(day);
  const steps = index * interval;
  if (freq === 'DAILY') return { from: day + steps * DAY_MS, to: day + (steps + 1) * DAY_MS };
  if (freq === 'WEEKLY') {
    const intoWeek = (weekdayOf(day) - weekStart + DAYS_IN_WEEK) % DAYS_IN_WEEK;
    const from = day + (steps * DAYS_IN_WEEK - intoWeek) * DAY_MS;
    return { from, to: from + DAYS_IN_WEEK * DAY_MS };
  }
  const year = date.getUTCFullYear();
  if (freq === 'YEARLY') return { from: utc(year + steps, 0), to: utc(year + steps + 1, 0) };
  const month = date.getUTCMonth() + steps;
  return { from: utc(year, month), to: utc(year, month + 1) };
};

/** An index of a period that does not lie behind a wall time, nor far before it. */
export const indexNear = ({ freq, interval }: Rule, start: number, wall: number): number => {
  if (wall <= start) return 0;
  const [from, to] = [new Date(start), new Date(wall)];
  const years = to.getUTCFullYear() - from.getUTCFullYear();
  const days = Math.floor((wall - start) / DAY_MS);
  const passed = {
    DAILY: days,
    WEEKLY: Math.floor(days / DAYS_IN_WEEK),
    MONTHLY: years * MONTHS + to.getUTCMonth() - from.getUTCMonth(),
    YEARLY: years,
  }[freq];
  return Math.max(0, Math.floor(passed / interval) - 1);
};

/** Counted from 1, or from the end where it is asked by a negative number. */
const isAmong = (numbers: readonly number[], position: number, size: number): boolean =>
  numbers.some((number) => number === position || size + number + 1 === position);

const isNth = (nth: number, day: number, from: number, to: number): boolean => {
  const position = Math.floor((day - from) / DAY_MS / DAYS_IN_WEEK) + 1;
  const fromEnd = Math.floor((to - DAY_MS - day) / DAY_MS / DAYS_IN_WEEK) + 1;
  return nth > 0 ? nth === position : -nth === fromEnd;
};

const fitsWeekday = ({ byDay, freq, byMonth }: Rule, day: number): boolean => {
  if (byDay.length === 0) return true;
  const weekday = weekdayOf(day);
  const named = byDay.filter((one) => one.weekday === weekday);
  if (named.length === 0) return false;
  if (named.some(({ nth }) => nth === undefined)) return true;
  const { year, month } = dateOf(day);
  const isInYear = freq === 'YEARLY' && byMonth.length === 0;
  const [from, to] = isInYear ? [utc(year, 0), utc(year + 1, 0)] : [utc(year, month), utc(year, month + 1)];
  return named.some(({ nth = 0 }) => isNth(nth, day, from, to));
};

const fitsMonthDay = ({ byMonthDay }: Rule, day: number): boolean => {
  if (byMonthDay.length === 0) return true;
  const { year, month, date } = dateOf(day);
  return isAmong(byMonthDay, date, (utc(year, month + 1) - utc(year, month)) / DAY_MS);
};

const fitsYearDay = ({ byYearDay }: Rule, day: number): boolean => {
  if (byYearDay.length === 0) return true;
  const { year } = dateOf(day);
  const [from, to] = [utc(year, 0), utc(year + 1, 0)];
  return isAmong(byYearDay, (day - from) / DAY_MS + 1, (to - from) / DAY_MS);
};

const fits = (rule: Rule, day: number): boolean =>
  fitsWeekday(rule, day) &&
  (rule.byMonth.length === 0 || rule.byMonth.includes(dateOf(day).month + 1)) &&
  fitsMonthDay(rule, day) &&
  fitsYearDay(rule, day);

/** What a rule leaves open is as its start is: a weekly one falls on the start's weekday. */
export const completed = (rule: Rule, start: number): Rule => {
  const date = new Date(start);
  const saysDay = rule.byDay.length > 0 || rule.byMonthDay.length > 0 || rule.byYearDay.length > 0;
  if (saysDay || rule.freq === 'DAILY') return rule;
  if (rule.freq === 'WEEKLY') return { ...rule, byDay: [{ weekday: weekdayOf(start) }] };
  const inMonth = { ...rule, byMonthDay: [date.getUTCDate()] };
  const needsMonth = rule.freq === 'YEARLY' && rule.byMonth.length === 0;
  return needsMonth ? { ...inMonth, byMonth: [date.getUTCMonth() + 1] } : inMonth;
};

/** The days of a period that fit a completed rule. */
export const daysIn = (rule: Rule, { from, to }: { readonly from: number; readonly to: number }): number[] => {
  const days: number[] = [];
  for (let day = from; day < to; day += DAY_MS) if (fits(rule, day)) days.push(day);
  return days;
};
