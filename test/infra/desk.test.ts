/** The desk's own resources: who gets in, what browsers are told, how the page comes into place. */
import { Match, type Template } from 'aws-cdk-lib/assertions';
import { API_PREFIX } from '#contract/desk-api.ts';
import { demoTemplate, resourcesOf } from './demo-stack.ts';

let template: Template;
beforeAll(() => {
  template = demoTemplate();
});

/** The one resource of a type, by its logical id. */
const only = (type: string) => {
  const [found] = Object.entries(resourcesOf(template, type));
  if (!found) throw new Error(`no ${type}`);
  return { id: found[0], properties: found[1].Properties };
};
const deskUrl = () => ({
  'Fn::Join': ['', ['https://', { 'Fn::GetAtt': [only('AWS::CloudFront::Distribution').id, 'DomainName'] }, '/']],
});

describe('the login', () => {
  it('takes nobody who signs up by himself, and nobody without a second factor', () => {
    template.hasResource('AWS::Cognito::UserPool', {
      DeletionPolicy: 'Retain',
      Properties: {
        AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
        DeletionProtection: 'ACTIVE',
        EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
        MfaConfiguration: 'ON',
        UsernameAttributes: ['email'],
        UserPoolTier: 'ESSENTIALS',
      },
    });
  });

  it('gives the page a code and no token, for as long as a working day', () => {
    template.hasResourceProperties('AWS::Cognito::UserPoolClient', {
      AllowedOAuthFlows: ['code'],
      AllowedOAuthScopes: ['openid', 'email', 'profile'],
      AccessTokenValidity: 60,
      IdTokenValidity: 60,
      RefreshTokenValidity: 720,
      RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 10 },
      EnableTokenRevocation: true,
      PreventUserExistenceErrors: 'ENABLED',
      GenerateSecret: false,
      SupportedIdentityProviders: ['COGNITO'],
    });
  });

  it("returns to the desk's address and nowhere else", () => {
    template.hasResourceProperties('AWS::Cognito::UserPoolClient', {
      CallbackURLs: [deskUrl()],
      LogoutURLs: [deskUrl()],
    });
  });

  it('has pages with a style, without which they stay blank', () => {
    template.hasResourceProperties('AWS::Cognito::UserPoolDomain', { ManagedLoginVersion: 2 });
    template.hasResourceProperties('AWS::Cognito::ManagedLoginBranding', {
      ClientId: { Ref: only('AWS::Cognito::UserPoolClient').id },
      UseCognitoProvidedValues: true,
    });
  });
});

describe('the API', () => {
  it('has one route, for who brings a token of the login that was made for the page', () => {
    template.resourceCountIs('AWS::ApiGatewayV2::Route', 1);
    template.hasResourceProperties('AWS::ApiGatewayV2::Route', {
      RouteKey: `ANY ${API_PREFIX}/{proxy+}`,
      AuthorizationType: 'JWT',
    });
    template.hasResourceProperties('AWS::ApiGatewayV2::Authorizer', {
      AuthorizerType: 'JWT',
      IdentitySource: ['$request.header.Authorization'],
      JwtConfiguration: {
        Audience: [{ Ref: only('AWS::Cognito::UserPoolClient').id }],
        Issuer: { 'Fn::GetAtt': [only('AWS::Cognito::UserPool').id, 'ProviderURL'] },
      },
    });
  });

  it('is throttled, and answers no other origin', () => {
    template.hasResourceProperties('AWS::ApiGatewayV2::Stage', {
      DefaultRouteSettings: { ThrottlingRateLimit: 100, ThrottlingBurstLimit: 200 },
    });
    expect(only('AWS::ApiGatewayV2::Api').properties).not.toHaveProperty('CorsConfiguration');
  });

  it('logs how requests ended, and nothing of who made them or about whom', () => {
    const { AccessLogSettings } = only('AWS::ApiGatewayV2::Stage').properties;
    const { Format } = AccessLogSettings as { Format: string };

    const variables = [...Format.matchAll(/\$context\.([\w.]+)/g)].map(([, name]) => name);
    expect(variables.sort()).toEqual([
      'authorizer.error',
      'httpMethod',
      'integrationLatency',
      'integrationStatus',
      'requestId',
      'requestTimeEpoch',
      'responseLatency',
      'routeKey',
      'status',
    ]);
  });
});

