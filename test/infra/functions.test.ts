import { Match, type Template } from 'aws-cdk-lib/assertions';
import { FUNCTION_ENVS, type FunctionName, parseSettings } from '#config.ts';
import type { EnvOf } from '../../lib/constructs/homeroom-function.ts';
import { demoTemplate, resourcesOf } from './demo-stack.ts';

const NAMES = Object.keys(FUNCTION_ENVS) as FunctionName[];
let template: Template;
beforeAll(() => {
  template = demoTemplate();
});

const functionNamed = (name: FunctionName, of = template) => {
  const all = Object.values(resourcesOf(of, 'AWS::Lambda::Function'));
  const found = all.find(({ Properties }) => Properties.FunctionName === `homeroom-demo-${name}`);
  if (!found) throw new Error(`no function ${name}`);
  return found.Properties;
};

describe.each(NAMES)('the %s function', (name) => {
  it('runs on arm64 and Node 24, logs JSON into its own group, and is not traced', () => {
    const found = functionNamed(name);

    expect(found).toMatchObject({ Architectures: ['arm64'], Runtime: 'nodejs24.x', Handler: 'index.handler' });
    expect(found).toMatchObject({ LoggingConfig: { LogFormat: 'JSON', LogGroup: { Ref: expect.any(String) } } });
    expect(found).not.toHaveProperty('TracingConfig');
  });

  it('keeps its log for as long as the stage says', () => {
    template.hasResourceProperties('AWS::Logs::LogGroup', {
      LogGroupName: `/homeroom/demo/${name}`,
      RetentionInDays: 30,
    });
  });

  it('gets an environment that its own schema accepts', () => {
    const { Variables } = functionNamed(name).Environment as { Variables: Record<string, unknown> };
    const deployed = Object.entries(Variables).map(([key, value]) => [
      key,
      typeof value === 'string' ? value : 'https://known-after.deployment.example',
    ]);

    expect(() => parseSettings(FUNCTION_ENVS[name], Object.fromEntries(deployed), `${name}`)).not.toThrow();
    expect(Variables.NODE_OPTIONS).toBe('--enable-source-maps');
  });
});

describe('what differs between the functions', () => {
  it('gives the webhook its reserved concurrency, and takes none for the others', () => {
    expect(functionNamed('webhook').ReservedConcurrentExecutions).toBe(20);
    for (const name of NAMES.filter((other) => other !== 'webhook')) {
      expect(functionNamed(name)).not.toHaveProperty('ReservedConcurrentExecutions');
    }
  });

  it('packs different code for each', () => {
    const code = NAMES.map((name) => JSON.stringify(functionNamed(name).Code));
    expect(new Set(code).size).toBe(NAMES.length);
  });

  it.each([
    ['turn', 120, 20, { ScalingConfig: { MaximumConcurrency: 80 }, MaximumBatchingWindowInSeconds: Match.absent() }],
    ['track', 120, 20, { ScalingConfig: { MaximumConcurrency: 10 }, MaximumBatchingWindowInSeconds: 1 }],
  ] as const)('lets %s take batches whose failures are its own', (name, visibilitySeconds, timeoutSeconds, mapping) => {
    const functions = resourcesOf(template, 'AWS::Lambda::Function');
    const id = Object.keys(functions).find(
      (key) => functions[key]?.Properties.FunctionName === `homeroom-demo-${name}`,
    );

    expect(functionNamed(name).Timeout).toBe(timeoutSeconds);
    expect(visibilitySeconds).toBeGreaterThanOrEqual(6 * timeoutSeconds);
    template.hasResourceProperties('AWS::SQS::Queue', { VisibilityTimeout: visibilitySeconds });
    template.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
      FunctionName: { Ref: id },
      BatchSize: 10,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      ...mapping,
    });
  });

  it('calls the sweep every minute, and never twice for the same one', () => {
    template.hasResourceProperties('AWS::Events::Rule', {
      ScheduleExpression: 'rate(1 minute)',
      Targets: [Match.objectLike({ RetryPolicy: { MaximumEventAgeInSeconds: 60, MaximumRetryAttempts: 0 } })],
    });
    template.hasResourceProperties('AWS::Lambda::EventInvokeConfig', { MaximumRetryAttempts: 0 });
  });

  it('leaves the sender of notices and the terminology out where the stage has none, and names them where it has', () => {
    const environmentOf = (of: Template, name: FunctionName) =>
      (functionNamed(name, of).Environment as { Variables: Record<string, unknown> }).Variables;
    const bare = demoTemplate({ notices: {} });
    const full = demoTemplate({ translation: { service: 'amazon', terminology: 'school-words' } });

    expect(environmentOf(bare, 'track')).not.toHaveProperty('NOTICE_FROM');
    expect(environmentOf(full, 'track')).toMatchObject({ NOTICE_FROM: 'homeroom@riverbend.example.org' });
    expect(environmentOf(full, 'track')).toMatchObject({ TRANSLATION: 'amazon' });
    expect(environmentOf(full, 'mail')).toMatchObject({ TRANSLATION: 'amazon', TERMINOLOGY: 'school-words' });
    expect(environmentOf(bare, 'desk')).toMatchObject({ TRANSLATION: 'none' });
    expect(environmentOf(bare, 'desk')).not.toHaveProperty('TERMINOLOGY');
    expect(environmentOf(full, 'desk')).toMatchObject({ TRANSLATION: 'amazon', TERMINOLOGY: 'school-words' });
  });

  it('opens one Function URL, without AWS authorisation, and prints it', () => {
    template.resourceCountIs('AWS::Lambda::Url', 1);
    template.hasResourceProperties('AWS::Lambda::Url', { AuthType: 'NONE' });
    template.hasOutput('WebhookUrl', { Value: { 'Fn::GetAtt': [Match.anyValue(), 'FunctionUrl'] } });
  });
});

describe('the type of an environment', () => {
  it('does not compile with a variable forgotten, added or of the wrong kind', () => {
    const complete: EnvOf<'sweep'> = {
      TABLE_NAME: 'table',
      INBOUND_QUEUE_URL: 'https://queue.example',
      STATUS_QUEUE_URL: 'https://other.example',
      DISTRICT_FILE: 'district.json',
    };
    // @ts-expect-error INBOUND_QUEUE_URL is forgotten
    const forgotten: EnvOf<'sweep'> = {
      TABLE_NAME: 'table',
      STATUS_QUEUE_URL: 'https://other.example',
      DISTRICT_FILE: 'd',
    };
    // @ts-expect-error QUEUE is nobody's
    const added: EnvOf<'sweep'> = { ...complete, QUEUE: 'https://queue.example' };
    // @ts-expect-error a flag is the text 'true' or 'false'
    const flag: EnvOf<'turn'>['SERVES_DRAFTS'] = 'yes';

    expect([complete, forgotten, added, flag]).toHaveLength(4);
  });
});
