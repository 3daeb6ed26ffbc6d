import { createImportWorld, problemsOf } from './import-world.ts';

const ROW = 'p1,"Alvarez, Lucía",teacher,low';
const GOOD = `id,name,role,schools\n${ROW}\n`;

describe('a table is read', () => {
  it.each([
    ['with a mark of UTF-8 before it', `\uFEFF${GOOD}`],
    ['with line ends of Windows', GOOD.replaceAll('\n', '\r\n')],
    ['with semicolons', 'id;name;role;schools\np1;Alvarez, Lucía;teacher;low'],
    ['with semicolons, and a list in quotation marks', 'id;name;role;schools\np1;Alvarez, Lucía;teacher;"low;high"'],
    ['with tabs', 'id\tname\trole\tschools\np1\tAlvarez, Lucía\tteacher\tlow'],
    ['with a delimiter that its first line tells', 'sep=|\nid|name|role|schools\np1|Alvarez, Lucía|teacher|low'],
    ['with names of columns as people type them', `Id,Name, ROLE ,Schools\n${ROW}`],
    [
      'with columns in another order, and others that nobody knows',
      'shoe,schools,role,name,id\n9,low,teacher,"Alvarez, Lucía",p1',
    ],
    ['with empty rows', `id,name,role,schools\n\n,,,\n${ROW}\n\n`],
    ['with blanks and line breaks in a cell', 'id,name,role,schools\np1,"  Alvarez,\r\nLucía ",teacher, low '],
  ])('%s', async (_, text) => {
    const world = createImportWorld();
    expect(problemsOf(await world.apply({ 'people.csv': text }))).toEqual([]);
    expect(await world.person('p1')).toMatchObject({ name: 'Alvarez, Lucía' });
  });

  it('with rows counted as a spreadsheet counts them', async () => {
    const row = 'p2,B,wizard,low';
    const text = `id,name,role,schools\n\n"p1","two\nlines",teacher,low\n${row}`;
    expect(problemsOf(await createImportWorld().preview({ 'people.csv': text }))[0]).toMatch(/^people\.csv:4:role/);
    const told = `sep=,\n${text}`;
    expect(problemsOf(await createImportWorld().preview({ 'people.csv': told }))[0]).toMatch(/^people\.csv:5:role/);
  });
});

describe('a table that cannot be read is told in plain words:', () => {
  const NOT_UTF8 = ':: This file is not UTF-8';
  it.each([
    ['no file of ours', 'teachers.csv', GOOD, ':: Homeroom does not know this file. Name it schools.csv, people.csv,'],
    ['an empty file', 'people.csv', ' \n', ':: This file is empty.'],
    ['another code than UTF-8', 'people.csv', GOOD.replace('í', '\uFFFD'), NOT_UTF8],
    ['two bytes a letter', 'people.csv', [...GOOD].join('\0'), NOT_UTF8],
    ['a missing column', 'people.csv', 'id,name,role\np1,A,teacher', ':1:schools The column "schools" is missing.'],
    [
      'a delimiter that nobody knows',
      'people.csv',
      'id|name|role|schools\np1|A|teacher|low',
      ':1:name The column "name" is missing.',
    ],
    [
      'a quotation mark that is not closed',
      'people.csv',
      'id,name,role,schools\np1,"A,teacher,low\np2,B,teacher,low',
      ':2: A quotation mark',
    ],
    ['a quotation mark inside a text', 'people.csv', `${GOOD}p2,B "the best",teacher,low`, ':3: A quotation mark'],
    ['a picture', 'people.csv', '\uFFFDPNG\r\n\u001A\n\0\0\0', NOT_UTF8],
  ])('%s', async (_, name, text, problem) => {
    const report = await createImportWorld().apply({ [name]: text });
    expect(problemsOf(report)[0]).toContain(`${name}${problem}`);
    expect(report.people.added).toBe(0);
  });

  it('nobody has left because a file cannot be read', async () => {
    const world = createImportWorld();
    await world.apply({ 'people.csv': `${GOOD}p2,B,teacher,low` });
    const report = await world.apply({ 'people.csv': `${GOOD}"p2,B,teacher,low` }, { removesMissing: true });
    expect(report.people.removed).toBe(0);
  });
});

describe('what a spreadsheet would run', () => {
  const ODD = ['=1+1', '+1 312-555-0199', '-2', '@SUM(A1)', '|cmd', '%0A', "'=1", "''+1", "'quoted'"];

  it('is text when it comes in, safe when it goes out, and the same when it comes back', async () => {
    const world = createImportWorld();
    const rows = ODD.map((name, at) => `p${at},"${name}",teacher,low,"${name}"`);
    await world.apply({ 'people.csv': ['id,name,role,schools,room', ...rows].join('\n') });
    // One apostrophe before a formula is how spreadsheets mark text, so it is not part of it.
    expect(await world.person('p0')).toMatchObject({ name: '=1+1', room: '=1+1' });
    expect(await world.person('p6')).toMatchObject({ name: '=1' });
    const text = await world.exported('csv', 'people');
    expect(text).not.toMatch(/(?:^|,)"?[=+\-@|%]/m);
    expect(await world.apply({ 'people.csv': text })).toMatchObject({ people: { same: ODD.length, changed: 0 } });
  });
});
