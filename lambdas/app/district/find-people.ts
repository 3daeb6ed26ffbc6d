import type { KnownDistrict } from './known-district.ts';
import type { StoredPerson } from './ports.ts';

/** Letters without their marks, in small: "Álvarez" is found by "alvarez". */
const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

interface Entry {
  readonly person: StoredPerson;
  readonly words: string;
}

// Sorting a large district takes longer than all the rest of a search, and a district that is known does not change.
const sorted = new WeakMap<KnownDistrict, readonly Entry[]>();
const order = new Intl.Collator('en');

/** By the family's name, then by the whole, then by the id: two of one name keep their order. */
const sortKey = ({ name, id }: StoredPerson) => `${name.slice(name.lastIndexOf(' ') + 1)} ${name} ${id}`;

const entriesOf = (known: KnownDistrict): readonly Entry[] => {
  const before = sorted.get(known);
  if (before) return before;
  const names = new Map(known.schools.map(({ id, name }) => [id, name] as const));
  const entries = known.people
    .map((person) => {
      const { name, role, title = '', schools, room = '', languages, email = '', phone = '' } = person;
      const places = schools.map((school) => names.get(school) ?? school);
      const said = [name, role, title, room, email, phone, ...languages, ...places].join(' ');
      return { person, words: folded(said), key: sortKey(person) };
    })
    .sort((one, other) => order.compare(one.key, other.key));
  sorted.set(known, entries);
  return entries;
};

/**
 * People of some schools whom a search fits, by name: every word of it must stand in what is said of them.
 * @param schools whose people are looked for: whoever works at one of them
 */
export const findPeople = (
  known: KnownDistrict,
  schools: ReadonlySet<string>,
  search: string,
): readonly StoredPerson[] => {
  const wanted = folded(search)
    .split(/[\s,;]+/)
    .filter(Boolean);
  return entriesOf(known)
    .filter(({ person }) => person.schools.some((school) => schools.has(school)))
    .filter(({ words }) => wanted.every((word) => words.includes(word)))
    .map(({ person }) => person);
};
