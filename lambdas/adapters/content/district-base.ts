import type { BaseSchool, DistrictBase } from '#app/district/base.ts';
import { given } from '#app/given.ts';
import type { District } from '#config.ts';
import type { SchoolEdit } from '#contract/district-api.ts';
import type { DistrictFacts } from '#core/facts.ts';

const freeDays = (dates: readonly string[]): SchoolEdit['days'] => dates.map((date) => ({ date, kind: 'no_school' }));

/** A school of the file: what staff may edit of it, and what only the file says. */
const baseSchool = (school: District['schools'][string], closedDates: readonly string[]): BaseSchool => {
  const { staffing: _, schoolName, address, grades = [], days, ...facts } = school;
  const { officePhone, officeHours, attendanceLine, schoolHours, calendarLink, closingsLink, ...others } = facts;
  const { mealFormLink, busDesk, interpreterRequest, welcomeCenter, nursePhone, familyLiaison, ...more } = others;
  const { appName, conferenceDates, ...onlyHere } = more;
  return {
    edit: {
      ...{ name: schoolName, grades, days: days ?? freeDays(school.closedDates ?? closedDates) },
      ...given({ address, officePhone, officeHours, attendanceLine, schoolHours, calendarLink, closingsLink }),
      ...given({ mealFormLink, busDesk, interpreterRequest, welcomeCenter, nursePhone, familyLiaison }),
      ...given({ appName, conferenceDates }),
    },
    facts: given(onlyHere),
  };
};

/** What the stage's file says of its district, apart from who answers families. */
export const districtBase = ({ name, timeZone, schools, numbers: _, staffing: __, ...own }: District): DistrictBase => {
  const facts: DistrictFacts = { districtName: name, ...given(own) };
  return {
    ...{ timeZone, facts },
    schools: Object.fromEntries(
      Object.entries(schools).map(([id, school]) => [id, baseSchool(school, own.closedDates ?? [])]),
    ),
  };
};
