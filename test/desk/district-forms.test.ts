/** The forms of schools and people: what is wrong, what is sent, and what happens when a colleague was quicker. */
import fc from 'fast-check';
import { PERSON_ROLES } from '#core/directory.ts';
import { changeWords as personChange } from '../../desk/src/desk/pages/directory/person-changes.ts';
import {
  newPerson,
  type PersonDraft,
  personDraft,
  personOf,
  personProblems,
} from '../../desk/src/desk/pages/directory/person-draft.ts';
import { ROLE_CHOICES, withoutEmail, workWords } from '../../desk/src/desk/pages/directory/person-words.ts';
import { changeWords, labelOf } from '../../desk/src/desk/pages/schools/change-words.ts';
import { dayChanges, daysDraft, mergeDays, newDay } from '../../desk/src/desk/pages/schools/days-draft.ts';
import { hoursProblems } from '../../desk/src/desk/pages/schools/hours-draft.ts';
import {
  draftOf,
  editOf,
  isChanged,
  mergeSchools,
  problemsOf,
  type SchoolDraft,
} from '../../desk/src/desk/pages/schools/school-draft.ts';
import { threeWay } from '../../desk/src/desk/pages/schools/three-way.ts';
import { contact, school } from './support/district.ts';

const BASE = draftOf(school());
const THANKSGIVING = { date: '2026-11-26', kind: 'no_school' as const, name: 'Thanksgiving' };
const HALF = { date: '2026-11-25', kind: 'half_day' as const, dismissal: '11:30' };

describe('a school in the form', () => {
  it('goes out as it came in, without what is not a staff’s to say', () => {
    const { id: _, version: __, ...edit } = school({ days: [THANKSGIVING, HALF], conferenceDates: ['2026-12-03'] });
    const sent = editOf(
      draftOf(school({ ...edit, closure: { kind: 'closed', from: '2026-11-24', to: '2026-11-24' } })),
    );

    expect(sent).toEqual({ ...edit, days: [HALF, THANKSGIVING] });
  });

  it('sends nothing of what was emptied, and no spaces around words', () => {
    const sent = editOf({
      ...BASE,
      officePhone: '  ',
      address: ' 1 Mill Road ',
      conferenceDates: ['2026-12-03', '2026-12-03'],
    });

    expect(sent).not.toHaveProperty('officePhone');
    expect(sent.address).toBe('1 Mill Road');
    expect(sent.conferenceDates).toEqual(['2026-12-03']);
  });

  it.each<[string, Partial<SchoolDraft>, string]>([
    ['no name', { name: ' ' }, 'name'],
    ['a line of 201 letters', { busDesk: 'x'.repeat(201) }, 'busDesk'],
    ['a link without https', { calendarLink: 'riverbend.org/calendar' }, 'calendarLink'],
    ['an empty conference day', { conferenceDates: [''] }, 'conferenceDates.0'],
    ['hours without days', { officeHours: { days: [], open: '08:00', close: '16:00' } }, 'officeHours.days'],
    ['a day without a date', { days: [newDay('n')] }, 'days.n.date'],
  ])('%s is told of at its field only', (_, change, field) => {
    expect(Object.keys(problemsOf({ ...BASE, ...change }))).toEqual([field]);
  });

  it('tells of a date that is there twice at both rows', () => {
    const rows = daysDraft([THANKSGIVING, { ...HALF, date: THANKSGIVING.date }]);

    expect(Object.keys(problemsOf({ ...BASE, days: rows }))).toHaveLength(2);
  });

  it('has hours that may be left out as a whole, and must end after they begin', () => {
    expect(hoursProblems({ days: [], open: '', close: '' })).toEqual({});
    expect(Object.keys(hoursProblems({ days: [1], open: '16:00', close: '08:00' }))).toEqual(['close']);
  });

  it('knows whether there is something to save', () => {
    expect([isChanged(BASE, draftOf(school())), isChanged({ ...BASE, busDesk: '1' }, BASE)]).toEqual([false, true]);
  });
});

