import { JwtVerifier } from 'aws-jwt-verify';
import { JwksValidationError, JwkValidationError } from 'aws-jwt-verify/error';
import { SimpleJwksCache } from 'aws-jwt-verify/jwk';
import type { JwtPayload } from 'aws-jwt-verify/jwt-model';
import { KeysUnavailableError, type TokenVerifier } from '#app/desk/token.ts';
import { type StaffId, staffId } from '#core/ids.ts';
import { createKeyFetcher } from './fetch-keys.ts';

export interface TokenVerifierOptions {
  readonly issuer: string;
  /** The client that the tokens are for. */
  readonly audience: string;
  readonly jwksUrl: string;
}

/** Clocks of two machines differ by a little. */
const GRACE_SECONDS = 5;
/** Far longer than any token of Cognito or of the local issuer, and short enough to be looked at. */
const MOST_CHARACTERS = 8192;
const MOST_SUBJECT = 200;

/** The library lets a token without an end pass. Cognito says `id` of an ID token, others say nothing. */
const isIdToken = ({ exp, token_use: use }: JwtPayload) => exp !== undefined && (use === undefined || use === 'id');

const subjectOf = (claims: JwtPayload): StaffId | undefined => {
  const { sub = '' } = claims;
  return isIdToken(claims) && sub.length > 0 && sub.length <= MOST_SUBJECT ? staffId(sub) : undefined;
};

/**
 * Verifies ID tokens of one OpenID Connect issuer: signature, issuer, audience, times. Keys are fetched when the
 * first token comes, and again when one is signed with a key that is not known yet.
 */
export const createTokenVerifier = ({ issuer, audience, jwksUrl }: TokenVerifierOptions): TokenVerifier => {
  const verifier = JwtVerifier.create(
    { issuer, audience, jwksUri: jwksUrl, graceSeconds: GRACE_SECONDS },
    { jwksCache: new SimpleJwksCache({ fetcher: createKeyFetcher() }) },
  );

  return {
    verify: async (token) => {
      if (token.length > MOST_CHARACTERS) return undefined;
      try {
        return subjectOf(await verifier.verify(token));
      } catch (error) {
        if (error instanceof KeysUnavailableError) throw error;
        if (error instanceof JwksValidationError || error instanceof JwkValidationError) {
          throw new KeysUnavailableError("the issuer's keys cannot be read; see TOKEN_JWKS_URL", { cause: error });
        }
        // Whatever else is wrong, it is wrong with the token, which a stranger may have made.
        return undefined;
      }
    },
  };
};
