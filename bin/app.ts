/**
 * CDK entry: `cdk synth --context stage=demo`. Reads the stage, compiles the content, builds the desk's page and the
 * stack; no logic.
 */
import { join } from 'node:path';
import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { build } from 'vite';
import { ConfigError } from '#config.ts';
import { acknowledgeFindings } from '../lib/acknowledgements.ts';
import { HomeroomStack } from '../lib/homeroom-stack.ts';
import { loadStage } from '../lib/stage-config.ts';
import { ContentError, compileContent, ROOT } from './content/compile-content.ts';

/** Not where `npm start` has its page, so that neither takes the files away under the other. */
const PAGE_FOLDER = join(ROOT, 'build', 'desk-to-deploy');

try {
  const app = new App();
  const stage = loadStage(String(app.node.tryGetContext('stage') ?? 'demo'));
  const contentFolder = compileContent();
  await build({ configFile: join(ROOT, 'vite.config.ts'), logLevel: 'error', build: { outDir: PAGE_FOLDER } });
  const stack = new HomeroomStack(app, `Homeroom-${stage.name}`, { stage, contentFolder, pageFolder: PAGE_FOLDER });
  acknowledgeFindings(stack);
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
} catch (error) {
  if (!(error instanceof ConfigError || error instanceof ContentError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
