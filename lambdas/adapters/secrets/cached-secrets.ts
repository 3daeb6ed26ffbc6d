import type { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { Clock } from '#app/ports.ts';
import { parseSettings, Secrets } from '#config.ts';

/** How long secrets are kept before they are read again: a rotation is seen within this time. */
const KEPT_MS = 300_000;
/** A refresh that was asked for (a signature or a token was refused) is done at most this often. */
const REFRESH_EVERY_MS = 30_000;

export interface CachedSecrets {
  get(): Promise<Secrets>;
  /** Reads again at once, unless that was just done. */
  refresh(): Promise<Secrets>;
}

/**
 * The secrets of the deployment, read once for each function instance and every five minutes.
 * @throws ConfigError where the secret does not hold what it must; the message names the field, never a value
 */
export const createCachedSecrets = (secretId: string, clock: Clock): CachedSecrets => {
  let client: SecretsManagerClient | undefined;
  let cached: { readonly secrets: Promise<Secrets>; readonly at: number } | undefined;

  const read = async (): Promise<Secrets> => {
    // Loaded when first needed: it is needed once in five minutes, and not before the first request.
    const { GetSecretValueCommand, SecretsManagerClient } = await import('@aws-sdk/client-secrets-manager');
    client ??= new SecretsManagerClient({});
    const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: secretId }));
    return parseSettings(Secrets, jsonOf(SecretString), 'the secret of this deployment');
  };

  const fetchNow = (): Promise<Secrets> => {
    const secrets = read();
    cached = { secrets, at: clock.now() };
    // A failed read is not kept: the next call tries again.
    secrets.catch(() => {
      cached = undefined;
    });
    return secrets;
  };

  const ageMs = () => (cached ? clock.now() - cached.at : Number.POSITIVE_INFINITY);

  return {
    get: () => (cached && ageMs() < KEPT_MS ? cached.secrets : fetchNow()),
    refresh: () => (cached && ageMs() < REFRESH_EVERY_MS ? cached.secrets : fetchNow()),
  };
};

const jsonOf = (text: string | undefined): unknown => {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
};
