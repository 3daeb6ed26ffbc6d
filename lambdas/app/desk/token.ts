import type { StaffId } from '#core/ids.ts';

/** Says whose token it is. */
export interface TokenVerifier {
  /**
   * @returns who the token was given to, or undefined where it counts for nothing: forged, expired, for somebody else
   * @throws KeysUnavailableError where nobody can say, because the issuer's keys cannot be had
   */
  verify(token: string): Promise<StaffId | undefined>;
}

/** Thrown where tokens cannot be checked now: the issuer does not give out its keys. */
export class KeysUnavailableError extends Error {
  override readonly name = 'KeysUnavailableError';
}
