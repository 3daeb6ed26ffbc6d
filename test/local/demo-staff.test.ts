import { demoDistrict } from '../../bin/local/demo-district.ts';
import { demoStaff } from '../../bin/local/demo-staff.ts';

test('the demo staff belong to schools of the demo district, one to one school, and have a role each', () => {
  const schools = Object.keys(demoDistrict(0).schools);
  const staff = demoStaff(schools);

  expect(staff.map(({ role }) => role)).toEqual(['agent', 'lead', 'admin', 'editor']);
  expect(staff.map((person) => person.schools.length)).toEqual([1, 3, 3, 3]);
  expect(schools).toEqual(expect.arrayContaining(staff.flatMap((person) => [...person.schools])));
});
