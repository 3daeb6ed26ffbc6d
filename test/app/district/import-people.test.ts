import { createImportWorld, problemsOf } from './import-world.ts';

const NAMES = 'id,name,role,schools,grades,email,reached_by,active';
const people = (...rows: readonly string[]) => ({ 'people.csv': [NAMES, ...rows].join('\n') });
const ALVAREZ = 'p1,Ms. Alvarez,teacher,low,3;K,alvarez@riverbend.example.org,email,yes';

describe('an import of people', () => {
  it('says what it would add and writes nothing, then does just that', async () => {
    const world = createImportWorld();
    const files = people(ALVAREZ, 'p2,Mr. Haile,liaison,high;low,,haile@riverbend.example.org,,');
    const preview = await world.preview(files);
    expect(preview).toMatchObject({
      format: 'homeroom',
      people: { added: 2, changed: 0, removed: 0, same: 0 },
      isDone: true,
    });
    expect(preview.examples[0]).toEqual({ kind: 'added', text: 'Ms. Alvarez: teacher at low' });
    expect(await world.store.version(true)).toBe(0);
    expect(await world.apply(files)).toEqual(preview);
    expect(await world.person('p1')).toEqual({
      ...{ id: 'p1', version: 1, name: 'Ms. Alvarez', role: 'teacher', schools: ['low'], grades: ['3', 'k'] },
      ...{ languages: [], email: 'alvarez@riverbend.example.org', reachedBy: 'email', isActive: true },
    });
    expect(await world.person('p2')).toMatchObject({ schools: ['high', 'low'], reachedBy: 'email', isActive: true });
  });

  it('done again changes nothing, not even a version', async () => {
    const world = createImportWorld();
    await world.apply(people(ALVAREZ));
    const version = await world.store.version(true);
    expect(await world.apply(people(ALVAREZ))).toMatchObject({ people: { added: 0, changed: 0, removed: 0, same: 1 } });
    expect(await world.store.version(true)).toBe(version);
  });

  it('tells a change in words, and leaves what its columns do not name', async () => {
    const world = createImportWorld();
    await world.apply({ 'people.csv': 'id,name,role,schools,room,phone\np1,Ms. Alvarez,teacher,low,12,312-555-0199' });
    const report = await world.apply({ 'people.csv': 'id,name,role,schools,room\np1,Ms. Alvarez,teacher,low,14' });
    expect(report.examples).toEqual([{ kind: 'changed', text: 'Ms. Alvarez: room 12 becomes 14' }]);
    expect(await world.person('p1')).toMatchObject({ room: '14', phone: '312-555-0199', version: 2 });
  });

  it('empties a field where its cell is empty', async () => {
    const world = createImportWorld();
    await world.apply({ 'people.csv': 'id,name,role,schools,room\np1,Ms. Alvarez,teacher,low,12' });
    await world.apply({ 'people.csv': 'id,name,role,schools,room\np1,Ms. Alvarez,teacher,low,' });
    expect(await world.person('p1')).not.toHaveProperty('room');
  });

  it('finds somebody without an id by e-mail, then by name, role and school', async () => {
    const world = createImportWorld();
    await world.apply(people(ALVAREZ, 'p2,Mr. Chen,teacher,high,,,in_person,yes'));
    const report = await world.apply({
      'people.csv':
        'name,role,schools,email,room\nLucía Alvarez,teacher,low,ALVAREZ@riverbend.example.org,1\nMr. Chen,teacher,high,,2',
    });
    expect(report.people).toEqual({ added: 0, changed: 2, removed: 0, same: 0 });
    expect(await world.person('p1')).toMatchObject({ name: 'Lucía Alvarez', room: '1' });
    expect(await world.person('p2')).toMatchObject({ room: '2' });
  });

  it('gives somebody without an id the same one each time', async () => {
    const files = { 'people.csv': 'name,role,schools\nMr. Chen,teacher,high' };
    const world = createImportWorld();
    await world.apply(files);
    expect((await world.apply(files)).people).toEqual({ added: 0, changed: 0, removed: 0, same: 1 });
  });

  it('takes schools by their names as well', async () => {
    const world = createImportWorld();
    await world.apply({ 'people.csv': 'id,name,role,schools\np1,Mr. Chen,teacher,riverbend high;low' });
    expect(await world.person('p1')).toMatchObject({ schools: ['high', 'low'] });
  });

  it('moves somebody to another school, where they stand once', async () => {
    const world = createImportWorld();
    await world.apply(people(ALVAREZ));
    await world.apply(people(ALVAREZ.replace('low', 'high')));
    const { lists } = await world.store.read();
    expect(lists.flatMap((list) => list.people.map(({ id }) => `${list.school} ${id}`))).toEqual(['high p1']);
  });

  it('keeps somebody who has left, as one who has left', async () => {
    const world = createImportWorld();
    await world.apply(people(ALVAREZ));
    const report = await world.apply(people(ALVAREZ.replace('yes', 'no')));
    expect(report.people).toMatchObject({ removed: 1, changed: 0 });
    expect(report.examples).toEqual([{ kind: 'removed', text: 'Ms. Alvarez: has left low' }]);
    expect(await world.person('p1')).toMatchObject({ isActive: false });
  });
});

