import { given } from '#app/given.ts';
import type {
  Closure as ClosureEdit,
  DirectoryPerson,
  DirectoryPersonView,
  SchoolEdit,
} from '#contract/district-api.ts';
import { type Closure, personId, schoolId } from '#core/directory.ts';
import type { StoredPerson } from './ports.ts';
import { tidy, tidyOr } from './tidy.ts';

/** A closing as the rest of the code knows it: what is not said is not there. */
export const closureOf = ({ kind, from, to, at }: ClosureEdit): Closure => ({ kind, from, to, ...given({ at }) });

/** Somebody as the desk describes them, as they are kept: with the fields always in the same order. */
export const storedPerson = (view: DirectoryPersonView): StoredPerson => {
  const { id, version, name, role, title, schools, grades, room, languages, email, phone } = view;
  const { reachedBy, hours, isActive } = view;
  return {
    ...{ id: personId(id), version, name, role, ...given({ title }) },
    ...{ schools: schools.map(schoolId), grades: [...grades], ...given({ room }), languages: [...languages] },
    ...{ ...given({ email, phone }), reachedBy, ...given({ hours }), isActive },
  };
};

/** The other way round. */
export const personView = ({ schools, grades, languages, ...person }: StoredPerson): DirectoryPersonView => ({
  ...person,
  ...{ schools: [...schools], grades: [...grades], languages: [...languages] },
});

const once = <Value>(values: readonly Value[]): Value[] => [...new Set(values)];

/** Somebody with every field on one line, and nothing twice. */
export const tidyPerson = (person: DirectoryPerson): DirectoryPerson => {
  const { name, role, title, schools, grades, room, languages, email, phone, reachedBy, hours, isActive } = person;
  return {
    ...{ name: tidy(name), role, ...given({ title: tidyOr(title) }) },
    ...{ schools: once(schools), grades: once(grades), ...given({ room: tidyOr(room) }) },
    languages: once(languages.map(tidy).filter(Boolean)),
    ...given({ email: tidyOr(email), phone: tidyOr(phone) }),
    ...{ reachedBy, ...given({ hours: tidyOr(hours) }), isActive },
  };
};

const byDate = (one: { date: string }, other: { date: string }) => (one.date < other.date ? -1 : 1);

/** A school with every field on one line, its fields always in the same order and its days in theirs. */
export const tidySchool = (school: SchoolEdit): SchoolEdit => {
  const { name, address, grades, officePhone, officeHours, attendanceLine, schoolHours, calendarLink } = school;
  const { closingsLink, mealFormLink, busDesk, interpreterRequest, welcomeCenter, nursePhone, familyLiaison } = school;
  const { appName, conferenceDates, days } = school;
  const lines = { officePhone, attendanceLine, busDesk, interpreterRequest, welcomeCenter, nursePhone, familyLiaison };
  const tidied = Object.entries({ address, ...lines, appName }).map(([key, text]) => [key, tidyOr(text)] as const);
  const inOrder = conferenceDates && once(conferenceDates).sort();
  return {
    ...{ name: tidy(name), grades: once(grades) },
    ...given(Object.fromEntries(tidied)),
    ...given({ officeHours, schoolHours, calendarLink, closingsLink, mealFormLink }),
    ...given({ conferenceDates: inOrder?.length ? inOrder : undefined }),
    days: days
      .map(({ date, kind, name: called, dismissal }) => ({ date, kind, ...given({ name: tidyOr(called), dismissal }) }))
      .sort(byDate),
  };
};
