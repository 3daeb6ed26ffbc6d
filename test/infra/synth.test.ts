import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

const root = join(import.meta.dirname, '../..');
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'homeroom-synth-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** An environment with an empty home, and nothing of AWS in it. */
const bareEnvironment = () => ({
  PATH: [join(root, 'node_modules/.bin'), '/usr/bin', '/bin'].join(delimiter),
  HOME: folder,
  AWS_EC2_METADATA_DISABLED: 'true',
});
const run = (command: string, ...args: string[]) =>
  spawnSync(command, args, { cwd: root, env: bareEnvironment(), encoding: 'utf8', timeout: 120_000 });

describe('the CDK app', () => {
  it('synthesises the real functions with no account, no home and nothing to ask', () => {
    const out = join(folder, 'out');
    const { status, stderr } = run('cdk', 'synth', '--quiet', '--output', out, '--context', 'stage=demo');

    expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' });
    expect(existsSync(join(out, 'Homeroom-demo.template.json'))).toBe(true);
    const { missing } = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8'));
    expect(missing).toBeUndefined();
  }, 120_000);

  it('answers an unknown stage with one sentence', () => {
    const { status, stderr } = spawnSync('node', ['bin/app.ts'], {
      cwd: root,
      env: { ...bareEnvironment(), CDK_CONTEXT_JSON: '{"stage":"mars"}' },
      encoding: 'utf8',
    });

    expect(status).toBe(1);
    expect(stderr.trim()).toBe('There is no stage "mars"; the stages of lib/stages are: demo.');
  }, 30_000);
});
