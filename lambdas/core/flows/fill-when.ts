import { type DaysReading, readDays } from '../dates/read-days.ts';
import { readTime } from '../dates/read-time.ts';
import { LANGS } from '../language.ts';
import { normalise, wordsOf } from '../understanding/normalise.ts';
import { escaped } from './find-person.ts';
import type { Draft, FlowState } from './flow.ts';
import { type FillContext, type FillStep, needs, type TextReading } from './text-reading.ts';

/** More words than this are a sentence, and a sentence is read in its own language. */
const FEW_WORDS = 3;
const MOST_OPTIONS = 3;
/** Where a span has no end of its own the day of the school ends it. */
const OPEN_ENDS = ['06:00', '18:00'];

/** The first language in which something is found. */
const firstIn = <Found extends { readonly kind: string }>(found: readonly Found[]): Found | undefined =>
  found.find(({ kind }) => kind !== 'none');

const without = <Key extends 'days' | 'time'>(draft: Draft, key: Key): Omit<Draft, Key> => {
  const { [key]: _, ...rest } = draft;
  return rest;
};

/** A few words that are no day in the family's language may be one in another; where those agree it is that day. */
const inAnyLanguage = (text: string, { content, today }: FillContext): DaysReading | undefined => {
  if (wordsOf(normalise(text)).length > FEW_WORDS) return undefined;
  const found = LANGS.map((lang) => readDays(text, content.packs[lang].calendar, today)).filter(
    ({ kind }) => kind !== 'none',
  );
  const isOne = new Set(found.map((one) => (one.kind === 'days' ? one.days.join() : one.kind))).size === 1;
  return isOne ? found[0] : undefined;
};

const daysIn = (text: string, flow: FlowState, context: FillContext): DaysReading | undefined => {
  const { content, langs, today } = context;
  const found = firstIn(langs.map((lang) => readDays(text, content.packs[lang].calendar, today)));
  return found ?? (flow.asked === 'days' ? inAnyLanguage(text, context) : undefined);
};

const COMMAS = /[,，،、;；\n]/;

/** "Tuesday or Thursday" as two texts: of the days for a meeting all that are named are good. */
const alternatives = (text: string, { content, langs }: FillContext): readonly string[] => {
  const joints = langs.flatMap((lang) => {
    const { or = [], and = [] } = content.packs[lang].calendar.marks;
    return [...or, ...and].map((word) => word.replace(/\?$/, '')).filter((word) => word !== '');
  });
  // An Arabic alef is written with or without its hamza.
  const inside = joints
    .map((word) => (/\p{Script=Han}/u.test(word) ? escaped(word) : `\\s${escaped(word)}\\s`))
    .map((pattern) => pattern.replace(/[اأإآ]/g, '[اأإآ]'));
  const joint = new RegExp(inside.join('|'), 'iu');
  return text.split(COMMAS).flatMap((part) => (joints.length > 0 ? part.split(joint) : [part]));
};

/** Days that are good for a meeting: nobody asks for one on the same day without saying "today". */
const goodDays = (text: string, flow: FlowState, context: FillContext): DaysReading | undefined => {
  const found = alternatives(text, context).flatMap((part) => daysIn(part, flow, context) ?? []);
  const later = found.map((one): DaysReading => {
    const options = one.kind === 'unsure' ? one.options.filter((day) => day > context.today) : [];
    return one.kind === 'unsure' && options.length === 1 ? { kind: 'days', days: options, rest: one.rest } : one;
  });
  const isSure = later.length > 0 && later.every(({ kind }) => kind === 'days');
  const whole = daysIn(text, flow, context);
  if (!isSure || !whole || whole.kind === 'none') return whole;
  const days = later.flatMap((one) => (one.kind === 'days' ? one.days : []));
  return { kind: 'days', days: [...new Set(days)].sort(), rest: whole.rest };
};

