import { Validations } from 'aws-cdk-lib';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { AwsSolutionsChecks } from 'cdk-nag';
import { ACKNOWLEDGEMENTS, acknowledgeFindings } from '../../lib/acknowledgements.ts';
import type { HomeroomStack } from '../../lib/homeroom-stack.ts';
import type { Stage } from '../../lib/stage-config.ts';
import { withDemoStack } from './demo-stack.ts';

/** Synthesises a stage that has all there is, with cdk-nag attached as bin/app.ts does, after a change to the stack. */
const check = (
  change: (stack: HomeroomStack) => void,
  stage: Partial<Stage> = { translation: { service: 'amazon' } },
) =>
  withDemoStack((stack, app) => {
    change(stack);
    Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
    app.synth();
  }, stage);

describe('cdk-nag', () => {
  it('has nothing to say, with the findings acknowledged', () => {
    expect(() => check(acknowledgeFindings)).not.toThrow();
    expect(() => check(acknowledgeFindings, {})).not.toThrow();
  });

  it('finds what is acknowledged, so that the list is not longer than it must be', () => {
    let found = '';
    try {
      check(() => {});
    } catch (error) {
      found = String(error);
    }

    for (const { id } of ACKNOWLEDGEMENTS) expect(found).toContain(id);
  });

  it('sees a queue without encryption and without a dead-letter queue', () => {
    const planted = () =>
      check((stack) => {
        acknowledgeFindings(stack);
        new Queue(stack, 'Planted');
      });

    expect(planted).toThrow('AwsSolutions-SQS3');
  });
});
