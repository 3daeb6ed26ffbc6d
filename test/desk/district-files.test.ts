/** What is read of the files of an import, before anything is sent. */
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { csvRows } from '../../desk/src/desk/pages/import/csv-rows.ts';
import { decodeText, FileTrouble } from '../../desk/src/desk/pages/import/decode-text.ts';
import type { ChosenFile } from '../../desk/src/desk/pages/import/open-files.ts';
import { filesOf, readFiles, withFileRows } from '../../desk/src/desk/pages/import/read-files.ts';
import { tableOf } from '../../desk/src/desk/pages/import/tables.ts';

const file = (name: string, content: string | Uint8Array): ChosenFile =>
  new File([typeof content === 'string' ? content : new Uint8Array(content)], name);

const USERS = [
  'sourcedId,status,role,givenName,familyName,password',
  't1,active,teacher,Ana,Alvarez,hunter2',
  's1,active,student,Child,One,',
  'g1,active,guardian,Parent,One,',
  'a1,active,administrator,Lee,Chen,',
  '',
].join('\r\n');
const ENROLLMENTS = 'sourcedId,classSourcedId,userSourcedId,role\ne1,c1,t1,teacher\ne2,c1,s1,student\n';

describe('the name of a file', () => {
  it.each([
    ['people.csv', 'people.csv'],
    ['People (1).csv', 'people.csv'],
    ['days - Copy.csv', 'days.csv'],
    ['export/USERS.CSV', 'users.csv'],
    ['demographics.csv', undefined],
    ['people.xlsx', undefined],
  ])('%s is taken for %s', (name, table) => {
    expect(tableOf(name)).toBe(table);
  });
});

describe('the bytes of a table', () => {
  const UTF16 = Uint8Array.from([
    0xff,
    0xfe,
    ...new Uint8Array(Uint16Array.from([...'Peña'].map((c) => c.charCodeAt(0))).buffer),
  ]);

  it.each([
    ['UTF-8', strToU8('Peña'), 'UTF-8'],
    ['UTF-8 with its mark', strToU8('\uFEFFPeña'), 'UTF-8'],
    ['UTF-16 with its mark', UTF16, 'UTF-16'],
  ])('in %s are read', (_, bytes, encoding) => {
    expect(decodeText(bytes, 'people.csv')).toEqual({ text: 'Peña', encoding });
  });

  it.each([
    ['in the code page of Windows', Uint8Array.from([0x50, 0x65, 0xf1, 0x61]), /not saved as UTF-8/],
    ['in UTF-16 without its mark', UTF16.slice(2), /not saved as UTF-8/],
    ['of a workbook', Uint8Array.from([0x50, 0x4b, 3, 4, 1]), /workbook.*Save As/],
  ])('%s are refused with what to do', (_, bytes, sentence) => {
    expect(() => decodeText(bytes, 'people.csv')).toThrow(sentence);
  });
});

describe('the rows of a table', () => {
  it('end where a line ends that is not between quotes, and keep what stood there', () => {
    expect([...csvRows('a,b\r\n"x ""y"", z","2\n3"\nlast,')].map(({ fields }) => fields)).toEqual([
      ['a', 'b'],
      ['x "y", z', '2\n3'],
      ['last', ''],
    ]);
  });

  it('are read back as they were written, with any delimiter, and put together they are the file', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\n', 'é', ' ') });
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(rows, fc.constantFrom(',' as const, ';' as const, '\t' as const), (table, delimiter) => {
        const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
        const text = table.map((row) => row.map(quoted).join(delimiter)).join('\r\n');
        const read = [...csvRows(text, delimiter)];
        expect(read.map(({ fields }) => fields)).toEqual(table);
        expect(read.map(({ raw }) => raw).join('')).toBe(text);
      }),
    );
  });

  it('of any text, however broken, come to an end', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', 'a') }), (text) => {
        expect([...csvRows(text)].map(({ raw }) => raw).join('')).toBe(text);
      }),
    );
  });
});