describe('when a colleague has saved in between', () => {
  it('what only they changed is taken, what only I changed stays, and what both changed is mine and told', () => {
    const mine = { ...BASE, address: 'mine', nursePhone: 'mine' };
    const theirs = draftOf(school({ officePhone: 'theirs', nursePhone: 'theirs' }));
    const { draft, changes } = mergeSchools(BASE, mine, theirs);

    expect(draft).toMatchObject({ address: 'mine', officePhone: 'theirs', nursePhone: 'mine' });
    expect(changes).toEqual([
      { field: 'officePhone', isTaken: true },
      { field: 'nursePhone', isTaken: false },
    ]);
    expect(`${labelOf('officePhone')} ${changeWords('officePhone', BASE, theirs)}`).toBe(
      'Office was +1 312-555-0130, is theirs now',
    );
  });

  it('days are put together date by date: both keep what they did', () => {
    const base = daysDraft([THANKSGIVING]);
    const mine = [...base, { ...newDay('mine'), date: '2026-12-24' }];
    const theirs = daysDraft([{ ...THANKSGIVING, name: 'Thanksgiving Day' }, HALF]);

    expect(mergeDays(base, mine, theirs).map(({ date, name }) => [date, name])).toEqual([
      ['2026-11-25', ''],
      ['2026-11-26', 'Thanksgiving Day'],
      ['2026-12-24', ''],
    ]);
    expect(dayChanges(base, theirs)).toEqual([
      'added Wed, Nov 25: half day until 11:30 a.m.',
      'changed Thu, Nov 26: no school, Thanksgiving Day',
    ]);
  });

  it('a day that they removed is gone where I had not touched it, and stays where I had', () => {
    const base = daysDraft([THANKSGIVING, HALF]);
    const mine = base.map((row) => (row.date === HALF.date ? { ...row, dismissal: '12:00' } : row));

    expect(mergeDays(base, mine, []).map(({ date }) => date)).toEqual([HALF.date]);
    expect(dayChanges(base, [])).toHaveLength(2);
  });

  it('nothing of mine is ever lost, and nothing of theirs that I had not touched', () => {
    const value = fc.constantFrom('a', 'b', 'c');
    const draft = fc.record({ one: value, two: value, three: value });
    fc.assert(
      fc.property(draft, draft, draft, (base, mine, theirs) => {
        const merged = threeWay(base, mine, theirs);
        for (const field of ['one', 'two', 'three'] as const) {
          const wanted = mine[field] === base[field] ? theirs[field] : mine[field];
          expect(merged.draft[field]).toBe(wanted);
          const isTold = merged.changes.some((change) => change.field === field);
          expect(isTold).toBe(theirs[field] !== base[field] && theirs[field] !== mine[field]);
        }
      }),
    );
  });
});

describe('somebody whom families can reach, in the form', () => {
  it('goes out as they came in', () => {
    const { id: _, version: __, ...person } = contact();

    expect(personOf(personDraft(contact()))).toEqual(person);
  });

  it('sends languages one by one, and nothing of what was emptied', () => {
    const sent = personOf({
      ...personDraft(contact()),
      languages: ' Spanish;Somali, ',
      room: ' ',
      reachedBy: 'phone',
      email: '',
    });

    expect(sent.languages).toEqual(['Spanish', 'Somali']);
    expect(sent).not.toHaveProperty('room');
    expect(sent).not.toHaveProperty('email');
  });

  it.each<[string, Partial<PersonDraft>, keyof PersonDraft]>([
    ['no name', { name: '' }, 'name'],
    ['no school', { schools: [] }, 'schools'],
    ['an address without a domain', { email: 'alvarez@school' }, 'email'],
    ['reached by e-mail without an address', { email: '' }, 'email'],
    ['reached by phone without a number', { reachedBy: 'phone', phone: '' }, 'phone'],
    ['hours of 201 letters', { hours: 'x'.repeat(201) }, 'hours'],
  ])('%s is told of at its field only', (_, change, field) => {
    expect(Object.keys(personProblems({ ...personDraft(contact()), ...change }))).toEqual([field]);
  });

  it('who has left is not asked how to be reached', () => {
    expect(personProblems({ ...personDraft(contact()), email: '', isActive: false })).toEqual({});
  });

  it('begins with the school where there is only one', () => {
    expect([newPerson('mill-creek').schools, newPerson().schools]).toEqual([['mill-creek'], []]);
  });

  it('says what a missing e-mail address means for families', () => {
    expect(withoutEmail({ email: 'a@b.org' })).toBeUndefined();
    expect(withoutEmail({ phone: '1' })).toBe('No e-mail: families get the phone number and words to say');
    expect(withoutEmail({})).toMatch(/only be sent to the office/);
  });

  it('is told in words: what they do, and what a colleague changed', () => {
    const schoolName = (id: string) => (id === 'mill-creek' ? 'Mill Creek' : id);
    const was = personDraft(contact());
    const is = personDraft(contact({ isActive: false, schools: ['mill-creek', 'other'], grades: ['k', '1'] }));

    expect(workWords(contact())).toBe('Teacher · grade 6 · room 12');
    expect(workWords(contact({ room: 'Room 12' }))).toBe('Teacher · grade 6 · Room 12');
    expect(
      (['isActive', 'schools', 'grades'] as const).map((field) => personChange(field, was, is, schoolName)),
    ).toEqual(['was yes, is no, has left now', 'was Mill Creek, is Mill Creek, other now', 'was 6, is K, 1 now']);
  });

  it('has a name for every role', () => {
    expect(ROLE_CHOICES.map(({ id }) => id)).toEqual([...PERSON_ROLES]);
  });
});
