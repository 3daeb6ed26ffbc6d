import { type LookupAddress, type LookupAllOptions, lookup as systemLookup } from 'node:dns';
import type { LookupFunction } from 'node:net';

/** Whether a calendar may be fetched from an address. */
export type MayReach = (address: string) => boolean;

/** How a name is looked up: all addresses of it. */
export type LookUpAll = (
  hostname: string,
  options: LookupAllOptions,
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/** The code of the error where a name leads to where nobody may go. */
export const NOT_PUBLIC = 'ENOTPUBLIC';

const refusal = (): NodeJS.ErrnoException =>
  Object.assign(new Error('an address of this name may not be reached'), { code: NOT_PUBLIC });

/**
 * A lookup for connections that gives out only addresses that may be reached, and refuses a name of which any address
 * may not be. The connection goes to the very address that was checked: a name that answers otherwise a moment later
 * gains nothing.
 */
export const checkedLookup =
  (mayReach: MayReach, lookUpAll: LookUpAll = systemLookup): LookupFunction =>
  (hostname, options, callback) => {
    lookUpAll(hostname, { ...options, all: true }, (error, addresses) => {
      const [first] = addresses ?? [];
      if (error || !first) return callback(error ?? new Error('this name has no address'), '', 0);
      if (!addresses.every(({ address }) => mayReach(address))) return callback(refusal(), '', 0);
      return options.all ? callback(null, addresses) : callback(null, first.address, first.family);
    });
  };
