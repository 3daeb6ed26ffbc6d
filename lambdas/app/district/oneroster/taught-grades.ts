import { gradeFrom } from '#app/district/csv/cells.ts';
import type { Csv } from '#app/district/csv/ports.ts';
import { type Problems, readSheet } from '#app/district/csv/sheet.ts';
import type { ImportFile } from '#contract/district-api.ts';
import { GRADES, type Grade } from '#core/directory.ts';
import { isGone, rosterList } from './vocabulary.ts';

/** Grades that a cell names; levels that no school of ours has are passed over. */
export const rosterGrades = (text: string): Grade[] => {
  const named = new Set(rosterList(text).map(gradeFrom));
  return GRADES.filter((grade) => named.has(grade));
};

export interface ClassFiles {
  readonly classes?: ImportFile | undefined;
  readonly courses?: ImportFile | undefined;
  readonly enrollments?: ImportFile | undefined;
}

const gradesById = (csv: Csv, file: ImportFile | undefined, problems: Problems) => {
  const sheet = file && readSheet(csv, file, { columns: ['sourcedId', 'grades'], required: ['sourcedId'] }, problems);
  return new Map((sheet?.rows ?? []).map((row) => [row.text('sourcedId'), rosterGrades(row.text('grades'))] as const));
};

/** The grades of each class: its own, else those of its course. */
const gradesOfClasses = (csv: Csv, { classes, courses }: ClassFiles, problems: Problems) => {
  const byCourse = gradesById(csv, courses, problems);
  const columns = ['sourcedId', 'status', 'grades', 'courseSourcedId'];
  const sheet = classes && readSheet(csv, classes, { columns, required: ['sourcedId'] }, problems);
  return new Map(
    (sheet?.rows ?? []).map((row) => {
      const own = rosterGrades(row.text('grades'));
      const grades = own.length > 0 ? own : (byCourse.get(row.text('courseSourcedId')) ?? []);
      return [row.text('sourcedId'), isGone(row.text('status')) ? [] : grades] as const;
    }),
  );
};

/**
 * The grades that teachers teach, by the user's id, from the classes in which they are enrolled as teachers.
 * Enrollments of students are passed over.
 */
export const taughtGrades = (
  csv: Csv,
  files: ClassFiles,
  problems: Problems,
): ReadonlyMap<string, readonly Grade[]> => {
  const byClass = gradesOfClasses(csv, files, problems);
  const columns = ['sourcedId', 'status', 'classSourcedId', 'userSourcedId', 'role'];
  const required = ['classSourcedId', 'userSourcedId', 'role'];
  const sheet = files.enrollments && readSheet(csv, files.enrollments, { columns, required }, problems);
  const byTeacher = new Map<string, Set<Grade>>();
  for (const row of sheet?.rows ?? []) {
    if (row.text('role').toLowerCase() !== 'teacher' || isGone(row.text('status'))) continue;
    const teacher = row.text('userSourcedId');
    const grades = byTeacher.get(teacher) ?? new Set<Grade>();
    for (const grade of byClass.get(row.text('classSourcedId')) ?? []) grades.add(grade);
    byTeacher.set(teacher, grades);
  }
  return new Map([...byTeacher].map(([teacher, grades]) => [teacher, GRADES.filter((grade) => grades.has(grade))]));
};
