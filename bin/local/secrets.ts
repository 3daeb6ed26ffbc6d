import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Secrets } from '../../lambdas/config.ts';
import type { LocalService } from './dynamodb.ts';
import { startOnLoopback } from './loopback.ts';

/** Secrets made up for this machine; kept in a file, so that contacts stay the same after a restart. */
export const localSecrets = (file?: string): Secrets => {
  if (file && existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Secrets;
  const random = () => randomBytes(16).toString('hex');
  const secrets: Secrets = {
    appSecrets: [random()],
    verifyToken: random(),
    accessToken: random(),
    identityKey: random(),
  };
  if (file) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(secrets), { mode: 0o600 });
  }
  return secrets;
};

/** The one call of Secrets Manager that Homeroom makes, answered with these secrets. */
export const startSecrets = (secrets: () => Secrets): Promise<LocalService> =>
  startOnLoopback((request, response) => {
    request.resume().on('end', () => {
      const isKnown = request.headers['x-amz-target'] === 'secretsmanager.GetSecretValue';
      response.writeHead(isKnown ? 200 : 400, { 'content-type': 'application/x-amz-json-1.1' });
      response.end(
        JSON.stringify(
          isKnown
            ? { Name: 'local', ARN: 'arn:local', VersionId: '1', SecretString: JSON.stringify(secrets()) }
            : { __type: 'InvalidRequestException', message: 'only GetSecretValue is known here' },
        ),
      );
    });
  });
