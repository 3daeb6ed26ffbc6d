import * as z from 'zod/mini';
import type { Problem } from './problem.ts';
import type { SourceFile } from './source-file.ts';

type Path = readonly (string | number)[];

const messageOf = (issue: z.core.$ZodIssue, path: Path): string => {
  const name = path.join('.') || 'the file';
  if (issue.code === 'invalid_value') return `${name} must be one of ${issue.values.join(', ')}`;
  return `${name} is missing or wrong: ${issue.message}`;
};

/** What a schema objects to, each with the place to look at. */
const objectionsOf = (issue: z.core.$ZodIssue): { path: Path; message: string }[] => {
  const path = issue.path.filter((part) => typeof part !== 'symbol');
  if (issue.code !== 'unrecognized_keys') return [{ path, message: messageOf(issue, path) }];
  const name = path.join('.') || 'the file';
  return issue.keys.map((key) => ({ path: [...path, key], message: `${key} is no field of ${name}: remove it` }));
};

/** What a schema makes of a file; what it objects to becomes a problem with its line. */
export const checkedWith = <Schema extends z.core.$ZodType>(
  schema: Schema,
  source: SourceFile,
  problems: Problem[],
): z.output<Schema> | undefined => {
  problems.push(...source.problems);
  if (source.problems.length > 0) return undefined;
  const result = z.safeParse(schema, source.data);
  if (result.success) return result.data;
  for (const { path, message } of result.error.issues.flatMap(objectionsOf)) {
    problems.push({ file: source.file, line: source.lineOf(path), severity: 'error', message });
  }
  return undefined;
};
