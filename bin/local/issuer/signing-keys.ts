import { generateKeyPairSync, type JsonWebKey, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** A private key as a JSON Web Key, with what a key set needs to name it. */
type SigningKey = JsonWebKey & {
  readonly kid: string;
  readonly alg: 'RS256';
  readonly use: 'sig';
  readonly kty: 'RSA';
};

/** Private keys, as a JSON Web Key Set. */
export interface SigningKeys {
  readonly keys: SigningKey[];
}

const newKeys = (): SigningKeys => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return {
    keys: [{ ...privateKey.export({ format: 'jwk' }), kty: 'RSA', kid: randomUUID(), alg: 'RS256', use: 'sig' }],
  };
};

/**
 * The keys that tokens are signed with: those of the file, else new ones that are then kept there, so that tokens
 * outlive a restart.
 * @param file without it the keys end with the process
 */
export const signingKeys = (file?: string): SigningKeys => {
  if (file && existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as SigningKeys;
  const keys = newKeys();
  if (file) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(keys), { mode: 0o600 });
  }
  return keys;
};
