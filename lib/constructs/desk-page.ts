import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Duration, Stack } from 'aws-cdk-lib';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, CacheControl, type ISource, Source, type SourceConfig } from 'aws-cdk-lib/aws-s3-deployment';
import { Construct } from 'constructs';
import { ConfigError } from '#config.ts';
import type { Stage } from '../stage-config.ts';
import { logGroupOf } from './log.ts';
import { mayLog } from './permissions.ts';

export interface DeskPageProps {
  readonly stage: Stage;
  readonly key: IKey;
  readonly bucket: IBucket;
  /** The built page: index.html, and what never changes below assets. */
  readonly pageFolder: string;
  /** What the page reads in its config.json before anything else. */
  readonly config: { readonly authority: string; readonly clientId: string; readonly api: string };
}

const YEAR = Duration.days(365);

/**
 * Puts the built page into its bucket with each deployment, by CDK's own function for that. Its role is ours, so that
 * it may read the very archives of this release and write to this bucket, and nothing else; it deletes nothing:
 * whoever has an older page open still finds its files.
 */
export class DeskPage extends Construct {
  private readonly may: PolicyDocument;

  constructor(scope: Construct, id: string, { stage, key, bucket, pageFolder, config }: DeskPageProps) {
    super(scope, id);
    if (!existsSync(join(pageFolder, 'index.html'))) {
      throw new ConfigError('The desk has no page: its folder holds no index.html; build it with npx vite build.');
    }
    const logGroup = logGroupOf(this, 'desk-page', stage, key);
    this.may = new PolicyDocument({
      statements: [
        new PolicyStatement({ actions: ['s3:ListBucket'], resources: [bucket.bucketArn] }),
        new PolicyStatement({ sid: 'Page', actions: ['s3:PutObject'], resources: [bucket.arnForObjects('*')] }),
        mayLog(logGroup),
      ],
    });
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      description: `What puts the desk's page of Homeroom ${stage.name} in place may do`,
      inlinePolicies: { page: this.may },
    });
    const shared = {
      destinationBucket: bucket,
      role: role.withoutPolicyUpdates(),
      logGroup,
      prune: false,
      memoryLimit: 512,
    };
    const page = this.readable(Source.asset(pageFolder));
    const assets = new BucketDeployment(this, 'Assets', {
      ...shared,
      sources: [page],
      exclude: ['*'],
      include: ['assets/*'],
      cacheControl: [CacheControl.setPublic(), CacheControl.maxAge(YEAR), CacheControl.immutable()],
    });
    const entry = new BucketDeployment(this, 'Entry', {
      ...shared,
      sources: [page, this.readable(Source.jsonData('config.json', config))],
      exclude: ['assets/*'],
      cacheControl: [CacheControl.noCache()],
    });
    // A new page is there only when all that it asks for is.
    entry.node.addDependency(assets);
  }

  /** The source, and the right to read the archive that it turns out to be. */
  private readable(source: ISource): ISource {
    let bound: SourceConfig | undefined;
    return {
      bind: (scope, context) => {
        if (bound) return bound;
        bound = source.bind(scope, context);
        const resource = `${bound.bucket.bucketName}/${bound.zipObjectKey}`;
        const archive = Stack.of(this).formatArn({ service: 's3', region: '', account: '', resource });
        this.may.addStatements(new PolicyStatement({ actions: ['s3:GetObject'], resources: [archive] }));
        return bound;
      },
    };
  }
}
