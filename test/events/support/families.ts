import { type Child, type Directory, schoolId } from '#core/directory.ts';
import type { Lang } from '#core/language.ts';

const school = (id: string, name: string) => ({
  id: schoolId(id),
  name,
  facts: { districtName: 'Riverbend' },
  grades: [],
  days: [],
});

export const DIRECTORY: Directory = {
  schools: [
    school('lincoln', 'Lincoln Elementary School'),
    school('oak', 'Oak Grove Middle School'),
    school('river', 'Riverside High School'),
  ],
  people: [],
};

/** How families write their children's names. */
const NAMES: Partial<Record<Lang, readonly [string, string, string]>> = {
  ar: ['آنا', 'عمر', 'مي'],
  uk: ['Анна', 'Омар', 'Мая'],
};

/** The children of a family of the request set. */
export const childrenOf = (family: string, lang: Lang): readonly Child[] => {
  const [ana, omar, mai] = NAMES[lang] ?? ['Ana', 'Omar', 'Mai'];
  const third: Child = { id: 'c1', name: ana, school: schoolId('lincoln'), grade: '3' };
  const seventh: Child = { id: 'c2', name: omar, school: schoolId('oak'), grade: '7' };
  const eleventh: Child = { id: 'c3', name: mai, school: schoolId('river'), grade: '11' };
  const families: Readonly<Record<string, readonly Child[]>> = {
    unknown: [],
    lincoln3: [third],
    oak7: [seventh],
    river11: [eleventh],
    two: [third, seventh],
  };
  const children = families[family];
  if (!children) throw new Error(`there is no family ${family}: name one of ${Object.keys(families).join(', ')}`);
  return children;
};
