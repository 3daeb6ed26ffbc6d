import type { StoredPerson } from '#app/district/ports.ts';
import { idFrom, tidy } from '#app/district/tidy.ts';
import type { PersonRow } from './rows.ts';

const emailKey = (email: string | undefined) => tidy(email ?? '').toLowerCase();
/** Two of one name and role at one school are taken for one person. */
const nameKey = (name: string, role: string | undefined, schools: readonly string[]) =>
  [tidy(name).toLowerCase(), role ?? '', [...schools].sort().join(';')].join('\n');

/** What is known of by something that only one has. */
const onlyBy = (people: readonly StoredPerson[], keyOf: (person: StoredPerson) => string) => {
  const found = new Map<string, StoredPerson | undefined>();
  for (const person of people) {
    const key = keyOf(person);
    found.set(key, found.has(key) ? undefined : person);
  }
  found.delete('');
  return found;
};

/** Finds whom a row is about: by id, else by e-mail, else by name, role and school. */
export const createMatcher = (people: readonly StoredPerson[], rows: readonly PersonRow[]) => {
  const byId = new Map<string, StoredPerson>(people.map((person) => [person.id, person]));
  const idsOfFile = new Set(rows.flatMap(({ id }) => id ?? []));
  // Whoever the file names by id is nobody else in it.
  const others = people.filter(({ id }) => !idsOfFile.has(id));
  const byEmail = onlyBy(others, ({ email }) => emailKey(email));
  const byName = onlyBy(others, ({ name, role, schools }) => nameKey(name, role, schools));

  return ({ id, fields, ifNew }: PersonRow): { readonly id: string; readonly before?: StoredPerson } => {
    const role = fields.role ?? ifNew.role;
    const named = nameKey(fields.name ?? '', role, fields.schools ?? []);
    const before =
      (id === undefined ? undefined : byId.get(id)) ??
      byEmail.get(emailKey(fields.email)) ??
      (id === undefined ? byName.get(named) : undefined);
    return { id: before?.id ?? id ?? idFrom(named), ...(before ? { before } : {}) };
  };
};

/** Tells of people who are there already under another id. */
export const createDoubles = (people: readonly StoredPerson[]) => {
  const byEmail = new Map<string, string>();
  const byName = new Map<string, string>();
  const note = ({ id, email, name, role, schools, isActive }: Omit<StoredPerson, 'version'>) => {
    if (!isActive) return;
    if (email !== undefined) byEmail.set(emailKey(email), id);
    byName.set(nameKey(name, role, schools), id);
  };
  for (const person of people) note(person);
  const isOther = (found: string | undefined, id: string) => found !== undefined && found !== id;

  return {
    note,
    /** What is doubled, where it was not so before. */
    problem: (
      person: Omit<StoredPerson, 'version'>,
      before: StoredPerson | undefined,
    ): { readonly column: string; readonly message: string } | undefined => {
      const { id, email, name, role, schools, isActive } = person;
      if (!isActive) return undefined;
      const [mail, called] = [emailKey(email), nameKey(name, role, schools)];
      if (mail !== '' && mail !== emailKey(before?.email) && isOther(byEmail.get(mail), id)) {
        return {
          column: 'email',
          message: 'Somebody else has this e-mail address already. Each person needs their own.',
        };
      }
      const isNew = !before?.isActive || nameKey(before.name, before.role, before.schools) !== called;
      if (isNew && isOther(byName.get(called), id)) {
        return {
          column: 'name',
          message: 'Somebody of this name and role is at this school already, under another id.',
        };
      }
      return undefined;
    },
  };
};