describe('the files that are chosen', () => {
  it('are read by name, and what is none of ours is named and left alone', async () => {
    const read = await readFiles([file('people (2).csv', 'name\nAna\n\nLee\n'), file('notes.txt', 'x')]);

    expect(read).toMatchObject({ format: 'homeroom', ignored: ['notes.txt'] });
    expect(read.tables).toMatchObject([{ name: 'people.csv', rows: 2, encoding: 'UTF-8', leftOut: 0 }]);
  });

  it('of a OneRoster archive hold no child, no family and no password when they are sent', async () => {
    const archive = zipSync({
      'export/users.csv': strToU8(USERS),
      'export/enrollments.csv': strToU8(ENROLLMENTS),
      'export/demographics.csv': strToU8('sourcedId,birthDate\ns1,2015-01-01\n'),
      '__MACOSX/export/._users.csv': strToU8('x'),
    });
    const read = await readFiles([file('roster.zip', archive)]);
    const sent = JSON.stringify(filesOf(read));

    expect(read.tables.map(({ name, rows, leftOut }) => [name, rows, leftOut])).toEqual([
      ['users.csv', 2, 2],
      ['enrollments.csv', 1, 1],
    ]);
    expect(read.ignored).toEqual(['demographics.csv']);
    expect(sent).toContain('Alvarez');
    for (const never of ['Child', 'Parent', 's1', 'birthDate', 'hunter2']) expect(sent).not.toContain(never);
  });

  it('of OneRoster 1.2 are told apart by roles.csv; whoever has no role there is left out', async () => {
    const read = await readFiles([
      file('users.csv', 'sourcedId;givenName\nt1;Ana\ns1;Child\nx1;Nobody\n'),
      file('roles.csv', 'sourcedId;userSourcedId;role\nr1;t1;teacher\nr2;s1;student\n'),
    ]);

    expect(filesOf(read).map(({ text }) => text)).toEqual([
      'sourcedId;givenName\nt1;Ana\n',
      'sourcedId;userSourcedId;role\nr1;t1;teacher\n',
    ]);
  });

  it('are refused where nobody can tell who is a child', async () => {
    await expect(readFiles([file('users.csv', 'sourcedId,givenName\nt1,Ana\n')])).rejects.toThrow(/who is a student/);
    const open = 'sourcedId,role,name\nt1,teacher,"Ana\ns1,student,Child\n';
    await expect(readFiles([file('users.csv', open)])).rejects.toThrow(/row 2: a quotation mark/);
  });

  it('have their problems told by the rows of the file that somebody has', async () => {
    const read = await readFiles([file('users.csv', USERS)]);
    const counted = { added: 0, changed: 0, removed: 0, same: 0 };
    const report = withFileRows(
      {
        ...{ format: 'oneroster', schools: counted, people: counted, days: counted },
        ...{ examples: [], moreProblems: 0, isDone: true },
        problems: [
          { file: 'users.csv', row: 3, message: 'Lee' },
          { file: 'users.csv', message: 'all' },
        ],
      },
      read,
    );

    expect(report.problems.map(({ row }) => row)).toEqual([5, undefined]);
  });

  it('that are very large are refused before they are read', async () => {
    const large: ChosenFile = {
      name: 'people.csv',
      size: 200 * 1024 * 1024,
      arrayBuffer: () => Promise.reject(new Error('it was read')),
    };

    await expect(readFiles([large])).rejects.toThrow(/people.csv has 200 MB/);
  });

  it.each<[string, ChosenFile[], RegExp]>([
    ['nothing of ours', [file('notes.txt', 'x')], /Nothing here can be imported: notes.txt/],
    ['a workbook', [file('people.xlsx', 'x')], /workbook/],
    ['one table twice', [file('people.csv', 'name\nA'), file('people (1).csv', 'name\nB')], /twice/],
    ['two kinds', [file('people.csv', 'name\nA'), file('orgs.csv', 'sourcedId\nA')], /two kinds/],
    ['an empty table', [file('people.csv', ' \n')], /empty/],
    ['a broken archive', [file('roster.zip', 'not a zip')], /cannot be opened/],
    ['more than can be sent', [file('people.csv', `name\n${'x'.repeat(6 * 1024 * 1024)}`)], /at most 5 MB/],
  ])('%s: a sentence that says what to do', async (_, files, sentence) => {
    await expect(readFiles(files)).rejects.toThrow(sentence);
    await expect(readFiles(files)).rejects.toBeInstanceOf(FileTrouble);
  });
});
