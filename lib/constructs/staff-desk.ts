import { Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { API_PATH } from '../names.ts';
import { Desk } from './desk.ts';
import { DeskApi } from './desk-api.ts';
import { DeskPage } from './desk-page.ts';
import { DeskSite } from './desk-site.ts';
import type { Foundation } from './foundation.ts';
import type { HomeroomFunction } from './homeroom-function.ts';
import { Login } from './login.ts';

export interface StaffDeskProps extends Foundation {
  readonly contentFolder: string;
  readonly pageFolder: string;
}

/**
 * The desk with all that it stands on. Each needs another's address, so the order is what keeps CloudFormation from
 * running in a circle: the gateway without its routes and the login without its client, then the address that both
 * stand behind, then the client that returns there, then the function that takes the client's tokens, then its route.
 */
export class StaffDesk extends Construct {
  readonly homeroom: HomeroomFunction;
  readonly api: DeskApi;
  readonly site: DeskSite;
  readonly login: Login;

  constructor(scope: Construct, id: string, props: StaffDeskProps) {
    super(scope, id);
    const { stage, key, pageFolder } = props;
    this.login = new Login(this, 'Login', stage);
    this.api = new DeskApi(this, 'Api', stage, key);
    const { issuer, jwksUrl, pagesUrl } = this.login;
    // The discovery document and the keys are at the issuer, the tokens at the login's pages.
    const issuerOrigin = `https://cognito-idp.${Stack.of(this).region}.amazonaws.com`;
    this.site = new DeskSite(this, 'Site', {
      stage,
      apiHost: this.api.host,
      loginOrigins: [pagesUrl, issuerOrigin],
    });
    const clientId = this.login.addDesk(this.site.url);
    const { homeroom } = new Desk(this, 'Desk', { ...props, tokens: { issuer, jwksUrl, audience: clientId } });
    this.homeroom = homeroom;
    this.api.answerBy(homeroom.function, issuer, clientId);
    const config = { authority: issuer, clientId, api: API_PATH };
    new DeskPage(this, 'Page', { stage, key, bucket: this.site.bucket, pageFolder, config });
  }
}
