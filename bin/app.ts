/** CDK entry: `cdk synth --context stage=demo`. Reads the stage, builds the stack; no logic. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { ConfigError } from '#config.ts';
import { acknowledgeFindings } from '../lib/acknowledgements.ts';
import { HomeroomStack } from '../lib/homeroom-stack.ts';
import { loadStage } from '../lib/stage-config.ts';

const contentFile = join(import.meta.dirname, '../build/content.json');

try {
  const app = new App();
  const stage = loadStage(String(app.node.tryGetContext('stage') ?? 'demo'));
  if (!existsSync(contentFile)) throw new ConfigError('build/content.json is missing; run npm run content first.');
  const stack = new HomeroomStack(app, `Homeroom-${stage.name}`, { stage, contentFile });
  acknowledgeFindings(stack);
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
