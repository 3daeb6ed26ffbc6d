import { createImportWorld, problemsOf } from './import-world.ts';

const csv = (...lines: readonly string[]) => lines.join('\n');

const ORGS = csv(
  'sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId',
  'org-0,,,Riverbend Public Schools,district,,',
  'org-1,,,Riverbend High,school,,org-0',
  'org-2,,,Mill Creek Middle,school,,org-0',
);
const USERS_11 =
  'sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password';
const TEACHER =
  't1,,,true,"org-1,org-2",teacher,malvarez,,Maria,Alvarez,,,alvarez@riverbend.example.org,,312-555-0199,,"09,10",secret';
const STUDENT =
  's1,,,true,org-1,student,kid,,Childname,Familyname,,,kid@students.example.org,,312-555-0100,g1,09,hunter2';
const GUARDIAN = 'g1,,,true,org-1,guardian,mother,,Mothername,Familyname,,,mother@mail.example.org,,312-555-0101,s1,,';
const user = (parts: Readonly<Record<string, string>>) =>
  USERS_11.split(',')
    .map(
      (column) =>
        parts[column] ?? { enabledUser: 'true', orgSourcedIds: 'org-1', givenName: 'A', familyName: 'B' }[column] ?? '',
    )
    .join(',');

describe('a OneRoster 1.1 export', () => {
  it('brings its staff, under the ids of the export, to the schools that are known by name', async () => {
    const world = createImportWorld();
    const report = await world.apply({ 'orgs.csv': ORGS, 'users.csv': csv(USERS_11, TEACHER) });
    expect(report).toMatchObject({
      format: 'oneroster',
      schools: { added: 1, same: 1 },
      people: { added: 1 },
      problems: [],
    });
    expect(await world.person('t1')).toEqual({
      ...{
        id: 't1',
        version: 1,
        name: 'Maria Alvarez',
        role: 'teacher',
        schools: ['high', 'org-2'],
        grades: ['9', '10'],
      },
      ...{
        languages: [],
        email: 'alvarez@riverbend.example.org',
        phone: '312-555-0199',
        reachedBy: 'email',
        isActive: true,
      },
    });
    expect(await world.school('org-2')).toMatchObject({ name: 'Mill Creek Middle', version: 1 });
  });

  it('brings nothing of students and guardians: not a word of theirs is told or kept', async () => {
    const world = createImportWorld();
    const broken = STUDENT.replace('org-1', 'org-77').replace('s1,', 's2,');
    const files = { 'orgs.csv': ORGS, 'users.csv': csv(USERS_11, STUDENT, TEACHER, GUARDIAN, broken) };
    const report = await world.apply(files);
    expect(report).toMatchObject({ people: { added: 1, same: 0 }, problems: [] });
    const everything = JSON.stringify([report, await world.store.read()]);
    expect(everything).not.toMatch(/Childname|Familyname|Mothername|kid|mother|hunter2|0100|0101|secret/);
  });

  it('marks whoever is to be deleted, or may not log in any more, as having left', async () => {
    const world = createImportWorld();
    const rows = [user({ sourcedId: 't1', role: 'teacher' }), user({ sourcedId: 't2', role: 'aide', familyName: 'C' })];
    await world.apply({ 'orgs.csv': ORGS, 'users.csv': csv(USERS_11, ...rows) });
    const gone = [
      user({ sourcedId: 't1', role: 'teacher', status: 'tobedeleted' }),
      user({ sourcedId: 't2', role: 'aide', familyName: 'C', enabledUser: 'false' }),
    ];
    const report = await world.apply({ 'orgs.csv': ORGS, 'users.csv': csv(USERS_11, ...gone) });
    expect(report.people).toEqual({ added: 0, changed: 0, removed: 2, same: 0 });
    expect((await world.known()).people.map(({ isActive }) => isActive)).toEqual([false, false]);
  });

  it.each([
    ['teacher', 'teacher', undefined],
    ['aide', 'teacher', 'Aide'],
    ['counselor', 'counselor', undefined],
    ['principal', 'principal', undefined],
    ['administrator', 'office', 'Administrator'],
    ['siteAdministrator', 'office', 'School administrator'],
  ])('takes a %s for somebody of the role %s', async (role, ours, title) => {
    const world = createImportWorld();
    await world.apply({ 'orgs.csv': ORGS, 'users.csv': csv(USERS_11, user({ sourcedId: 't1', role })) });
    expect(await world.person('t1')).toMatchObject({ role: ours, ...(title ? { title } : {}) });
  });

  it.each(['student', 'guardian', 'parent', 'relative', 'proctor', 'systemAdministrator', '', 'constructor'])(
    'does not take the role "%s"',
    async (role) => {
      const files = { 'orgs.csv': ORGS, 'users.csv': csv(USERS_11, user({ sourcedId: 't1', role })) };
      expect(await createImportWorld().apply(files)).toMatchObject({ people: { added: 0 }, problems: [] });
    },
  );

  it('finds the grades of a teacher in the classes they teach, else in the courses of those', async () => {
    const world = createImportWorld();
    const files = {
      'orgs.csv': ORGS,
      'users.csv': csv(USERS_11, user({ sourcedId: 't1', role: 'teacher' })),
      'courses.csv': csv('sourcedId,title,grades', 'c1,Algebra,"10,11"'),
      'classes.csv': csv(
        'sourcedId,title,grades,courseSourcedId',
        'k1,Algebra 1,09,c1',
        'k2,Algebra 2,,c1',
        'k3,Art,12,',
      ),
      'enrollments.csv': csv(
        'sourcedId,classSourcedId,schoolSourcedId,userSourcedId,role',
        ...['e1,k1,org-1,t1,teacher', 'e2,k2,org-1,t1,teacher', 'e3,k3,org-1,t1,student', 'e4,k3,org-1,s1,student'],
      ),
    };
    expect(problemsOf(await world.apply(files))).toEqual([]);
    expect(await world.person('t1')).toMatchObject({ grades: ['9', '10', '11'] });
  });

  it('leaves what the desk knows better: how families say the name, role, room, hours, how to reach them', async () => {
    const world = createImportWorld();
    await world.apply({
      'people.csv': csv(
        'id,name,role,schools,room,languages,reached_by,phone,hours',
        't1,Ms. Alvarez,liaison,high;low,14,Spanish,phone,1,Mon',
      ),
    });
    const before = await world.person('t1');
    await world.apply({ 'orgs.csv': ORGS, 'users.csv': csv(USERS_11, TEACHER) });
    expect(await world.person('t1')).toEqual({
      ...before,
      ...{ version: 2, schools: ['high', 'org-2'], grades: ['9', '10'], phone: '312-555-0199' },
      email: 'alvarez@riverbend.example.org',
    });
  });

  it('takes the new name of somebody whose family name has changed', async () => {
    const world = createImportWorld();
    await world.apply({ 'orgs.csv': ORGS, 'users.csv': csv(USERS_11, TEACHER) });
    await world.apply({ 'orgs.csv': ORGS, 'users.csv': csv(USERS_11, TEACHER.replace('Alvarez', 'Gomez')) });
    expect(await world.person('t1')).toMatchObject({ name: 'Maria Gomez' });
  });

  it('takes somebody for the same person who stands there with that e-mail address under another id', async () => {
    const world = createImportWorld();
    await world.apply({
      'people.csv': 'id,name,role,schools,email\np1,Ms. Alvarez,teacher,high,Alvarez@riverbend.example.org',
    });
    const report = await world.apply({ 'orgs.csv': ORGS, 'users.csv': csv(USERS_11, TEACHER) });
    expect(report.people).toMatchObject({ added: 0, changed: 1 });
    expect(await world.person('p1')).toMatchObject({ grades: ['9', '10'] });
  });

  it('tells of an org that nobody knows, and passes over staff of the district office', async () => {
    const rows = [
      user({ sourcedId: 't1', role: 'teacher', orgSourcedIds: 'org-9' }),
      user({ sourcedId: 't2', role: 'administrator', orgSourcedIds: 'org-0' }),
    ];
    const report = await createImportWorld().apply({ 'orgs.csv': ORGS, 'users.csv': csv(USERS_11, ...rows) });
    expect(problemsOf(report)).toEqual([
      'users.csv:2:orgSourcedIds "org-9" is not in orgs.csv, nor a school of this district.',
    ]);
    expect(report.people.added).toBe(0);
  });

  it('takes nobody for having left whose org is a slip', async () => {
    const world = createImportWorld();
    const [one, two] = ['t1', 't2'].map((sourcedId) => user({ sourcedId, role: 'teacher', familyName: sourcedId }));
    await world.apply({ 'orgs.csv': ORGS, 'users.csv': csv(USERS_11, one ?? '', two ?? '') });
    const slip = (two ?? '').replace('org-1', 'org-l');
    const files = { 'orgs.csv': ORGS, 'users.csv': csv(USERS_11, one ?? '', slip) };
    expect((await world.apply(files, { removesMissing: true })).people).toMatchObject({ removed: 0, same: 1 });
    expect(await world.person('t2')).toMatchObject({ isActive: true });
  });

  it('adds a school only for those who may', async () => {
    const rights = { mayChange: () => true, mayAddSchools: false };
    const report = await createImportWorld().apply(
      { 'orgs.csv': ORGS, 'users.csv': csv(USERS_11, TEACHER) },
      { rights },
    );
    expect(problemsOf(report)[0]).toContain('orgs.csv:4:id "org-2" is a new school.');
    expect(report.schools.added).toBe(0);
  });

  it('passes over files that hold nothing for Homeroom', async () => {
    const files = {
      'orgs.csv': ORGS,
      'manifest.csv': 'propertyName,value',
      'demographics.csv': 'sourcedId,birthDate\ns1,2015',
    };
    expect(await createImportWorld().apply(files)).toMatchObject({ problems: [] });
  });
});

