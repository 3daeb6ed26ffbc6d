import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { AssetHashType, DockerImage, type Duration } from 'aws-cdk-lib';
import { PolicyDocument, type PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import {
  Architecture,
  Code,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import type { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type * as z from 'zod/mini';
import { ConfigError, type FUNCTION_ENVS, type FunctionName } from '#config.ts';
import { HANDLER, writeBundle } from '../bundling.ts';
import { resourceName } from '../names.ts';
import type { Stage } from '../stage-config.ts';
import { logGroupOf } from './log.ts';
import { mayLog } from './permissions.ts';

/** The newest Node runtime of this CDK release (2.276). Spelled out: `NODEJS_LATEST` would move with an upgrade. */
const RUNTIME = Runtime.NODEJS_24_X;

/** A function's environment as text, derived from its schema: forgetting a variable does not compile. */
export type EnvOf<Name extends FunctionName> = z.input<(typeof FUNCTION_ENVS)[Name]>;

type Named = { [Name in FunctionName]: { readonly name: Name; readonly environment: EnvOf<Name> } }[FunctionName];

export type HomeroomFunctionProps = Named & {
  readonly stage: Stage;
  readonly key: IKey;
  /** Folder of the handlers, each in a file of its function's name. */
  readonly entryFolder: string;
  readonly beside?: Readonly<Record<string, string | Uint8Array>>;
  readonly may: readonly PolicyStatement[];
  readonly timeout: Duration;
  readonly memoryMb: number;
  readonly reservedConcurrency?: number;
};

/** One function with a role, a log group and a bundle of its own. */
export class HomeroomFunction extends Construct {
  readonly function: LambdaFunction;
  readonly logGroup: LogGroup;

  constructor(scope: Construct, id: string, props: HomeroomFunctionProps) {
    super(scope, id);
    this.logGroup = logGroupOf(this, props.name, props.stage, props.key);
    this.function = new LambdaFunction(this, 'Function', {
      functionName: resourceName(props.stage.name, props.name),
      runtime: RUNTIME,
      // A fifth cheaper per second than x86 (AWS price list, 2026), and nothing here is compiled for a processor.
      architecture: Architecture.ARM_64,
      handler: HANDLER,
      code: codeOf(props),
      // Stack traces with our own line numbers. Measured 2026-11 on a bundle of 330 KB: nothing to
      // see at the start, some 50 ms where a stack is first read, which is when something went wrong anyway.
      // Not encrypted with our key: an environment holds names and addresses, secrets are fetched.
      environment: { ...setIn(props.environment), NODE_OPTIONS: '--enable-source-maps' },
      role: this.roleOf(props),
      timeout: props.timeout,
      memorySize: props.memoryMb,
      ...(props.reservedConcurrency === undefined ? {} : { reservedConcurrentExecutions: props.reservedConcurrency }),
      logGroup: this.logGroup,
      loggingFormat: LoggingFormat.JSON,
      // X-Ray off: its library doubles the start-up time (measured 2026-11), and the turn's id in every log
      // line already follows a message through the functions.
      tracing: Tracing.DISABLED,
    });
  }

  /** A role that nobody widens later: CDK's own additions are refused, the statements here are all there is. */
  private roleOf(props: HomeroomFunctionProps) {
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      description: `What the ${props.name} function of Homeroom ${props.stage.name} may do`,
      inlinePolicies: {
        [props.name]: new PolicyDocument({ statements: [...props.may, mayLog(this.logGroup)] }),
      },
    });
    return role.withoutPolicyUpdates();
  }
}

/** What is left out of an environment is absent, not undefined. */
const setIn = (environment: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );

const codeOf = ({ name, stage, entryFolder, beside = {} }: HomeroomFunctionProps) => {
  const entry = join(entryFolder, `${name}.ts`);
  if (!existsSync(entry))
    throw new ConfigError(`The ${name} function has no handler; ${name}.ts is not in its folder.`);
  return Code.fromAsset(entryFolder, {
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      // CDK remembers bundles by their options and cannot see into `tryBundle`: without these names all
      // functions of one folder would get the first one's code.
      command: [stage.name, name],
      // Demanded by the type and never fetched, as `tryBundle` always succeeds or throws.
      image: DockerImage.fromRegistry('unused'),
      local: {
        tryBundle: (outputFolder) => {
          writeBundle({ entry, outputFolder, beside });
          return true;
        },
      },
    },
  });
};
