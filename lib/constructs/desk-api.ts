import { Stack } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { HttpApi, HttpMethod, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { API_PATH, resourceName } from '../names.ts';
import type { Stage } from '../stage-config.ts';
import { logGroupOf } from './log.ts';

/**
 * Which route, how it ended, how long it took. No address, agent, subject or path: those are of people, and a path
 * holds a family's id. Who did what stands in the record.
 */
const LOGGED = {
  requestId: '$context.requestId',
  at: '$context.requestTimeEpoch',
  method: '$context.httpMethod',
  route: '$context.routeKey',
  status: '$context.status',
  ms: '$context.responseLatency',
  functionMs: '$context.integrationLatency',
  functionStatus: '$context.integrationStatus',
  refused: '$context.authorizer.error',
} as const;

/** The gateway before the desk function: takes only who brings a token of the login, and not too many at once. */
export class DeskApi extends Construct {
  readonly api: HttpApi;
  readonly host: string;

  constructor(scope: Construct, id: string, stage: Stage, key: IKey) {
    super(scope, id);
    this.api = new HttpApi(this, 'Api', {
      apiName: resourceName(stage.name, 'desk'),
      description: `Homeroom ${stage.name}: what the desk asks`,
      createDefaultStage: false,
    });
    const { requestsPerSecond } = stage.desk;
    new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: requestsPerSecond, burstLimit: 2 * requestsPerSecond },
      accessLogSettings: {
        destination: new LogGroupLogDestination(logGroupOf(this, 'desk-api', stage, key)),
        format: AccessLogFormat.custom(JSON.stringify(LOGGED)),
      },
    });
    // By its id and not by its endpoint, which has a scheme before the host.
    const { region, urlSuffix } = Stack.of(this);
    this.host = `${this.api.httpApiId}.execute-api.${region}.${urlSuffix}`;
  }

  /** Lets a function answer, once it is there: it needs the login, which needs the address that stands before us. */
  answerBy(handler: IFunction, issuer: string, audience: string): void {
    this.api.addRoutes({
      path: `${API_PATH}/{proxy+}`,
      methods: [HttpMethod.ANY],
      integration: new HttpLambdaIntegration('Desk', handler),
      authorizer: new HttpJwtAuthorizer('Staff', issuer, { jwtAudience: [audience] }),
    });
  }
}