describe('a OneRoster 1.2 export', () => {
  const USERS_12 =
    'sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password,userMasterIdentifier,resourceSourcedIds,preferredGivenName,preferredMiddleName,preferredFamilyName,primaryOrgSourcedId,pronouns';
  const ROLES =
    'sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,userProfileSourcedId';
  const files = {
    'orgs.csv': ORGS,
    'users.csv': csv(
      USERS_12,
      't1,,,true,malvarez,,Maria,Alvarez,,,alvarez@riverbend.example.org,,,,,,,,Lucía,,,org-2,',
      's1,,,true,kid,,Childname,Familyname,,,kid@students.example.org,,,,,,,,,,,org-1,',
    ),
    'roles.csv': csv(
      ROLES,
      ...[
        'r1,,,t1,secondary,teacher,,,org-1,',
        'r2,,,t1,primary,counselor,,,org-2,',
        'r3,,,s1,primary,student,,,org-1,',
      ],
      'r4,tobedeleted,,t1,secondary,principal,,,org-1,',
    ),
  };

  it('takes role and schools from its roles, the primary ones first, and the name that somebody goes by', async () => {
    const world = createImportWorld();
    expect(await world.apply(files)).toMatchObject({ people: { added: 1 }, problems: [] });
    expect(await world.person('t1')).toMatchObject({
      name: 'Lucía Alvarez',
      role: 'counselor',
      schools: ['org-2', 'high'],
    });
    expect(JSON.stringify(await world.store.read())).not.toMatch(/Childname|Familyname|kid/);
  });
});

describe('an export as OneRoster', () => {
  it('names every column of 1.1 in its order, and comes back as it went', async () => {
    const world = createImportWorld();
    await world.apply({ 'orgs.csv': ORGS, 'users.csv': csv(USERS_11, TEACHER) });
    const [orgs, users] = [await world.exported('oneroster', 'orgs'), await world.exported('oneroster', 'users')];
    expect(users.split('\r\n')[0]).toBe(USERS_11);
    expect(users).toContain('t1,,,true,"high,org-2",teacher,alvarez@riverbend.example.org,,Maria,Alvarez,,,');
    const back = await world.apply({ 'orgs.csv': orgs, 'users.csv': users }, { removesMissing: true });
    expect(back).toMatchObject({ schools: { same: 3, changed: 0 }, people: { same: 1, changed: 0 }, problems: [] });
  });
});
