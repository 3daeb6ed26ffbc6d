const PATHS = {
  urgent: 'M12 3 2.5 20h19L12 3Zm0 6.5v5m0 2.8v.2',
  waiting: 'M4 5h16v11H9l-5 4V5Z',
  summary: 'M5 20V11m7 9V4m7 16v-7',
  improve: 'M9.5 18h5M10 21h4M8 14.5a6 6 0 1 1 8 0c-.9.8-1.2 1.6-1.2 2.5H9.2c0-.9-.3-1.7-1.2-2.5Z',
  people:
    'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7Zm-6.5 9a6.5 6.5 0 0 1 13 0M16 4.5a3.5 3.5 0 0 1 0 6.5m2.5 3a6.5 6.5 0 0 1 3 6',
  survey: 'M5 4h14v16H5V4Zm3.5 5.5 1 1 2-2.2M13.5 9.5h3m-8 5.5 1 1 2-2.2m2 1.2h3',
  record: 'M6 3h9l4 4v14H6V3Zm3 8h7m-7 4h7',
  school: 'M3 21h18M5 21v-9l7-5 7 5v9M12 7V3h5v2h-5M10 21v-5h4v5',
  directory:
    'M6 3h13v18H6V3ZM3.5 7.5H6m-2.5 4.5H6m-2.5 4.5H6M12.5 11a2 2 0 1 0 0-4 2 2 0 0 0 0 4Zm-3.5 6a3.5 3.5 0 0 1 7 0',
  import: 'M12 4v11m-4.5-4.5L12 15l4.5-4.5M4 16v4h16v-4',
  events: 'M4 6h16v14H4V6Zm0 5h16M8 3.5V8m8-4.5V8m-4.5 6h1v1h-1z',
  calendar: 'M4 6h16v14H4V6Zm0 5h16M8 3.5V8m8-4.5V8m-4 5.5v4m-2-2 2 2 2-2',
  menu: 'M4 6h16M4 12h16M4 18h16',
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13Zm5-1.5L20 20',
  back: 'M15 5l-7 7 7 7',
  more: 'M6 9l6 6 6-6',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-8 9a8 8 0 0 1 16 0',
  bot: 'M5 9h14v10H5V9Zm7-5v5m-3 5v.2m6-.2v.2M2.5 13v2m19-2v2',
  note: 'M5 4h14v11l-5 5H5V4Zm9 16v-5h5',
  staff: 'M4 8h16v12H4V8Zm5 0V4.5h6V8m-3 4v3',
  photo: 'M4 5h16v14H4V5Zm0 11 5-5 4 4 3-3 4 4M15.5 9.2v.1',
  sound: 'M4 9.5v5h3.5L12 19V5L7.5 9.5H4Zm12-1a5 5 0 0 1 0 7m2.5-9.5a8.5 8.5 0 0 1 0 12',
  file: 'M6 3h9l4 4v14H6V3Zm9 0v4h4',
  pin: 'M12 21s-6.5-6-6.5-11.5a6.5 6.5 0 0 1 13 0C18.5 15 12 21 12 21Zm0-9.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  close: 'M6 6l12 12M18 6 6 18',
  filter: 'M4 6h16M7 12h10m-7 6h4',
  bell: 'M6 17V11a6 6 0 0 1 12 0v6l1.5 1.5h-15L6 17Zm4.5 4h3',
  send: 'M4 12 20 4l-5 16-3.5-6.5L4 12Z',
  reply: 'M10 5 4 11l6 6m-6-6h9a7 7 0 0 1 7 7v1',
} as const;

export type IconName = keyof typeof PATHS;

/** A picture beside words; it says nothing by itself, so readers of the screen are spared it. */
export const Icon = ({ name }: { name: IconName }) => (
  <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path d={PATHS[name]} />
  </svg>
);
