/** Columns of fields that are called otherwise in the tables. */
const COLUMNS: Readonly<Record<string, string>> = {
  reachedBy: 'reached_by',
  isActive: 'active',
  officePhone: 'office_phone',
  officeHours: 'office_open',
  attendanceLine: 'attendance_line',
  schoolHours: 'school_open',
  calendarLink: 'calendar_link',
  closingsLink: 'closings_link',
  mealFormLink: 'meal_form_link',
  busDesk: 'bus_desk',
  interpreterRequest: 'interpreter_request',
  welcomeCenter: 'welcome_center',
  nursePhone: 'nurse_phone',
  familyLiaison: 'family_liaison',
  appName: 'app_name',
  conferenceDates: 'conference_dates',
};

/** The column of a field. */
export const columnOf = (field: string): string => COLUMNS[field] ?? field;

/** The schema library says so where a rule has no words of its own. */
const WORDLESS = 'Invalid input';

/** The first thing that a form does not allow, as a column and a sentence. */
export const formProblem = ({
  issues: [issue],
}: {
  readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[];
}): { readonly column: string; readonly message: string } => {
  const field = String(issue?.path[0] ?? '');
  const said = issue?.message ?? WORDLESS;
  return {
    column: columnOf(field),
    message: said === WORDLESS ? 'This cell is empty, or longer than 200 characters.' : `This cell ${said}.`,
  };
};
