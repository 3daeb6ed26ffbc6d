import { readChild } from '#core/dates/read-child.ts';
import { readGrade } from '#core/dates/read-grade.ts';
import { readTime } from '#core/dates/read-time.ts';
import { calendarOf } from './support/calendars.ts';

const english = calendarOf('en');

describe('the answer to which child', () => {
  it.each([
    ['why do you need that?', {}],
    ['Ana and Luis', {}],
    ['I have no idea what you are talking about here', {}],
    ['12', {}],
    ['', {}],
    ['Zoë <3', { name: 'Zoë' }],
    ['John Fitzgerald Kennedy Junior', { name: 'John Fitzgerald' }],
    ['Ana, she is 8', { name: 'Ana' }],
    ['x'.repeat(41), {}],
    ['May, 1st grade', { name: 'May', grade: '1' }],
    ['Sunday', { name: 'Sunday' }],
  ])('%s', (text, expected) => {
    expect(readChild(text, english)).toEqual(expected);
  });
});

describe('a grade', () => {
  it.each([
    ['13th grade', undefined],
    ['grade 0', undefined],
    ['third period', undefined],
    ['December 3rd', undefined],
    ['he is in 5th grade now', { grade: '5', rest: 'he is in now' }],
  ])('%s', (text, expected) => {
    expect(readGrade(text, english)).toEqual(expected);
  });
});

describe('a time', () => {
  it.each([
    ['25:00', { kind: 'none' }],
    ['3:75', { kind: 'none' }],
    ['at 3 in the afternoon please', { kind: 'time', time: '15:00', rest: 'please' }],
    ['not before 9', { kind: 'span', from: '06:00', to: '09:00', rest: 'not' }],
  ])('%s', (text, expected) => {
    expect(readTime(text, english)).toEqual(expected);
  });
});
