import type { StaffMember, StaffStore } from '#app/desk/ports.ts';

/** Members of staff in memory, for tests. */
export const createMemoryStaffStore = (people: readonly StaffMember[] = []): StaffStore => {
  const byId = new Map(people.map((person) => [person.id, JSON.stringify(person)]));
  const read = (text: string) => JSON.parse(text) as StaffMember;
  return {
    person: async (id) => {
      const stored = byId.get(id);
      return stored === undefined ? undefined : read(stored);
    },
    people: async () => [...byId].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, text]) => read(text)),
    savePerson: async (person) => {
      byId.set(person.id, JSON.stringify(person));
    },
  };
};
