import { ConfigError } from '#config.ts';
import { HomeroomStack } from '../../lib/homeroom-stack.ts';
import { loadStage } from '../../lib/stage-config.ts';
import { demoTemplate, withDemoStack } from './demo-stack.ts';

describe('the stack of a stage', () => {
  it('is called after the stage, and only the demo may be deleted by mistake', () => {
    const described = ({ stackName, terminationProtection }: HomeroomStack) => [stackName, terminationProtection];

    expect(withDemoStack(described)).toEqual(['homeroom-demo', false]);
    expect(withDemoStack(described, { name: 'riverbend' })).toEqual(['homeroom-riverbend', true]);
  });

  it('has no circle: the desk, its login and its API each need an address of another', () => {
    expect(() => demoTemplate()).not.toThrow();
  });

  it('goes to the account and region of the stage, if it names any', () => {
    const place = { account: '111122223333', region: 'us-east-2' };

    expect(withDemoStack(({ account, region }) => ({ account, region }), place)).toEqual(place);
  });

  it('cannot be built without the page of the desk, and says how to build it', () => {
    const build = () => withDemoStack((stack) => stack, {}, { page: false });

    expect(build).toThrow(ConfigError);
    expect(build).toThrow('build it with npx vite build');
  });

  it('cannot be built without its handlers, and says which is missing', () => {
    const build = () =>
      withDemoStack(
        (_, app) =>
          new HomeroomStack(app, 'Empty', {
            stage: loadStage('demo'),
            contentFolder: 'none',
            pageFolder: 'none',
            entryFolder: import.meta.dirname,
          }),
      );

    expect(build).toThrow(ConfigError);
    expect(build).toThrow('webhook.ts is not in its folder');
  });
});
