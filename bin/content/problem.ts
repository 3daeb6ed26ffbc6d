/** Something wrong in the content: where it stands and what to do about it. */
export interface Problem {
  /** Path from the project's root. */
  readonly file: string;
  readonly line: number;
  readonly severity: 'error' | 'warning';
  readonly message: string;
}

export const problemText = ({ file, line, severity, message }: Problem): string =>
  `${file}:${line}: ${severity}: ${message}`;