describe('who does not stand in the files', () => {
  const three = [
    ALVAREZ,
    'p2,Mr. Chen,teacher,low,,,in_person,yes',
    'p3,Mr. Tran,teacher,high,,,in_person,yes',
    'p4,Mr. Haile,liaison,high;low,,,in_person,yes',
  ];

  it('stays, unless one says that those have left', async () => {
    const world = createImportWorld();
    await world.apply(people(...three));
    expect((await world.apply(people(ALVAREZ))).people.removed).toBe(0);
    const report = await world.apply(people(ALVAREZ), { removesMissing: true });
    expect(report.people).toMatchObject({ removed: 1, same: 1 });
    expect(await world.person('p2')).toMatchObject({ isActive: false });
  });

  it('has not left where they work at a school that the files do not name', async () => {
    const world = createImportWorld();
    await world.apply(people(...three));
    await world.apply(people(ALVAREZ), { removesMissing: true });
    expect(await world.person('p3')).toMatchObject({ isActive: true });
    expect(await world.person('p4')).toMatchObject({ isActive: true });
  });

  it('has not left because of a slip in their row', async () => {
    const world = createImportWorld();
    await world.apply(people(...three));
    const report = await world.apply(people(ALVAREZ, 'p2,Mr. Chen,tutor,low,,,in_person,yes'), {
      removesMissing: true,
    });
    expect(report.people.removed).toBe(0);
    expect(problemsOf(report)).toEqual([expect.stringContaining('people.csv:3:role "tutor" is not known here.')]);
  });

  it('has not left where nobody can tell whom a wrong row is about', async () => {
    const world = createImportWorld();
    await world.apply(people(...three));
    const report = await world.apply(people(ALVAREZ, ',Mr. Chen,tutor,low,,,in_person,yes'), { removesMissing: true });
    expect(report.people.removed).toBe(0);
    expect(problemsOf(report)[1]).toContain('Nobody is taken to have left');
  });
});

describe('an import is left out and told, row by row, where', () => {
  it.each([
    ['a school is not there', 'p9,A,teacher,moon,,,,', ':2:schools There is no school "moon" in this district.'],
    ['no school is given', 'p9,A,teacher,,,,,', ':2:schools This cell is empty'],
    ['an e-mail address is none', 'p9,A,teacher,low,,a@b,,', ':2:email This cell must be an e-mail address.'],
    ['a grade is none', 'p9,A,teacher,low,3;13th,,,', ':2:grades "13th" is not a grade. Write pk, k or 1 to 12'],
    ['a role is none', 'p9,A,wizard,low,,,,', ':2:role "wizard" is not known here. Write one of: teacher, office,'],
    ['a name is missing', 'p9,,teacher,low,,,,', ':2:name This cell is empty'],
    ['a name is endless', `p9,${'A'.repeat(201)},teacher,low,,,,`, ':2:name This cell is empty, or longer than 200'],
    ['an id holds odd signs', 'p 9,A,teacher,low,,,,', ':2:id "p 9" is no id'],
    ['there is nothing to reach them by', 'p9,A,teacher,low,,,email,', ':2:email Give an e-mail address'],
    ['a word is neither yes nor no', 'p9,A,teacher,low,,,,maybe', ':2:active "maybe" is neither yes nor no.'],
    [
      'there are more cells than names',
      'p9,A, B,teacher,low,,,,yes',
      ':2: This row has more cells than the line of names (8).',
    ],
  ])('%s', async (_, row, problem) => {
    const report = await createImportWorld().apply(people(row, ALVAREZ));
    expect(problemsOf(report)[0]).toContain(`people.csv${problem}`);
    expect(report.people.added).toBe(1);
  });

  it.each([
    ['id', 'p1,Mr. Other,teacher,high,,,,', ':3:id This person stands in row 2 too.'],
    ['e-mail address', 'p2,Mr. Other,teacher,high,,Alvarez@riverbend.example.org,,', ':3:email Somebody else has this'],
    [
      'name, role and school',
      'p2,ms. alvarez,teacher,low,,,,',
      ':3:name Somebody of this name and role is at this school',
    ],
  ])('two have the same %s', async (_, row, problem) => {
    const report = await createImportWorld().apply(people(ALVAREZ, row));
    expect(problemsOf(report)).toEqual([expect.stringContaining(`people.csv${problem}`)]);
    expect(report.people.added).toBe(1);
  });

  it('the school is not one of theirs who import', async () => {
    const rights = { mayChange: (school: string) => school === 'high', mayAddSchools: false };
    const report = await createImportWorld().apply(people(ALVAREZ), { rights });
    expect(problemsOf(report)).toEqual(['people.csv:2:schools This person belongs to a school that is not yours.']);
    expect(report.people.added).toBe(0);
  });

  it('lists the first two hundred problems and counts the others', async () => {
    const rows = Array.from({ length: 500 }, (_, at) => `p${at},A,wizard,low,,,,`);
    const report = await createImportWorld().preview(people(...rows));
    expect([report.problems.length, report.moreProblems]).toEqual([200, 300]);
  });
});

describe('two of one name at two schools', () => {
  it('are two people', async () => {
    const world = createImportWorld();
    const rows = ['p1,Ms. Johnson,teacher,high,,,,', 'p2,Ms. Johnson,teacher,low,,,,'];
    expect(await world.apply(people(...rows))).toMatchObject({ people: { added: 2 }, problems: [] });
  });
});
