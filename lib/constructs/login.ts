import { Aws, Duration, Fn, RemovalPolicy, Stack } from 'aws-cdk-lib';
import {
  AccountRecovery,
  CfnManagedLoginBranding,
  FeaturePlan,
  ManagedLoginVersion,
  Mfa,
  OAuthScope,
  UserPool,
} from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import { resourceName } from '../names.ts';
import type { Stage } from '../stage-config.ts';

/** A part of the stack's own id: the login page's address must be unique in its region, and stay. */
const fromStackId = () => Fn.select(0, Fn.split('-', Fn.select(2, Fn.split('/', Aws.STACK_ID))));

/**
 * Who staff are; what they may is in the table. Nobody signs up: an administrator makes each login (RUNBOOK.md).
 * The second factor is an authenticator app. Passkeys would do as well, but Cognito wants another second factor
 * beside them in any case, against losing them (AWS, "WebAuthnMfaSettingsType", 2026): one way is simpler than two.
 */
export class Login extends Construct {
  /** As the tokens say it; below it are the discovery document and the keys. */
  readonly issuer: string;
  readonly jwksUrl: string;
  /** Where the login page and the token endpoint are. */
  readonly pagesUrl: string;
  readonly userPool: UserPool;

  constructor(scope: Construct, id: string, stage: Stage) {
    super(scope, id);
    this.userPool = new UserPool(this, 'Users', {
      userPoolName: resourceName(stage.name, 'staff'),
      featurePlan: FeaturePlan.ESSENTIALS,
      selfSignUpEnabled: false,
      signInAliases: { email: true },
      signInCaseSensitive: false,
      autoVerify: { email: true },
      standardAttributes: { email: { required: true, mutable: true } },
      // An old and a new address both get a code before the new one counts.
      keepOriginal: { email: true },
      mfa: Mfa.REQUIRED,
      mfaSecondFactor: { otp: true, sms: false },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      passwordPolicy: {
        minLength: 12,
        requireLowercase: true,
        requireUppercase: true,
        requireDigits: true,
        requireSymbols: true,
        passwordHistorySize: 5,
        tempPasswordValidity: Duration.days(3),
      },
      userInvitation: {
        emailSubject: `Your login for Homeroom, ${stage.district.name}`,
        emailBody:
          'Hello. You can now sign in to the Homeroom desk as {username} with the password {####} within three days. ' +
          'You choose a password of your own then, and need an authenticator app on your phone.',
      },
      deletionProtection: true,
      // Without its logins a desk is shut, and the ids of staff in the record would mean nobody.
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const domainPrefix = stage.login.domainPrefix ?? `homeroom-${stage.name}-${fromStackId()}`;
    this.userPool.addDomain('Pages', {
      cognitoDomain: { domainPrefix },
      managedLoginVersion: ManagedLoginVersion.NEWER_MANAGED_LOGIN,
    });
    this.pagesUrl = `https://${domainPrefix}.auth.${Stack.of(this).region}.amazoncognito.com`;
    this.issuer = this.userPool.userPoolProviderUrl;
    this.jwksUrl = `${this.issuer}/.well-known/jwks.json`;
  }

  /**
   * The desk's page as a client: public, so without a secret, and PKCE in its place.
   * @param deskUrl where the page stands; the login page returns there and nowhere else
   * @returns the client's id, which is the audience of its ID tokens
   */
  addDesk(deskUrl: string): string {
    const { userPoolClientId: clientId } = this.userPool.addClient('Desk', {
      generateSecret: false,
      // Only what the login page itself needs. With any of them named, Cognito adds no others.
      authFlows: { userSrp: true },
      oAuth: {
        flows: { authorizationCodeGrant: true },
        // Those that the page asks for: one more in its request, and Cognito refuses it whole.
        scopes: [OAuthScope.OPENID, OAuthScope.EMAIL, OAuthScope.PROFILE],
        callbackUrls: [deskUrl],
        logoutUrls: [deskUrl],
      },
      idTokenValidity: Duration.hours(1),
      accessTokenValidity: Duration.hours(1),
      // A working day: the day begins with a login.
      refreshTokenValidity: Duration.hours(12),
      // A stolen refresh token is worth nothing once the page has used its own; ten seconds for a lost answer.
      refreshTokenRotationGracePeriod: Duration.seconds(10),
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
    });
    // The newer login page shows nothing at all to a client without a style.
    new CfnManagedLoginBranding(this, 'Style', {
      userPoolId: this.userPool.userPoolId,
      clientId,
      useCognitoProvidedValues: true,
    });
    return clientId;
  }
}
