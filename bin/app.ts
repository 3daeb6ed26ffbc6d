/** CDK entry: `cdk synth --context stage=demo`. Reads the stage, compiles the content, builds the stack; no logic. */
import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { ConfigError } from '#config.ts';
import { acknowledgeFindings } from '../lib/acknowledgements.ts';
import { HomeroomStack } from '../lib/homeroom-stack.ts';
import { loadStage } from '../lib/stage-config.ts';
import { ContentError, compileContent } from './content/compile-content.ts';

try {
  const app = new App();
  const stage = loadStage(String(app.node.tryGetContext('stage') ?? 'demo'));
  const stack = new HomeroomStack(app, `Homeroom-${stage.name}`, { stage, contentFolder: compileContent() });
  acknowledgeFindings(stack);
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
} catch (error) {
  if (!(error instanceof ConfigError || error instanceof ContentError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
