import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
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
  let cached: { readonly secrets: Secrets; readonly at: number } | undefined;
  let reading: Promise<Secrets> | undefined;

  const read = async (): Promise<Secrets> => {
    // Made when first needed, but loaded at the start: it shares nearly all of its code with the other clients, the
    // first request waits for it anyway, and a module loaded on demand makes the whole bundle slower to start.
    client ??= new SecretsManagerClient({});
    const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: secretId }));
    return parseSettings(Secrets, jsonOf(SecretString), 'the secret of this deployment');
  };

  // A failed read takes nothing away: what was read before still counts for as long as it is kept, so that a
  // stranger's signature cannot stop WhatsApp's while the secrets cannot be read.
  const readNow = (): Promise<Secrets> => {
    reading ??= read()
      .then((secrets) => {
        cached = { secrets, at: clock.now() };
        return secrets;
      })
      .finally(() => {
        reading = undefined;
      });
    return reading;
  };

  const notOlderThan = async (ms: number): Promise<Secrets> =>
    cached && clock.now() - cached.at < ms ? cached.secrets : readNow();

  return { get: () => notOlderThan(KEPT_MS), refresh: () => notOlderThan(REFRESH_EVERY_MS) };
};

const jsonOf = (text: string | undefined): unknown => {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
};
