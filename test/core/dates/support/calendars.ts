/** The words of a language, read from the content folder as it is written now. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CalendarWords } from '#core/dates/calendar-words.ts';
import type { Lang } from '#core/language.ts';
import { calendarFile, compileCalendar } from '../../../../bin/content/calendar.ts';
import { parseYamlFile } from '../../../../bin/content/source-file.ts';

const FOLDER = join(import.meta.dirname, '..', '..', '..', '..', 'lambdas', 'content');

const calendars = new Map<Lang, CalendarWords>();

export const calendarOf = (lang: Lang): CalendarWords => {
  const known = calendars.get(lang);
  if (known) return known;
  const file = join(FOLDER, lang, 'calendar.yaml');
  const { data } = parseYamlFile(file, readFileSync(file, 'utf8'));
  const words = compileCalendar(calendarFile.parse(data));
  calendars.set(lang, words);
  return words;
};
