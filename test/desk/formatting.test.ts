/** WhatsApp's marks, as the page reads them. */
import { readSpans, type Span } from '../../desk/src/shared/formatting.ts';

/** Spans as one line: `<bold sick>`. */
const line = (spans: readonly Span[]): string =>
  spans
    .map((span) => {
      if (span.kind === 'text') return span.text;
      return `<${span.kind} ${'spans' in span ? line(span.spans) : span.text}>`;
    })
    .join('');

test.each([
  ['*sick*', '<bold sick>'],
  ['_before 9:00_', '<italic before 9:00>'],
  ['~old~', '<struck old>'],
  ['a *b _c_ d* e', 'a <bold b <italic c> d> e'],
  ['(*b*), _c_.', '(<bold b>), <italic c>.'],
  ['2*3*4', '2*3*4'],
  ['snake_case_name', 'snake_case_name'],
  ['* not * bold', '* not * bold'],
  ['*two\nlines*', '*two\nlines*'],
  ['*مریض*', '<bold مریض>'],
  ['`*code*`', '<code *code*>'],
  ['See https://a.org/b_c_d.', 'See <link https://a.org/b_c_d>.'],
  ['*https://a.org/x*', '<bold <link https://a.org/x>>'],
  ['javascript:alert(1)', 'javascript:alert(1)'],
  ['', ''],
])('%j shows as %j', (text, expected) => {
  expect(line(readSpans(text))).toBe(expected);
});
