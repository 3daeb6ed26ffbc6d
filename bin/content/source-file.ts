import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import type { Problem } from './problem.ts';

/** A content file taken apart, with the lines that its parts stand on. */
export interface SourceFile {
  readonly file: string;
  readonly data: unknown;
  readonly body: string;
  readonly bodyLine: number;
  /** The line of the value at a path of the front matter, or of its nearest parent that exists. */
  lineOf(path: readonly (string | number)[]): number;
  readonly problems: readonly Problem[];
}

const FRONT_MATTER = /^---\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/;

const parseYaml = (file: string, text: string, firstLine: number, body: string, bodyLine: number): SourceFile => {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  const lineAt = (offset: number) => lines.linePos(offset).line + firstLine - 1;
  const lineOf = (path: readonly (string | number)[]): number => {
    for (let length = path.length; length > 0; length -= 1) {
      const parent = document.getIn(path.slice(0, length - 1), true);
      const pair = isMap(parent)
        ? parent.items.find(({ key }) => isScalar(key) && key.value === path[length - 1])
        : undefined;
      if (pair && isScalar(pair.key) && pair.key.range) return lineAt(pair.key.range[0]);
      const node = document.getIn(path.slice(0, length), true);
      if (isScalar(node) && node.range) return lineAt(node.range[0]);
    }
    return firstLine;
  };
  return {
    file,
    data: document.errors.length > 0 ? undefined : document.toJS(),
    body,
    bodyLine,
    lineOf,
    problems: document.errors.map((error) => ({
      file,
      line: lineAt(error.pos[0]),
      severity: 'error',
      message: `this is not valid YAML: ${error.message.split('\n')[0]}`,
    })),
  };
};

/** Takes a Markdown file with front matter apart. */
export const parseMarkdown = (file: string, text: string): SourceFile => {
  const match = FRONT_MATTER.exec(text);
  if (!match) {
    const missing = parseYaml(file, '', 1, text.trim(), 1);
    const message = 'the front matter is missing: begin the file with a line of three dashes';
    return { ...missing, problems: [{ file, line: 1, severity: 'error', message }] };
  }
  const rest = text.slice(match[0].length);
  const bodyLine = match[0].split('\n').length + (rest.length - rest.trimStart().length > 0 ? 1 : 0);
  return parseYaml(file, match[1] ?? '', 2, rest.trim(), bodyLine);
};

export const parseYamlFile = (file: string, text: string): SourceFile => parseYaml(file, text, 1, '', 1);
