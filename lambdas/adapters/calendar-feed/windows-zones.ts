/**
 * What Windows and Outlook call the zones of the Americas and of a few others, by IANA names (Unicode CLDR,
 * `windowsZones.xml`, territory 001, 2026-11). Whoever needs another puts it in here.
 */
const WINDOWS_ZONES: Readonly<Record<string, string>> = {
  'aleutian standard time': 'America/Adak',
  'hawaiian standard time': 'Pacific/Honolulu',
  'alaskan standard time': 'America/Anchorage',
  'pacific standard time': 'America/Los_Angeles',
  'us mountain standard time': 'America/Phoenix',
  'mountain standard time': 'America/Denver',
  'central standard time': 'America/Chicago',
  'canada central standard time': 'America/Regina',
  'central america standard time': 'America/Guatemala',
  'central standard time (mexico)': 'America/Mexico_City',
  'eastern standard time': 'America/New_York',
  'us eastern standard time': 'America/Indianapolis',
  'eastern standard time (mexico)': 'America/Cancun',
  'sa pacific standard time': 'America/Bogota',
  'haiti standard time': 'America/Port-au-Prince',
  'cuba standard time': 'America/Havana',
  'atlantic standard time': 'America/Halifax',
  'venezuela standard time': 'America/Caracas',
  'sa western standard time': 'America/La_Paz',
  'newfoundland standard time': 'America/St_Johns',
  'e. south america standard time': 'America/Sao_Paulo',
  'west pacific standard time': 'Pacific/Port_Moresby',
  'samoa standard time': 'Pacific/Apia',
  utc: 'UTC',
  'coordinated universal time': 'UTC',
  'gmt standard time': 'Europe/London',
  'greenwich standard time': 'Atlantic/Reykjavik',
  'w. europe standard time': 'Europe/Berlin',
  'romance standard time': 'Europe/Paris',
  'central europe standard time': 'Europe/Budapest',
  'fle standard time': 'Europe/Kiev',
  'russian standard time': 'Europe/Moscow',
  'arabic standard time': 'Asia/Baghdad',
  'afghanistan standard time': 'Asia/Kabul',
  'e. africa standard time': 'Africa/Nairobi',
  'se asia standard time': 'Asia/Bangkok',
  'china standard time': 'Asia/Shanghai',
};

/** The names that Outlook shows: "(UTC-06:00) Central Time (US & Canada)". */
const SHOWN: Readonly<Record<string, string>> = {
  hawaii: 'Pacific/Honolulu',
  alaska: 'America/Anchorage',
  'pacific time (us & canada)': 'America/Los_Angeles',
  arizona: 'America/Phoenix',
  'mountain time (us & canada)': 'America/Denver',
  'central time (us & canada)': 'America/Chicago',
  'eastern time (us & canada)': 'America/New_York',
  'indiana (east)': 'America/Indianapolis',
  'atlantic time (canada)': 'America/Halifax',
};

/** The IANA name of a zone as Windows or Outlook names it; undefined where it is not known. */
export const fromWindows = (name: string): string | undefined => {
  const key = name.toLowerCase().replace(/daylight time$/, 'standard time');
  const shown = key.replace(/^\((?:utc|gmt)[^)]*\)\s*/, '');
  return [key, shown].flatMap((one) => WINDOWS_ZONES[one] ?? SHOWN[one] ?? [])[0];
};