describe('the address of the desk', () => {
  const behaviours = () => {
    const { DistributionConfig } = only('AWS::CloudFront::Distribution').properties as {
      DistributionConfig: { CacheBehaviors: Record<string, unknown>[]; DefaultCacheBehavior: Record<string, unknown> };
    };
    return DistributionConfig;
  };
  // CloudFront's own policies have fixed ids (AWS, "Use managed cache policies").
  const NO_CACHING = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad';
  const LONG_CACHING = '658327ea-f89d-4fab-a63d-7e88639e58f6';
  const ALL_HEADERS_BUT_HOST = 'b689b0a8-53d0-40ab-baf2-68738e2966ac';

  it('keeps files named by their content, asks for the page anew, and passes the API through', () => {
    const { CacheBehaviors, DefaultCacheBehavior } = behaviours();

    expect(DefaultCacheBehavior).toMatchObject({ CachePolicyId: NO_CACHING, AllowedMethods: ['GET', 'HEAD'] });
    expect(CacheBehaviors).toMatchObject([
      { PathPattern: '/assets/*', CachePolicyId: LONG_CACHING },
      {
        PathPattern: `${API_PREFIX}/*`,
        CachePolicyId: NO_CACHING,
        OriginRequestPolicyId: ALL_HEADERS_BUT_HOST,
        ViewerProtocolPolicy: 'https-only',
      },
    ]);
    // They would replace what the API says of a 403 or a 404.
    expect(behaviours()).not.toHaveProperty('CustomErrorResponses');
  });

  it('tells browsers to run nothing but its own files, and to speak to nobody but itself and the login', () => {
    const policies = JSON.stringify(resourcesOf(template, 'AWS::CloudFront::ResponseHeadersPolicy'));

    expect(policies).toContain("default-src 'none'; script-src 'self'; style-src 'self';");
    expect(policies).toContain("frame-ancestors 'none'");
    expect(policies).not.toMatch(/unsafe-|'nonce|\*/);
    expect(policies).toMatch(/connect-src 'self' https:\/\/homeroom-demo-.*amazoncognito\.com https:\/\/cognito-idp\./);
    template.hasResourceProperties('AWS::CloudFront::ResponseHeadersPolicy', {
      ResponseHeadersPolicyConfig: {
        Name: 'homeroom-demo-desk-page',
        SecurityHeadersConfig: {
          ContentTypeOptions: { Override: true },
          FrameOptions: { FrameOption: 'DENY' },
          ReferrerPolicy: { ReferrerPolicy: 'no-referrer' },
          StrictTransportSecurity: { AccessControlMaxAgeSec: 31_536_000 },
        },
      },
    });
  });

  it('may be one of the district, with TLS 1.2 at least, and the login then returns there', () => {
    const certificateArn = 'arn:aws:acm:us-east-1:111122223333:certificate/0f2c';
    const address = { domain: 'desk.riverbend.example.org', certificateArn };
    const named = demoTemplate({ desk: { idleMinutes: 30, requestsPerSecond: 100, address } });

    named.hasResourceProperties('AWS::CloudFront::Distribution', {
      DistributionConfig: {
        Aliases: [address.domain],
        ViewerCertificate: { AcmCertificateArn: certificateArn, MinimumProtocolVersion: 'TLSv1.2_2021' },
      },
    });
    named.hasResourceProperties('AWS::Cognito::UserPoolClient', { CallbackURLs: [`https://${address.domain}/`] });
    named.hasOutput('DeskUrl', { Value: `https://${address.domain}/` });
  });
});

describe('the page', () => {
  it('lies in a bucket that only its distribution reads, by TLS', () => {
    template.hasResourceProperties('AWS::S3::Bucket', {
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      BucketEncryption: Match.anyValue(),
    });
    template.hasResourceProperties('AWS::S3::BucketPolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
          Match.objectLike({ Effect: 'Allow', Principal: { Service: 'cloudfront.amazonaws.com' } }),
        ]),
      },
    });
  });

  it('comes after its files, which stay for years, and is asked for each time itself', () => {
    const deployments = Object.entries(resourcesOf(template, 'Custom::CDKBucketDeployment'));
    const [files, entry] = deployments;

    expect(files?.[1].Properties).toMatchObject({ Include: ['assets/*'], Prune: false });
    expect(files?.[1].Properties.SystemMetadata).toEqual({ 'cache-control': 'public, max-age=31536000, immutable' });
    expect(entry?.[1].Properties).toMatchObject({ Exclude: ['assets/*'], Prune: false });
    expect(entry?.[1].Properties.SystemMetadata).toEqual({ 'cache-control': 'no-cache' });
    template.hasResource('Custom::CDKBucketDeployment', { DependsOn: Match.arrayWith([files?.[0]]) });
  });

  it('is told the login and its client by the deployment', () => {
    template.hasResourceProperties('Custom::CDKBucketDeployment', {
      SourceMarkers: [
        {},
        {
          '<<marker:0xbaba:0>>': { 'Fn::GetAtt': [only('AWS::Cognito::UserPool').id, 'ProviderURL'] },
          '<<marker:0xbaba:1>>': { Ref: only('AWS::Cognito::UserPoolClient').id },
        },
      ],
    });
  });
});
