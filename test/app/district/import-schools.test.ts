import { createImportWorld, problemsOf } from './import-world.ts';

describe('an import of schools', () => {
  it('changes what its columns name, and nothing else', async () => {
    const world = createImportWorld();
    const text = [
      'id,name,office_phone,office_days,office_open,office_close,calendar_link,conference_dates',
      'low,Cottonwood Elementary,+1 312-555-0120,Mon;Tue;3;Thu;Fri,7:30,4:30 PM,https://riverbend.example.org/c,12/3/2026;2026-12-04',
    ].join('\n');
    const report = await world.apply({ 'schools.csv': text });
    expect(report).toMatchObject({ schools: { added: 0, changed: 1, same: 0 }, problems: [] });
    expect((await world.school('low'))?.edit).toEqual({
      ...{ name: 'Cottonwood Elementary', grades: ['k', '1'], officePhone: '+1 312-555-0120', days: [] },
      officeHours: { days: [1, 2, 3, 4, 5], open: '07:30', close: '16:30' },
      ...{ calendarLink: 'https://riverbend.example.org/c', conferenceDates: ['2026-12-03', '2026-12-04'] },
    });
    expect(report.examples[0]?.text).toContain('Cottonwood: name Cottonwood becomes Cottonwood Elementary');
  });

  it('keeps a closing as it is', async () => {
    const world = createImportWorld();
    const closure = { kind: 'closed', from: '2026-11-24', to: '2026-11-24' } as const;
    const high = await world.school('high');
    if (!high) throw new Error('the school is not there');
    await world.store.saveSchool({ id: high.id, version: 1, closure });
    await world.apply({ 'schools.csv': 'id,name\nhigh,Riverbend High School' });
    expect(await world.school('high')).toMatchObject({ name: 'Riverbend High School', closure, version: 2 });
  });

  it.each([
    ['an id is missing', ',A', ':2:id'],
    ['a link is none', 'low,A,,,,,not a link', ':2:calendar_link This cell must be a web address'],
    ['hours are not whole', 'low,A,,Mon,8:00,,', ':2:office_close Hours need all three cells'],
    ['hours end before they begin', 'low,A,,Mon,8:00,7:00,', ':2: Hours must end later'],
    ['a day of the week is none', 'low,A,,Monx;Foo,8:00,9:00,', ':2:office_days "Foo" is not a day of the week.'],
    ['a time is none', 'low,A,,Mon,25:00,9:00,', ':2:office_open "25:00" is not a time.'],
  ])('tells where %s', async (_, row, problem) => {
    const names = 'id,name,office_phone,office_days,office_open,office_close,calendar_link';
    const report = await createImportWorld().apply({ 'schools.csv': `${names}\n${row}` });
    expect(problemsOf(report)[0]).toContain(`schools.csv${problem}`);
    expect(report.schools.changed).toBe(0);
  });
});

describe('an import of school days', () => {
  const days = (...rows: readonly string[]) => ({
    'days.csv': ['school,date,kind,name,dismissal', ...rows].join('\n'),
  });

  it('adds and changes days, of several schools in one row', async () => {
    const world = createImportWorld();
    const report = await world.apply(
      days('high;Cottonwood,12/24/2026,no school,Winter break,', 'high,2026-11-26,half_day,,12:00 p.m.'),
    );
    expect(report).toMatchObject({ days: { added: 2, changed: 1, removed: 0, same: 0 }, problems: [] });
    expect((await world.school('high'))?.days).toEqual([
      { date: '2026-11-26', kind: 'half_day', dismissal: '12:00' },
      { date: '2026-12-24', kind: 'no_school', name: 'Winter break' },
    ]);
  });

  it('takes days away only where one says that what is missing is gone, and of no other school', async () => {
    const world = createImportWorld();
    const files = days('high,2026-12-24,no_school,,');
    expect((await world.preview(files)).days).toEqual({ added: 1, changed: 0, removed: 0, same: 1 });
    await world.apply(days('low,2026-12-01,no_school,,'));
    const report = await world.apply(files, { removesMissing: true });
    expect(report.days).toEqual({ added: 1, changed: 0, removed: 1, same: 1 });
    expect((await world.school('low'))?.days).toHaveLength(1);
  });

  it.each([
    ['the school is not there', 'moon,2026-12-24,no_school,,', ':2:school There is no school "moon" here.'],
    [
      'the date is none',
      'high,24.12.2026,no_school,,',
      ':2:date "24.12.2026" is not a date. Write it like 2026-12-03.',
    ],
    ['the day is not in the calendar', 'high,2026-02-30,no_school,,', ':2:date "2026-02-30" is not a date.'],
    [
      'the kind is none',
      'high,2026-12-24,holiday,,',
      ':2:kind "holiday" is not known here. Write one of: no_school, half_day.',
    ],
    ['the date is missing', 'high,,no_school,,', ':2:date This cell is empty.'],
    ['a day without school ends early', 'high,2026-12-24,no_school,,12:00', ':: high: 2026-12-24 has no school'],
  ])('tells where %s', async (_, row, problem) => {
    const report = await createImportWorld().apply(days(row));
    expect(problemsOf(report)[0]).toContain(`days.csv${problem}`);
    expect(report.days).toMatchObject({ added: 0, changed: 0 });
  });

  it('tells of a day that stands there twice', async () => {
    const report = await createImportWorld().apply(days('low,2026-12-24,no_school,,', 'low,2026-12-24,half_day,,'));
    expect(problemsOf(report)).toEqual(['days.csv:3:date 2026-12-24 stands there twice for "low".']);
  });
});
