import { Duration } from 'aws-cdk-lib';
import {
  HeadersFrameOption,
  HeadersReferrerPolicy,
  ResponseHeadersPolicy,
  type ResponseSecurityHeadersBehavior,
} from 'aws-cdk-lib/aws-cloudfront';
import { Construct } from 'constructs';
import { resourceName } from '../names.ts';

/**
 * What the desk's page may do: run its own files and speak to its own address and the login. No inline script or
 * style, no frames either way, no plug-ins, no forms. Files of families come as `blob:`, fetched with the token.
 */
const contentSecurityPolicy = (speaksTo: readonly string[]): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "manifest-src 'self'",
    `connect-src ${["'self'", ...speaksTo].join(' ')}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

const FEATURES_OFF = [
  'camera',
  'geolocation',
  'microphone',
  'payment',
  'usb',
  'serial',
  'bluetooth',
  'display-capture',
];

const everywhere: ResponseSecurityHeadersBehavior = {
  contentTypeOptions: { override: true },
  frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
  referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
  strictTransportSecurity: { accessControlMaxAge: Duration.days(365), includeSubdomains: true, override: true },
};

/** What browsers are told with each answer. */
export class DeskHeaders extends Construct {
  readonly page: ResponseHeadersPolicy;
  readonly api: ResponseHeadersPolicy;

  /** @param speaksTo origins that the page speaks to beside its own */
  constructor(scope: Construct, id: string, stage: string, speaksTo: readonly string[]) {
    super(scope, id);
    this.page = new ResponseHeadersPolicy(this, 'Page', {
      responseHeadersPolicyName: resourceName(stage, 'desk-page'),
      securityHeadersBehavior: {
        ...everywhere,
        contentSecurityPolicy: { contentSecurityPolicy: contentSecurityPolicy(speaksTo), override: true },
      },
      customHeadersBehavior: {
        customHeaders: [
          {
            header: 'permissions-policy',
            value: FEATURES_OFF.map((feature) => `${feature}=()`).join(', '),
            override: true,
          },
          { header: 'cross-origin-opener-policy', value: 'same-origin', override: true },
          { header: 'cross-origin-resource-policy', value: 'same-origin', override: true },
          { header: 'x-robots-tag', value: 'noindex', override: true },
        ],
      },
    });
    // The API says itself what its answers are (`no-store`, `sandbox` for files); these are the floor below it.
    this.api = new ResponseHeadersPolicy(this, 'Api', {
      responseHeadersPolicyName: resourceName(stage, 'desk-api'),
      securityHeadersBehavior: {
        ...everywhere,
        contentSecurityPolicy: { contentSecurityPolicy: "default-src 'none'; frame-ancestors 'none'", override: false },
      },
    });
  }
}
