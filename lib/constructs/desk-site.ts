import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods,
  CachePolicy,
  Distribution,
  HttpVersion,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  OriginSslPolicy,
  PriceClass,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { BlockPublicAccess, Bucket, BucketEncryption, type IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { API_PATH } from '../names.ts';
import type { Stage } from '../stage-config.ts';
import { DeskHeaders } from './desk-headers.ts';

export interface DeskSiteProps {
  readonly stage: Stage;
  /** The host of the API behind `/v1`. */
  readonly apiHost: string;
  /** Origins of the login, which the page speaks to. */
  readonly loginOrigins: readonly string[];
}

/** Where staff find the desk: one address for the page and its API, so that neither needs CORS. */
export class DeskSite extends Construct {
  readonly bucket: IBucket;
  /** With a slash at its end, as the login compares it letter by letter. */
  readonly url: string;
  /** What a DNS record of the district's own points to. */
  readonly host: string;

  constructor(scope: Construct, id: string, { stage, apiHost, loginOrigins }: DeskSiteProps) {
    super(scope, id);
    // The class says of its optional properties more exactly than the interface that they may be undefined.
    this.bucket = new Bucket(this, 'Files', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      // S3's own keys: these are public files, which hold nothing of anybody.
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
    }) as IBucket;
    const headers = new DeskHeaders(this, 'Headers', stage.name, loginOrigins);
    const page = {
      origin: S3BucketOrigin.withOriginAccessControl(this.bucket),
      responseHeadersPolicy: headers.page,
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
      compress: true,
    };
    const { address } = stage.desk;
    const distribution = new Distribution(this, 'Distribution', {
      comment: `Homeroom ${stage.name}: the desk`,
      defaultRootObject: 'index.html',
      // No error pages of our own: they would also replace what the API says.
      defaultBehavior: { ...page, cachePolicy: CachePolicy.CACHING_DISABLED },
      additionalBehaviors: {
        // Named after what they hold, so they never change.
        '/assets/*': { ...page, cachePolicy: CachePolicy.CACHING_OPTIMIZED },
        [`${API_PATH}/*`]: {
          origin: new HttpOrigin(apiHost, {
            protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
            originSslProtocols: [OriginSslPolicy.TLS_V1_2],
          }),
          responseHeadersPolicy: headers.api,
          viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
          allowedMethods: AllowedMethods.ALLOW_ALL,
          cachePolicy: CachePolicy.CACHING_DISABLED,
          // The gateway must see its own host; the token comes along.
          originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
          compress: true,
        },
      },
      httpVersion: HttpVersion.HTTP2_AND_3,
      // Schools and their staff are in North America: the cheapest class has all of its edges.
      priceClass: PriceClass.PRICE_CLASS_100,
      ...(address
        ? {
            domainNames: [address.domain],
            certificate: Certificate.fromCertificateArn(this, 'Certificate', address.certificateArn),
            minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
          }
        : {}),
    });
    this.host = distribution.distributionDomainName;
    this.url = `https://${address?.domain ?? this.host}/`;
  }
}