/** The days of a text. What is not sure is asked, and what was thought before holds no more. */
export const fillDays: FillStep = (reading, flow, context) => {
  const isMeeting = needs(flow, 'times');
  if (!needs(flow, 'days') && !isMeeting) return reading;
  const read = isMeeting ? goodDays : daysIn;
  const left = read(reading.rest, flow, context);
  // Where the grade stood, words have come together that do not belong together: "from grade 2, tomorrow".
  const whole = left?.kind === 'unsure' ? read(reading.whole, flow, context) : undefined;
  const found: DaysReading | undefined =
    left?.kind === 'unsure' && whole?.kind === 'days' ? { ...whole, rest: left.rest } : left;
  if (!found || found.kind === 'none') return reading;
  const heard = [...reading.heard, isMeeting ? 'times' : 'days'] as const;
  if (found.kind === 'days')
    return { ...reading, heard, rest: found.rest, draft: { ...reading.draft, days: found.days } };
  const unsure = { slot: 'days', options: found.options } as const;
  return { ...reading, heard, rest: found.rest, draft: without(reading.draft, 'days'), open: { unsure } };
};

const unsureTime = (reading: TextReading, options: readonly string[], rest: string): TextReading => {
  const heard = [...reading.heard, 'time'] as const;
  const draft = without(reading.draft, 'time');
  // One question at a time: what day comes first, and the time is asked when it is known.
  if (reading.open.unsure) return { ...reading, heard, rest, draft };
  const unsure = { slot: 'time', options: options.slice(0, MOST_OPTIONS) } as const;
  return { ...reading, heard, rest, draft, open: { unsure } };
};

const PARTS = [
  ['morning', '05:00', '11:30'],
  ['noon', '11:30', '13:00'],
  ['afternoon', '13:00', '17:00'],
  ['evening', '17:00', '22:00'],
] as const;

/** The parts of the day in which a span lies. */
const partsOf = (from: string, to: string) =>
  PARTS.flatMap(([part, begins, ends]) => (from < ends && to > begins ? [part] : []));

/** The time that suits for a meeting: a clock time, or parts of the day. */
const fillGoodTimes: FillStep = (reading, _, { content, langs }) => {
  const found = firstIn(langs.map((lang) => readTime(reading.rest, content.packs[lang].calendar)));
  if (!found || found.kind === 'none' || found.kind === 'unsure') return reading;
  const heard = [...reading.heard, 'times'] as const;
  const { rest } = found;
  if (found.kind === 'time') return { ...reading, heard, rest, draft: { ...reading.draft, time: found.time } };
  const parts = found.kind === 'part' ? found.parts : partsOf(found.from, found.to);
  return { ...reading, heard, rest, draft: { ...reading.draft, parts } };
};

/** The time of a text. A span is no time: which end of it is meant is asked. */
export const fillTime: FillStep = (reading, flow, context) => {
  if (needs(flow, 'times')) return fillGoodTimes(reading, flow, context);
  if (!needs(flow, 'time')) return reading;
  const { content, langs } = context;
  const all = langs.map((lang) => readTime(reading.rest, content.packs[lang].calendar));
  // A number alone may be a grade as well: it is an hour only where one was asked for.
  const isNumber = /^\P{L}*$/u.test(reading.rest) && !reading.rest.includes(':') && flow.asked !== 'time';
  const found = isNumber ? undefined : firstIn(all);
  switch (found?.kind) {
    case 'time': {
      const heard = [...reading.heard, 'time'] as const;
      return { ...reading, heard, rest: found.rest, draft: { ...reading.draft, time: found.time } };
    }
    case 'part': {
      const isNoon = found.parts.length === 1 && found.parts[0] === 'noon';
      const heard = [...reading.heard, 'time'] as const;
      return isNoon ? { ...reading, heard, rest: found.rest, draft: { ...reading.draft, time: '12:00' } } : reading;
    }
    case 'span':
      return unsureTime(
        reading,
        [found.from, found.to].filter((time) => !OPEN_ENDS.includes(time)),
        found.rest,
      );
    case 'unsure':
      return unsureTime(reading, found.options, found.rest);
    default:
      return reading;
  }
};
