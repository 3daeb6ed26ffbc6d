import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { FUNCTION_ENVS } from '#config.ts';
import { HomeroomStack } from '../../lib/homeroom-stack.ts';
import { loadStage, type Stage } from '../../lib/stage-config.ts';

// A synth takes two seconds alone and several times that beside other work; jest allows five.
jest.setTimeout(60_000);

export interface Resource {
  readonly Type: string;
  readonly Properties: Readonly<Record<string, unknown>>;
  readonly DeletionPolicy?: string;
}
export type Resources = Readonly<Record<string, Resource>>;

const cdkJson = JSON.parse(readFileSync(join(import.meta.dirname, '../../cdk.json'), 'utf8'));

/**
 * The demo's stack with the flags of cdk.json. Its handlers are empty ones in a folder of their own, so that these
 * tests say whether the *stack* is right; `synth.test.ts` builds the real ones.
 */
export const withDemoStack = <Result>(
  use: (stack: HomeroomStack, app: App) => Result,
  changes: Partial<Stage> = {},
  { page } = { page: true },
) => {
  const folder = mkdtempSync(join(tmpdir(), 'homeroom-infra-'));
  try {
    const entryFolder = join(folder, 'handlers');
    mkdirSync(entryFolder);
    for (const name of Object.keys(FUNCTION_ENVS)) {
      writeFileSync(join(entryFolder, `${name}.ts`), `export const handler = async () => '${name}';\n`);
    }
    const contentFolder = join(folder, 'content');
    mkdirSync(contentFolder);
    writeFileSync(join(contentFolder, 'content.json'), '{}');
    writeFileSync(join(contentFolder, 'language.model'), '');
    const pageFolder = join(folder, 'page');
    mkdirSync(join(pageFolder, 'assets'), { recursive: true });
    if (page) writeFileSync(join(pageFolder, 'index.html'), '<!doctype html>');
    writeFileSync(join(pageFolder, 'assets', 'page.js'), '');
    const app = new App({ outdir: join(folder, 'out'), context: cdkJson.context, analyticsReporting: false });
    const stage = { ...loadStage('demo'), ...changes };
    return use(new HomeroomStack(app, 'Homeroom', { stage, contentFolder, pageFolder, entryFolder }), app);
  } finally {
    rmSync(folder, { recursive: true });
  }
};

/** The demo's template. Building it takes seconds: once per test file. */
export const demoTemplate = (changes: Partial<Stage> = {}) =>
  withDemoStack((stack) => Template.fromStack(stack), changes);

/** All resources of a type, by logical id. */
export const resourcesOf = (template: Template, type: string): Resources => template.findResources(type) as Resources;
