import type { Closure, Directory, School, SchoolDay } from '#core/directory.ts';
import { schoolId } from '#core/directory.ts';
import { schoolToday } from '#core/school-today.ts';
import { speakerIn } from '#core/speak.ts';
import { acquainted } from '../support/given.ts';
import { contextWith, NOW } from '../support/small-world.ts';

const DAY_MS = 86_400_000;
const TODAY = '2026-11-23';

const school = (name: string, parts: Partial<School> = {}): School => ({
  ...{ id: schoolId(name), name, facts: { districtName: 'Riverbend' }, grades: [], days: [] },
  ...parts,
});

const told = (schools: readonly School[], now = NOW, own: readonly string[] = []) => {
  const directory: Directory = { schools, people: [] };
  const context = contextWith({ directory, now });
  const children = own.map((id, index) => ({ id: `c${index + 1}`, name: `child ${index}`, school: schoolId(id) }));
  const before = acquainted('en');
  const conversation = { ...before, profile: { ...before.profile, children } };
  const reading = { text: '', last: 'wamid.1' as never };
  return schoolToday({ conversation, context, reading, speaker: speakerIn('en', context, undefined) });
};

const closed = (parts: Partial<Closure> = {}): Closure => ({ kind: 'closed', from: TODAY, to: TODAY, ...parts });
const free: SchoolDay = { date: TODAY, kind: 'no_school' };

describe('is there school today?', () => {
  it.each<[string, Partial<School>, string]>([
    ['an ordinary Monday', {}, 'openToday'],
    ['a holiday', { days: [free] }, 'noSchoolToday'],
    ['a half day', { days: [{ date: TODAY, kind: 'half_day', dismissal: '12:00' }] }, 'halfDayToday'],
    ['snow', { closure: closed() }, 'closedToday'],
    ['snow on a day that was free anyhow', { closure: closed(), days: [free] }, 'closedToday'],
    ['a flood for a week', { closure: closed({ to: '2026-11-27' }) }, 'closedOn'],
    ['two hours later', { closure: closed({ kind: 'late_start', at: '10:00' }) }, 'lateStart'],
    ['home sooner', { closure: closed({ kind: 'early_dismissal', at: '12:00' }) }, 'earlyEnd'],
    ['learning at home', { closure: closed({ kind: 'online' }) }, 'online'],
    ['a closing that is over', { closure: closed({ from: '2026-11-20', to: '2026-11-22' }) }, 'openToday'],
  ])('%s', (_, parts, expected) => {
    expect(told([school('Elm', parts)])).toBe(`en:says.${expected}`);
  });

  it('at the weekend there is none', () => {
    expect(told([school('Elm')], NOW + 5 * DAY_MS)).toBe('en:says.weekendToday');
  });

  it('a family hears of the schools of its children, and others of all, unless they are many', () => {
    const two = [school('Elm'), school('Oak', { closure: closed() })];
    const many = ['a', 'b', 'c', 'd', 'e'].map((name) => school(name));

    expect(told(two, NOW, ['Oak'])).toBe('en:says.closedToday');
    expect(told(two)).toBe('en:says.openToday\nen:says.closedToday');
    expect(told(many)).toBeUndefined();
    expect(told([])).toBeUndefined();
  });
});
