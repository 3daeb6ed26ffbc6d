import { ROLES } from '#core/handoff.ts';
import {
  draftOf,
  newDraft,
  type PersonDraft,
  problemsOf,
  requestOf,
  signatureOf,
} from '../../desk/src/desk/pages/people/person-draft.ts';
import { ROLE_WORDS } from '../../desk/src/desk/pages/people/role-words.ts';

const RIVERA: PersonDraft = {
  id: 'sub-rivera',
  name: 'Ms. Rivera',
  title: 'front office',
  email: 'rivera@school.org',
  role: 'agent',
  schools: ['lincoln'],
  isActive: true,
};
const NOBODY: ReadonlySet<string> = new Set();

describe('a person in the form', () => {
  it('has no problem where everything is filled in, or the e-mail is left empty', () => {
    expect(problemsOf(RIVERA, NOBODY)).toEqual({});
    expect(problemsOf({ ...RIVERA, email: ' ' }, NOBODY)).toEqual({});
  });

  it('that is empty has a problem in each field that must be filled in', () => {
    expect(Object.keys(problemsOf(newDraft(), NOBODY)).toSorted()).toEqual(['id', 'name', 'schools', 'title']);
  });

  it.each<[string, Partial<PersonDraft>, keyof PersonDraft]>([
    ['a login that is taken', { id: ' sub-okafor ' }, 'id'],
    ['a login of two words', { id: 'sub rivera' }, 'id'],
    ['a login of 201 characters', { id: 'x'.repeat(201) }, 'id'],
    ['a name of spaces', { name: '  ' }, 'name'],
    ['an address without a domain', { email: 'rivera@school' }, 'email'],
    ['no school', { schools: [] }, 'schools'],
  ])('%s is told of at its field only', (_, change, field) => {
    expect(Object.keys(problemsOf({ ...RIVERA, ...change }, new Set(['sub-okafor'])))).toEqual([field]);
  });

  it('goes out without the spaces around the words and without an empty e-mail', () => {
    expect(requestOf({ ...RIVERA, name: ' Ms. Rivera ', email: ' ' })).toEqual({
      name: 'Ms. Rivera',
      title: 'front office',
      role: 'agent',
      schools: ['lincoln'],
      isActive: true,
    });
  });

  it('who is edited goes out as they came in', () => {
    const { email: _, ...withoutEmail } = RIVERA;

    expect(requestOf(draftOf({ ...withoutEmail, schools: ['lincoln'] }))).toEqual({
      name: 'Ms. Rivera',
      title: 'front office',
      role: 'agent',
      schools: ['lincoln'],
      isActive: true,
    });
    expect(requestOf(draftOf({ ...RIVERA, schools: ['lincoln'] })).email).toBe('rivera@school.org');
  });

  it('begins with the school where there is only one', () => {
    expect([newDraft('lincoln').schools, newDraft().schools]).toEqual([['lincoln'], []]);
  });

  it('is signed as families read it, also while half of it is missing', () => {
    expect([signatureOf(RIVERA), signatureOf({ name: 'Ms. Rivera ', title: '' }), signatureOf(newDraft())]).toEqual([
      'Ms. Rivera, front office',
      'Ms. Rivera',
      '',
    ]);
  });
});

describe('the roles', () => {
  it('all have a sentence that says what they may do', () => {
    expect(ROLE_WORDS.map(({ role }) => role).toSorted()).toEqual([...ROLES].toSorted());
  });
});
