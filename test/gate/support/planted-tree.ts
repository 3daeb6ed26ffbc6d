/** A copy of the project with things planted in it that the gate must see. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';

export const ROOT = join(__dirname, '..', '..', '..');
const BIN = join(ROOT, 'node_modules', '.bin');
const FOLDERS = ['bin', 'lib', 'lambdas', 'desk', 'test'];

/** What a command of the gate came to. */
export interface Run {
  readonly status: number | null;
  readonly output: string;
}

export interface Tree {
  write(file: string, text: string): void;
  run(command: string, ...values: readonly string[]): Run;
  remove(): void;
}

/** Copies the project, without what is made from it. The packages are shared. */
export const copyTree = (): Tree => {
  const root = mkdtempSync(join(tmpdir(), 'homeroom-gate-'));
  const files = readdirSync(ROOT, { withFileTypes: true }).filter((entry) => entry.isFile());
  for (const name of [...FOLDERS, ...files.map((entry) => entry.name)]) {
    cpSync(join(ROOT, name), join(root, name), { recursive: true });
  }
  symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'));
  return {
    write: (file, text) => {
      mkdirSync(dirname(join(root, file)), { recursive: true });
      writeFileSync(join(root, file), text);
    },
    run: (command, ...values) => {
      const { status, stdout, stderr } = spawnSync(command, values, {
        cwd: root,
        encoding: 'utf8',
        maxBuffer: 50_000_000,
        env: { ...process.env, PATH: [dirname(process.execPath), BIN, process.env['PATH']].join(delimiter) },
      });
      return { status, output: `${stdout}${stderr}` };
    },
    remove: () => rmSync(root, { recursive: true }),
  };
};
